package mana.studio.ui.objects.form;

import javafx.scene.layout.BorderPane;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Session;

/// The form of an enum.
public final class EnumForm extends BorderPane {
    private final FormPane<EnumType> pane;

    /// @param type      found by identity in the design, whatever it is called
    /// @param highlight shared with the preview beside it
    public EnumForm(Session session, Identity type, Highlight highlight) {
        ThingModel<EnumType> model = new ThingModel<>(session, type, Thing.object("enum", EnumType.class));
        pane = new FormPane<>(model, highlight);
        UsedBy usedBy = new UsedBy(session.navigator());
        model.state().subscribe(state -> {
            if (state != null && state.now() != null) {
                usedBy.show(EnumUses.of(state.database(), state.now().name()));
            }
        });
        pane.row(TextEntry.nameOf(model, now -> now.name().name()), SchemaEntry.of(model, EnumType::name))
                .wide(new LabelList(model))
                .wide(TextEntry.prose(
                        model,
                        "Comment",
                        Field.COMMENT,
                        now -> Texts.of(now.comment()),
                        (now, text) -> now.withComment(Texts.orNull(text))))
                .part(usedBy)
                .follow();
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
}
