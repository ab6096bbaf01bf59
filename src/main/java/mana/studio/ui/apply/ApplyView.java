package mana.studio.ui.apply;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.apply.Order;
import mana.studio.apply.PhasedPlan;
import mana.studio.connection.Profile;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// Applying: what will run and in how many transactions, then how it goes, then what became of it.
final class ApplyView extends BorderPane {
    private final Session session;
    private final ApplyModel model;
    private final VBox top;
    private final CourseList list;

    ApplyView(Session session, ApplyModel model) {
        this.session = session;
        this.model = model;
        getStyleClass().add("apply");
        list = new CourseList(model.progress().items());
        Label summary = Blocks.wrapped("", "apply-summary");
        summary.textProperty().bind(model.order().map(ApplyView::summary));
        top = new VBox(4, target(session.workspace().profile()), summary);
        top.getStyleClass().add("apply-top");
        model.order().subscribe(_ -> show());
        model.stage().subscribe(_ -> show());
        model.progress().looked().subscribe(at -> list.reveal(at.intValue()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2 && event.isShortcutDown()) {
                model.cancel();
                event.consume();
            }
        });
    }

    private static String summary(Order order) {
        PhasedPlan plan = order.plan();
        if (plan == null) {
            return order.course().summary();
        }
        String now = PhaseWords.next(plan) + (plan.isHalfDone() ? ", the rest. " : ". ")
                + plan.phase().purpose() + " " + order.course().summary();
        return plan.later().isEmpty() ? now : now + " For later: " + PhaseWords.names(plan.later()) + ".";
    }

    /// The database by its name, and what it is for as a word on its colour.
    static HBox target(Profile profile) {
        Label name = new Label(profile.target().database());
        name.getStyleClass().add("object-name");
        name.setMinWidth(0);
        Label word = new Label(profile.environment().name().toLowerCase(Locale.ROOT));
        word.getStyleClass().add("environment-word");
        word.pseudoClassStateChanged(PseudoClass.getPseudoClass(word.getText()), true);
        word.setMinWidth(Region.USE_PREF_SIZE);
        Label place = new Label(profile.target().toString());
        place.getStyleClass().add("muted");
        HBox row = new HBox(8, name, word, place);
        row.getStyleClass().add("apply-target");
        return row;
    }

    private void show() {
        boolean nothing = model.order().get().course().isEmpty();
        setTop(nothing ? null : top);
        if (nothing) {
            setCenter(new EmptyState(
                    Feather.CHECK_CIRCLE, "Nothing to apply", "The design and the database are the same."));
            setBottom(null);
            return;
        }
        setCenter(list);
        setBottom(
                switch (model.stage().get()) {
                    case ASKING -> new AskingPane(model);
                    case RUNNING -> new RunningPane(model, () -> session.navigator().open(Screen.LOCKS));
                    case ENDED -> new EndedPane(model);
                });
        if (getScene() != null) {
            requestFocus();
        }
    }

    @Override
    public void requestFocus() {
        if (getBottom() != null) {
            getBottom().requestFocus();
        }
    }
}
