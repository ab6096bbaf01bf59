package mana.studio.ui.objects.form;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.Navigator.Side;

/// The columns that are of a type.
final class UsedBy extends VBox {
    /// More than these are counted, not listed.
    private static final int LISTED = 50;

    private final Navigator navigator;
    private List<EnumUses> shown = List.of();

    UsedBy(Navigator navigator) {
        super(4);
        this.navigator = navigator;
        getStyleClass().add("used-by");
        show(List.of(), true);
    }

    void show(List<EnumUses> uses) {
        show(uses, false);
    }

    private void show(List<EnumUses> uses, boolean first) {
        if (!first && uses.equals(shown)) {
            return;
        }
        shown = uses;
        Label heading = new Label("Used by");
        heading.getStyleClass().add("section-heading");
        Label count = new Label(uses.isEmpty() ? "no column" : Integer.toString(uses.size()));
        count.getStyleClass().add("muted");
        HBox head = new HBox(8, heading, count);
        head.getStyleClass().add("section-title-line");
        getChildren().setAll(head);
        uses.stream().limit(LISTED).map(this::link).forEach(getChildren()::add);
        if (uses.size() > LISTED) {
            Label more = new Label("… and " + (uses.size() - LISTED) + " more");
            more.getStyleClass().add("muted");
            getChildren().add(more);
        }
    }

    private Node link(EnumUses use) {
        Hyperlink link = new Hyperlink(use.words());
        link.setGraphic(Icons.of(use.relation()));
        link.setOnAction(_ -> navigator.open(use.relation(), Side.STRUCTURE));
        Label type = new Label(use.column().type().sql());
        type.getStyleClass().addAll("section-code", "muted");
        HBox line = new HBox(8, link, type);
        line.getStyleClass().add("used-by-line");
        return line;
    }
}
