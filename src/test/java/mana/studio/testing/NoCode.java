package mana.studio.testing;

import javafx.scene.layout.Region;
import mana.studio.design.Spot;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.PreviewSide;
import org.jspecify.annotations.Nullable;

/// A side of the preview that shows nothing.
public final class NoCode implements PreviewSide {
    private final Region view = new Region();

    @Override
    public String words() {
        return "Code";
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void show(Forecast forecast, @Nullable Spot about) {}

    @Override
    public void find() {}

    @Override
    public void close() {}
}
