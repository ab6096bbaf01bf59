package mana.studio.ui.objects;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.design.Edits;
import mana.studio.design.Edits.Dropped;
import mana.studio.design.template.Nouns;
import mana.studio.design.template.TableCopy;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Icons;

/// Ask before what is there is renamed, moved, copied or dropped.
final class ChangeDialogs {
    /// So many lines of what goes along are seen at once.
    private static final int LINES = 8;

    private final Designs designs;
    private final Window owner;

    ChangeDialogs(Designs designs, Window owner) {
        this.designs = designs;
        this.owner = owner;
    }

    void rename(SchemaObject object) {
        String old = object.name().name();
        NameField name = new NameField(
                old,
                typed -> designs.now()
                        .map(now -> NameCheck.ofObject(now, object.name().schema(), typed, object.id()))
                        .orElse(NameCheck.FINE));
        rename(Icons.word(object), old, object.id(), name);
    }

    void rename(Schema schema) {
        NameField name = new NameField(
                schema.name(),
                typed -> designs.now()
                        .map(now -> NameCheck.ofSchema(now, typed, schema.id()))
                        .orElse(NameCheck.FINE));
        rename("schema", schema.name(), schema.id(), name);
    }

    private void rename(String kind, String old, Identity id, NameField name) {
        Label along = Ask.words(
                "Everything in the database that names it goes along; code that does not is not told.", "muted");
        new AskDialog(owner, "Rename " + kind + " " + old, "Rename")
                .asking(Ask.column(name, along))
                .wide(460)
                .only(name.allowed().and(name.text().isNotEqualTo(old)))
                .show(
                        name.control(),
                        () -> designs.edit(
                                "Rename " + kind + " " + old + " to " + name.name(),
                                database -> Edits.rename(database, id, name.name())));
    }

    void move(SchemaObject object) {
        ComboBox<String> schemas = new ComboBox<>();
        schemas.setId("ask-schema");
        schemas.getItems()
                .setAll(designs.schemas().stream()
                        .filter(schema -> !schema.equals(object.name().schema()))
                        .toList());
        schemas.setPromptText("Choose a schema");
        Label wrong = Ask.words("", "refused");
        SimpleBooleanProperty possible = new SimpleBooleanProperty();
        schemas.valueProperty().subscribe(schema -> {
            NameCheck check = schema == null
                    ? NameCheck.FINE
                    : designs.now()
                            .map(now -> NameCheck.ofObject(
                                    now, schema, object.name().name(), object.id()))
                            .orElse(NameCheck.FINE);
            wrong.setText(check.isAllowed() ? "" : check.message());
            wrong.setManaged(!check.isAllowed());
            possible.set(schema != null && check.isAllowed());
        });
        new AskDialog(owner, "Move " + Icons.word(object) + " " + object.name(), "Move")
                .asking(Ask.column(Ask.named("To schema", schemas), wrong))
                .wide(460)
                .only(possible)
                .show(
                        schemas,
                        () -> designs.edit(
                                "Move " + Icons.word(object) + " " + object.name() + " to " + schemas.getValue(),
                                database -> Edits.move(database, object.id(), schemas.getValue())));
    }

    void duplicate(Table table) {
        Place place = new Place(
                designs,
                table.name().schema(),
                table.name().name() + "_copy",
                (schema, typed) -> designs.now()
                        .map(now -> NameCheck.ofObject(now, schema, typed, null))
                        .orElse(NameCheck.FINE));
        Label what = Ask.words(
                "Columns, keys, checks, indexes and policies are copied, under names of their own. Rows and triggers"
                        + " are not.",
                "muted");
        new AskDialog(owner, "Duplicate table " + table.name(), "Duplicate")
                .asking(Ask.column(place, what))
                .wide(520)
                .only(place.allowed())
                .show(
                        place.nameField().control(),
                        () -> designs.now().ifPresent(now -> designs.add(TableCopy.of(table, now, place.value()))));
    }

    void drop(List<Identity> things) {
        Database now = designs.now().orElse(null);
        List<String> names =
                things.stream().flatMap(thing -> designs.words(thing).stream()).toList();
        if (now == null || names.isEmpty()) {
            return;
        }
        Dropped dropped = Edits.drop(now, things.toArray(Identity[]::new));
        String title = names.size() == 1 ? "Drop " + names.getFirst() + "?" : "Drop " + names.size() + " objects?";
        VBox content = new VBox(12);
        content.getStyleClass().add("ask-fields");
        if (names.size() > 1) {
            content.getChildren().add(list(names));
        }
        things.forEach(thing -> designs.schema(thing).ifPresent(schema -> holds(schema, content)));
        if (!dropped.along().isEmpty()) {
            content.getChildren()
                    .addAll(
                            Ask.words(
                                    dropped.along().size() == 1
                                            ? "This goes along:"
                                            : "These " + dropped.along().size() + " go along:",
                                    "strong"),
                            list(dropped.along()));
        }
        content.getChildren()
                .add(Ask.words("It is pending until it is applied, and can be undone until then.", "muted"));
        new AskDialog(owner, title, "Drop")
                .asking(content)
                .wide(500)
                .grave()
                .show(
                        null,
                        () -> designs.edit(
                                "Drop " + (names.size() == 1 ? names.getFirst() : names.size() + " objects"),
                                database -> Edits.drop(database, things.toArray(Identity[]::new))
                                        .database()));
    }

    private static void holds(Schema schema, VBox content) {
        String held = schema
                .objects()
                .collect(Collectors.groupingBy(Icons::word, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> Amounts.exact(entry.getValue()) + " " + plural(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
        content.getChildren()
                .add(Ask.words(
                        held.isEmpty() ? schema.name() + " is empty." : schema.name() + " holds " + held + ".",
                        "strong"));
    }

    static String plural(String word, long count) {
        return count == 1 ? word : Nouns.plural(word);
    }

    private static ListView<String> list(List<String> lines) {
        ListView<String> list = new ListView<>();
        list.getItems().setAll(lines);
        list.setFixedCellSize(26);
        list.setPrefHeight(Math.min(lines.size(), LINES) * 26 + 4);
        list.getStyleClass().addAll("along-list", "framed");
        list.setAccessibleText("What goes along");
        list.setFocusTraversable(lines.size() > LINES);
        return list;
    }
}
