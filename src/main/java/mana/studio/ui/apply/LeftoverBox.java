package mana.studio.ui.apply;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import mana.studio.apply.Leftover;
import mana.studio.apply.Order;
import mana.studio.ui.kit.Blocks;
import org.kordamp.ikonli.feather.Feather;

/// Indexes that are not valid, each with the statement that removes it.
final class LeftoverBox extends VBox {
    /// @param clean asks for the removal of one
    LeftoverBox(List<Leftover> leftovers, Consumer<Order> clean) {
        super(8);
        for (Leftover leftover : leftovers) {
            Button remove = new Button("Remove index…");
            remove.setAccessibleText("Remove index " + leftover.name());
            remove.setOnAction(_ -> clean.accept(Order.of(leftover)));
            VBox texts = new VBox(
                    4,
                    Blocks.wrapped("The index " + leftover.name() + " is not valid.", "strong"),
                    Blocks.wrapped(leftover.origin()),
                    Blocks.sql(leftover.cleaning()),
                    remove);
            getChildren()
                    .add(Blocks.box("apply-warning", Blocks.marked(Feather.ALERT_TRIANGLE, "icon-warning", texts)));
        }
    }
}
