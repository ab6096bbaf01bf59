package mana.studio.ui.objects.form;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.design.template.Nouns;
import mana.studio.schema.Identity;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;

/// The form of a schema: what it is called, whose it is, and what it holds.
public final class SchemaForm extends BorderPane {
    /// More objects of one kind than these are counted, not listed.
    private static final int LISTED = 30;

    private final Session session;
    private final FormPane<Schema> pane;
    private final ThingModel<Schema> model;
    private final VBox service = new VBox(4);
    private final VBox contents = new VBox(4);

    /// @param schema    found by identity in the design, whatever it is called
    /// @param highlight shared with the preview beside it
    public SchemaForm(Session session, Identity schema, Highlight highlight) {
        this.session = session;
        model = new ThingModel<>(session, schema, Thing.schema());
        pane = new FormPane<>(model, highlight);
        pane.row(TextEntry.nameOf(model, Schema::name))
                .part(service)
                .wide(TextEntry.prose(
                        model,
                        "Comment",
                        Field.COMMENT,
                        now -> Texts.of(now.comment()),
                        (now, text) -> now.withComment(Texts.orNull(text))))
                .part(contents)
                .follow();
        model.state().subscribe(_ -> refresh());
        var services = session.services().subscribe(_ -> refresh());
        pane.closing(services::unsubscribe);
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

    private void refresh() {
        Schema now = model.now();
        if (now == null) {
            return;
        }
        Label heading = new Label("Service");
        heading.getStyleClass().add("field-name");
        Label owner = new Label(session.services()
                .get()
                .ownerOf(now.name())
                .orElse("No registered service owns this schema. Services are registered in the menu."));
        service.getChildren().setAll(heading, owner);
        holds(now);
    }

    private void holds(Schema now) {
        Label heading = new Label("Holds");
        heading.getStyleClass().add("section-heading");
        Map<String, List<SchemaObject>> kinds =
                now.objects().collect(Collectors.groupingBy(Icons::word, TreeMap::new, Collectors.toList()));
        Label count = new Label(kinds.isEmpty() ? "nothing yet" : "");
        count.getStyleClass().add("muted");
        contents.getChildren().setAll(new HBox(8, heading, count));
        kinds.forEach((word, objects) -> {
            Label title =
                    new Label(Amounts.exact(objects.size()) + " " + (objects.size() == 1 ? word : Nouns.plural(word)));
            title.getStyleClass().add("muted");
            contents.getChildren().add(title);
            objects.stream().limit(LISTED).forEach(object -> {
                Hyperlink link = new Hyperlink(object.name().name());
                link.setGraphic(Icons.of(object));
                link.setOnAction(_ -> session.navigator().open(object, Side.STRUCTURE));
                contents.getChildren().add(link);
            });
            if (objects.size() > LISTED) {
                Label more = new Label("… and " + Amounts.exact(objects.size() - LISTED) + " more");
                more.getStyleClass().add("muted");
                contents.getChildren().add(more);
            }
        });
    }
}
