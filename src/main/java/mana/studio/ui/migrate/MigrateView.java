package mana.studio.ui.migrate;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.connection.Profile;
import mana.studio.drizzle.migrate.Mode;
import mana.studio.drizzle.migrate.Obstacle;
import mana.studio.drizzle.migrate.Proposal;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.ServiceMigrations;
import mana.studio.ui.kit.Session;
import org.kordamp.ikonli.feather.Feather;

/// A service's pending migrations: what will run, then how it goes, then what became of it.
public final class MigrateView extends BorderPane {
    private final Session session;
    private final MigrateModel model;
    private final RunList list;
    private final Label summary = Blocks.wrapped("", "apply-summary");
    private final VBox top;

    MigrateView(Session session, MigrateModel model) {
        this.session = session;
        this.model = model;
        getStyleClass().addAll("apply", "migrate");
        list = new RunList(model.items());
        top = new VBox(4, title(), source(), summary);
        top.getStyleClass().add("apply-top");
        setTop(top);
        model.stage().subscribe(_ -> show());
        model.proposal().subscribe(_ -> summary.setText(summary()));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F2 && event.isShortcutDown()) {
                model.cancel();
                event.consume();
            }
        });
    }

    /// Reads the files and the books again.
    public void refresh() {
        model.look();
    }

    private Node title() {
        ServiceMigrations migrations = model.migrations();
        Label service = new Label(migrations.service());
        service.getStyleClass().add("object-name");
        service.setMinWidth(0);
        Profile profile = session.workspace().profile();
        Label word = new Label(profile.environment().name().toLowerCase(Locale.ROOT));
        word.getStyleClass().add("environment-word");
        word.pseudoClassStateChanged(PseudoClass.getPseudoClass(word.getText()), true);
        word.setMinWidth(Region.USE_PREF_SIZE);
        Label place = new Label("into " + profile.target().database());
        place.getStyleClass().add("muted");
        Button back = new Button("Way back…", Icons.of(Feather.CORNER_UP_LEFT));
        back.setId("migrate-back");
        back.getStyleClass().add("flat");
        back.setTooltip(new Tooltip("What to do when a migration must be taken back"));
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(_ -> new WayBackDialog(session, model).show(getScene().getWindow()));
        back.disableProperty().bind(model.proposal().isNull());
        HBox row = new HBox(8, service, word, place, Blocks.gap(), back);
        row.getStyleClass().add("apply-target");
        return row;
    }

    private Node source() {
        ServiceMigrations migrations = model.migrations();
        Label label = Blocks.wrapped(
                migrations.folder() + "  ·  books in " + migrations.table().schema() + "."
                        + migrations.table().table(),
                "apply-reason");
        return label;
    }

    private String summary() {
        Proposal shown = model.proposal().get();
        if (shown == null || shown.files().isEmpty()) {
            return "";
        }
        String what = Amounts.counted(shown.files().size(), "migration", "migrations") + ", "
                + Amounts.counted(shown.statements(), "statement", "statements");
        if (shown.mode() == Mode.ONE_TRANSACTION) {
            return what + " in one transaction: all of them or none.";
        }
        long outside = shown.legs().stream().filter(leg -> leg.alone()).count();
        long transactions = shown.legs().size() - outside;
        return what + " in " + Amounts.counted((int) transactions, "transaction", "transactions")
                + (outside == 0 ? "" : " and " + outside + " outside of any")
                + ". Each is committed before the next begins.";
    }

    private void show() {
        MigrateModel.Stage stage = model.stage().get();
        Proposal shown = model.proposal().get();
        Failure failure = model.failure().get();
        setBottom(null);
        if (shown == null) {
            setCenter(failure == null ? reading() : failed(failure));
            return;
        }
        switch (stage) {
            case READING -> setBottom(null);
            case ASKING -> asking(shown);
            case RUNNING -> {
                setCenter(list);
                setBottom(new RunningPane(model, () -> session.navigator().open(Screen.LOCKS)));
            }
            case ENDED -> {
                if (!shown.files().isEmpty()) {
                    setCenter(list);
                }
                setBottom(new EndedPane(model));
            }
        }
        if (getScene() != null && getBottom() != null && isShowing()) {
            getBottom().requestFocus();
        }
    }

    private boolean isShowing() {
        return getScene().getWindow() != null && getScene().getWindow().isShowing();
    }

    private static Node reading() {
        return new EmptyState(Feather.CLOCK, "Reading", "The files and the books of the service are compared.");
    }

    private Node failed(Failure failure) {
        Button again = new Button("Try again");
        again.setOnAction(_ -> model.look());
        VBox box = new VBox(new FailurePane(failure, again));
        box.getStyleClass().add("migrate-failed");
        return box;
    }

    private void asking(Proposal shown) {
        Obstacle obstacle = shown.obstacle();
        if (obstacle != null) {
            setCenter(empty(Feather.ALERT_TRIANGLE, "Nothing can run", obstacle.what() + " " + obstacle.remedy()));
        } else if (shown.files().isEmpty()) {
            setCenter(
                    shown.hasNoJournal()
                            ? empty(
                                    Feather.FOLDER,
                                    "No migrations yet",
                                    "There is no meta/_journal.json in "
                                            + model.migrations().folder() + ".")
                            : empty(
                                    Feather.CHECK_CIRCLE,
                                    "Nothing is pending",
                                    "Every migration that the migrator would run is applied."));
        } else {
            setCenter(list);
            setBottom(new AskingPane(model));
            return;
        }
        if (!shown.foreseen().isEmpty()) {
            VBox box = new VBox(new ForeseenList(shown.foreseen()));
            box.getStyleClass().add("apply-asking");
            setBottom(box);
        }
    }

    private Node empty(Feather icon, String title, String text) {
        Button again = new Button("Look again");
        again.setOnAction(_ -> model.look());
        return new EmptyState(icon, title, text, again);
    }

    @Override
    public void requestFocus() {
        Node bottom = getBottom();
        if (bottom == null) {
            super.requestFocus();
        } else {
            bottom.requestFocus();
        }
    }
}
