package mana.studio.ui.objects.form;

import java.util.Arrays;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import mana.studio.design.Edits;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Identity;
import mana.studio.schema.View;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Session;

/// The form of a view, plain or materialized.
public final class ViewForm extends BorderPane {
    private final FormPane<View> pane;
    private final ThingModel<View> model;
    private final VBox columns = new VBox(4);

    /// @param view      found by identity in the design, whatever it is called
    /// @param highlight shared with the preview beside it
    /// @param indexes   the form of the indexes that a materialized view has
    public ViewForm(Session session, Identity view, Highlight highlight, Node indexes) {
        model = new ThingModel<>(session, view, Thing.object("view", View.class));
        QueryCheck check = new QueryCheck(model);
        pane = new FormPane<>(model, highlight);
        pane.row(TextEntry.nameOf(model, now -> now.name().name()), SchemaEntry.of(model, View::name), kind())
                .wide(new QueryEntry(model, check))
                .part(columns)
                .row(options(), comment())
                .row(owner(), tablespace(), populated())
                .part(indexes)
                .closing(check::close)
                .follow();
        model.state().subscribe(state -> {
            if (state != null && state.now() != null) {
                showColumns(state.now());
            }
        });
        setCenter(pane);
    }

    /// Follows the design no longer.
    public void close() {
        pane.close();
    }

    /// Gives the focus to the name.
    @Override
    public void requestFocus() {
        pane.takeFocus();
    }

    /// Gives the focus to a field; nothing for another thing's.
    public void show(Spot spot) {
        pane.show(spot);
    }

    /// What was one kind in the database becomes the other by being dropped and made again.
    private CheckEntry<View> kind() {
        return new CheckEntry<>(
                model, "Materialized", "Rows are stored", Field.TYPE, View::materialized, ViewForm::materialized);
    }

    private static View materialized(View old, boolean materialized) {
        return new View(
                old.id(),
                old.name(),
                old.owner(),
                old.comment(),
                old.privileges(),
                materialized,
                old.columns(),
                old.definition(),
                materialized ? old.indexes() : List.of(),
                materialized ? List.of() : old.triggers(),
                List.of(),
                true,
                null,
                materialized ? "heap" : null);
    }

    private TextEntry<View> options() {
        return TextEntry.line(
                        model,
                        "Options",
                        Field.OPTIONS,
                        now -> String.join(", ", now.options()),
                        (now, text) -> now.withOptions(optionsOf(text)))
                .prompting(now -> now.materialized() ? "fillfactor=80" : "security_invoker=true")
                .refusing(text -> optionsOf(text).stream()
                        .filter(option -> !option.matches("[a-z_][a-z0-9_.]*=.+"))
                        .findFirst()
                        .map(option -> option + " is not written as name=value.")
                        .orElse(""));
    }

    private static List<String> optionsOf(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .toList();
    }

    private TextEntry<View> owner() {
        return TextEntry.whole(
                        model,
                        "Owner",
                        Field.OPTIONS,
                        View::owner,
                        (sketch, text) -> sketch.with(database -> Edits.handOver(database, model.id(), text.strip())))
                .refusing(text -> text.isBlank() ? "A view has an owner." : "");
    }

    private TextEntry<View> tablespace() {
        return TextEntry.line(
                        model,
                        "Tablespace",
                        Field.OPTIONS,
                        now -> Texts.of(now.tablespace()),
                        (now, text) -> now.withTablespace(Texts.orNull(text.strip())))
                .prompt("default")
                .onlyFor(View::materialized);
    }

    /// `WITH NO DATA`: it cannot be read until it is refreshed.
    private CheckEntry<View> populated() {
        return new CheckEntry<>(
                        model, "Rows", "Filled when it is made", Field.OPTIONS, View::populated, View::withPopulated)
                .onlyFor(View::materialized);
    }

    private TextEntry<View> comment() {
        return TextEntry.line(
                model,
                "Comment",
                Field.COMMENT,
                now -> Texts.of(now.comment()),
                (now, text) -> now.withComment(Texts.orNull(text)));
    }

    private void showColumns(View now) {
        FlowPane chips = new FlowPane(16, 4);
        for (Column column : now.columns()) {
            Label name = new Label(column.name() + "  ");
            Label type = new Label(column.type().sql());
            type.getStyleClass().addAll("section-code", "muted");
            name.setGraphic(type);
            name.setContentDisplay(ContentDisplay.RIGHT);
            chips.getChildren().add(name);
        }
        Label heading = new Label("Columns");
        heading.getStyleClass().add("field-name");
        columns.getChildren().setAll(heading, chips);
        if (now.columns().isEmpty()) {
            Label none = new Label("Known once the query is accepted");
            none.getStyleClass().add("muted");
            columns.getChildren().setAll(heading, none);
        }
    }
}
