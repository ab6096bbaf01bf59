package mana.studio.ui.explorer;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// Icon, name, note, an amount, and the sign of a pending change at the right edge. Where it gets narrow, first the
/// note ends in an ellipsis, then
/// the
/// name.
final class ExplorerLine extends Pane {
    private static final double GAP = 6;
    private static final double ICON_WIDTH = 16;

    private final Label name = label("explorer-name");
    private final Label note = label("explorer-note");
    private final Label amount = label("explorer-amount");
    private final Label sign = label("explorer-sign");
    private Node icon = new Region();

    ExplorerLine() {
        getChildren().addAll(icon, name, note, amount, sign);
        // As wide as the cell makes it: a long name must not make the tree scroll sideways.
        setPrefWidth(0);
        setMinWidth(0);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    void show(Node newIcon, LineText text, Mark mark) {
        sign.setText(mark.sign());
        getChildren().set(0, newIcon);
        icon = newIcon;
        name.setText(text.name());
        note.setText(text.note());
        amount.setText(text.amount());
    }

    @Override
    protected void layoutChildren() {
        double iconWidth = icon.prefWidth(-1);
        double x = iconWidth == 0 ? 0 : ICON_WIDTH + GAP;
        place(icon, (ICON_WIDTH - iconWidth) / 2, iconWidth);
        double signWidth = sign.getText().isEmpty() ? 0 : sign.prefWidth(-1) + GAP;
        place(sign, getWidth() - signWidth + GAP, Math.max(0, signWidth - GAP));
        double amountWidth = Math.min(amount.prefWidth(-1), getWidth() - signWidth);
        place(amount, getWidth() - signWidth - amountWidth, amountWidth);
        double room = Math.max(0, getWidth() - x - signWidth - (amountWidth == 0 ? 0 : amountWidth + GAP));
        double nameWidth = Math.min(name.prefWidth(-1), room);
        place(name, x, nameWidth);
        double left = room - nameWidth - GAP;
        note.setVisible(left > 24);
        place(note, x + nameWidth + GAP, Math.clamp(left, 0, note.prefWidth(-1)));
    }

    private void place(Node node, double x, double width) {
        double height = node.prefHeight(-1);
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), Math.ceil(width), height);
    }
}
