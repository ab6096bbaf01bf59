package mana.studio.ui.design.columns;

import java.util.List;
import java.util.function.Function;
import mana.studio.design.Edits;
import mana.studio.design.Sketch;
import mana.studio.design.Spot;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.ui.design.state.Choice;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.DefaultChoices;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.TypeChoices;
import mana.studio.ui.design.state.Types;

/// A text of a column that is edited in the grid.
enum GridField {
    NAME("Name", Spot.Field.NAME),
    TYPE("Type", Spot.Field.TYPE),
    DEFAULT("Default", Spot.Field.DEFAULT),
    COMMENT("Comment", Spot.Field.COMMENT);

    private final String title;
    private final Spot.Field spot;

    GridField(String title, Spot.Field spot) {
        this.title = title;
        this.spot = spot;
    }

    String title() {
        return title;
    }

    Spot.Field spot() {
        return spot;
    }

    /// What the cell says.
    String text(Column column) {
        return switch (this) {
            case NAME -> column.name();
            case TYPE -> column.type().sql();
            case DEFAULT -> ColumnLine.defaultText(column);
            case COMMENT -> column.comment() == null ? "" : column.comment();
        };
    }

    /// What the cell shows while nobody edits it: the usual short word for a long type.
    String shown(Column column) {
        String text = text(column).replace('\n', ' ');
        return this == TYPE
                ? text.replaceFirst("^timestamp(\\(\\d\\))? with time zone", "timestamptz$1")
                        .replaceFirst("^timestamp(\\(\\d\\))? without time zone", "timestamp$1")
                        .replaceFirst("^time(\\(\\d\\))? with time zone", "timetz$1")
                        .replaceFirst("^time(\\(\\d\\))? without time zone", "time$1")
                        .replaceFirst("^character varying", "varchar")
                : text;
    }

    /// Why it cannot be edited here; empty where it can.
    String locked(ColumnLine line) {
        Column column = line.column();
        return switch (this) {
            case NAME, TYPE -> line.locked();
            case DEFAULT ->
                column.identity() == null && column.generated() == null
                        ? ""
                        : "Its values are made by the server: see below.";
            case COMMENT -> text(column).contains("\n") ? "It has several lines: edit it below." : "";
        };
    }

    /// What was typed, in the design.
    Sketch apply(Sketch sketch, PartModel<Column> part, String text) {
        Identity table = part.table().id();
        String value = text.strip();
        return switch (this) {
            case NAME -> sketch.with(database -> Edits.renameColumn(database, table, part.id(), text));
            case TYPE -> sketch.with(database -> Types.typed(database, table, part.id(), value));
            case DEFAULT -> part.changed(sketch, column -> column.withDefault(value.isEmpty() ? null : value));
            case COMMENT -> part.changed(sketch, column -> column.withComment(text.isEmpty() ? null : text));
        };
    }

    /// What was typed and left, even where it is half done.
    Sketch leave(Sketch sketch, PartModel<Column> part, String text) {
        return this == TYPE
                ? sketch.with(database -> Types.left(database, part.table().id(), part.id(), text.strip()))
                : apply(sketch, part, text);
    }

    /// What is to be said of what was typed; empty for nothing.
    String said(Database database, String text) {
        return this == TYPE && !text.isBlank() ? Types.said(database, text) : "";
    }

    /// What it could hold.
    List<Choice> choices(Column column, Database database, String typed) {
        return switch (this) {
            case TYPE -> TypeChoices.matching(database, typed);
            case DEFAULT -> Choice.matching(DefaultChoices.of(column, database), typed);
            case NAME, COMMENT -> List.of();
        };
    }

    /// What such an edit is called in the menu.
    String label(String column) {
        return switch (this) {
            case NAME -> "Rename column " + column;
            case TYPE -> "Change type of column " + column;
            case DEFAULT -> "Change default of column " + column;
            case COMMENT -> "Comment on column " + column;
        };
    }

    /// Whether it reads as code.
    boolean isCode() {
        return this == TYPE || this == DEFAULT;
    }

    /// @return its value with `was: ` before it
    static String was(Function<Column, String> text, Column base) {
        String old = text.apply(base);
        return "was: " + (old.isEmpty() ? "nothing" : old);
    }
}
