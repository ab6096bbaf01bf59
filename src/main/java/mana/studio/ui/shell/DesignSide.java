package mana.studio.ui.shell;

import javafx.application.Platform;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import mana.studio.design.Design;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.PreviewSide;
import mana.studio.ui.kit.Session;
import mana.studio.ui.pending.UndoKeys;
import mana.studio.ui.preview.PreviewPane;
import org.jspecify.annotations.Nullable;

/// A form and, as soon as something is pending, what that will do beside it.
final class DesignSide extends SplitPane {
    private static final double FORM = 0.6;
    private static final double NARROWEST_FORM = 420;
    private static final double NARROWEST_PREVIEW = 280;

    private final PreviewPane preview;
    private final Subscription following;

    /// @param highlight shared by both
    /// @param drizzle   one more side of the preview
    DesignSide(Session session, Region form, Highlight highlight, PreviewSide drizzle) {
        preview = new PreviewPane(session, highlight, drizzle);
        getStyleClass().add("design-side");
        // Their bars of buttons would like more; the window's width goes first.
        setMinWidth(0);
        form.setMinWidth(NARROWEST_FORM);
        preview.setMinWidth(NARROWEST_PREVIEW);
        getItems().setAll(form);
        UndoKeys.install(this, session.designing());
        following = session.designing().design().subscribe(this::follow);
    }

    private void follow(@Nullable Design design) {
        boolean pending = design != null && !design.isEmpty();
        if (pending && !getItems().contains(preview)) {
            getItems().add(preview);
            setDividerPositions(FORM);
            // The skin lays a new item out by its preferred width first, and takes that for the position.
            Platform.runLater(() -> setDividerPositions(FORM));
        }
    }

    void find() {
        if (getItems().contains(preview)) {
            preview.find();
        }
    }

    /// Follows the design no longer.
    void close() {
        following.unsubscribe();
        preview.close();
    }
}
