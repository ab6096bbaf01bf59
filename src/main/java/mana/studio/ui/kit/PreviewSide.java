package mana.studio.ui.kit;

import javafx.scene.layout.Region;
import mana.studio.design.Spot;
import org.jspecify.annotations.Nullable;

/// One more way of looking at what is pending, beside the statements: made by another feature.
public interface PreviewSide {
    /// What its button says.
    String words();

    Region view();

    /// Shows what a design does.
    ///
    /// @param about what a person looks at; null for nothing
    void show(Forecast forecast, @Nullable Spot about);

    /// Ctrl+F.
    void find();

    void close();
}
