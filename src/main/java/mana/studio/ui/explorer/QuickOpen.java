package mana.studio.ui.explorer;

import javafx.scene.layout.StackPane;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.explorer.ObjectIndex.Hit;
import mana.studio.ui.kit.Finder;
import mana.studio.ui.kit.Navigator.Side;
import mana.studio.ui.kit.Session;

/// Ctrl+P: a search over every object and column, over the rest of the window. Hidden until {@link #show}; to be laid
/// over the window's content.
public final class QuickOpen extends StackPane {
    private static final Finder.Words WORDS = new Finder.Words(
            "quick-open",
            "Find a table, view, type, function or column",
            "Find an object or a column",
            "Nothing has a name like this",
            "Enter opens  ·  Alt+Enter its structure  ·  Esc closes");

    private final Session session;
    private final QuickOpenModel model;
    private final Finder<Hit> finder;

    public QuickOpen(Session session) {
        this.session = session;
        model = new QuickOpenModel(session);
        finder = new Finder<>(
                WORDS,
                _ -> new QuickOpenCell(),
                (found, structure) -> model.whenSettled(() -> found.chosen(hit -> open(hit, structure))));
        finder.query().bindBidirectional(model.query());
        model.hits().addListener((_, _, hits) -> finder.show(hits));
        visibleProperty().bind(finder.visibleProperty());
        getChildren().add(finder);
    }

    /// Shows it, empty, and takes the focus.
    public void show() {
        finder.show();
        toFront();
        model.search();
    }

    /// Hides it and gives the focus back.
    public void hide() {
        finder.hide();
    }

    /// An object was opened, here or elsewhere: the next time, it is among the first.
    public void opened(QualifiedName name) {
        model.opened(name);
    }

    private void open(Hit hit, boolean structure) {
        hide();
        opened(hit.object().name());
        if (structure || hit.column() != null) {
            session.navigator().open(hit.object().name(), Side.STRUCTURE);
        } else {
            session.navigator().open(hit.object());
        }
    }
}
