package mana.studio.ui.apply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import mana.studio.apply.PhasedPlan;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.safety.safer.Safer;
import mana.studio.safety.safer.SaferOptions;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A safer way in phases, by mouse and keyboard, on a real database: days and starts may lie between two.
@ExtendWith(ApplicationExtension.class)
@Timeout(180)
class PhasesTest {
    @TempDir
    private Path home;

    private Stage stage;
    private Screen screen;
    /// Stands for the studio of another day.
    private ApplyScreens later;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    private void open(Theme theme) throws Exception {
        screen = new Screen(home, Environment.LOCAL, false);
        screen.open(stage, theme, 1000, 720);
        Table users = screen.session
                .catalog()
                .get()
                .database()
                .tables()
                .filter(table -> table.name().name().equals("users"))
                .findFirst()
                .orElseThrow();
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            screen.session
                    .designing()
                    .edit(Edit.of(
                            "Rename",
                            database -> Edits.renameColumn(
                                    database,
                                    users.id(),
                                    users.column("email").orElseThrow().id(),
                                    "mail")));
            return users;
        });
        Screen.waitFor("a plan", () -> forecast() != null && !forecast().plan().isEmpty());
    }

    private Forecast forecast() {
        return screen.session.designing().forecast().get();
    }

    @AfterEach
    void close() {
        if (later != null) {
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                later.close();
                return later;
            });
        }
        screen.close();
    }

    @Test
    void goesOnAtTheNextStart(FxRobot robot) throws Exception {
        open(Theme.LIGHT);
        screen.show(this::first);
        assertThat(Screen.texts(robot))
                .contains(
                        "Phase 1 of 3: expand. The new comes beside the old",
                        "Later: Phase 2 of 3: migrate",
                        "It starts when no running code uses what goes");
        robot.clickOn((Node node) -> node.getId() != null && node.getId().equals("apply-now"));
        Screen.waitForText(robot, "Phase 2 of 3: migrate is next.");
        assertThat(screen.ask("SELECT count(email) || ' ' || count(mail) FROM users"))
                .isEqualTo("500 0");
        readAgain();
        assertThat(((mana.studio.ui.pending.PendingDesign) screen.session.designing())
                        .conflicts()
                        .get())
                .isEmpty();
        isDesignedWithoutWhatHelps();

        nextStart();
        Screen.waitForText(robot, "Phase 2 of 3: migrate is still to come.");
        robot.clickOn("Continue…");
        assertThat(robot.lookup("#apply-now").<Node>query().isDisabled()).isTrue();
        robot.clickOn("#apply-condition").clickOn("#apply-now");
        Screen.waitForText(robot, "Phase 3 of 3: contract is next.");
        assertThat(screen.ask("SELECT count(email) || ' ' || count(mail) FROM users"))
                .isEqualTo("500 500");
        robot.clickOn("Phase 3 of 3: contract…");
        assertThat(Screen.texts(robot))
                .contains("No running code uses what goes")
                .doesNotContain("Later:");
        robot.clickOn("#apply-condition");
        robot.lookup(".check-box").queryAll().stream()
                .filter(box -> !"apply-condition".equals(box.getId()))
                .forEach(robot::clickOn);
        robot.clickOn("#apply-now");
        Screen.waitForText(robot, "It was read again: the database is as designed.");
        Screen.waitFor(
                "no banner", () -> !robot.lookup("#phases-banner").<Node>query().isVisible());
        readAgain();
        Screen.waitFor("an empty design", () -> design().isEmpty());
    }

    @Test
    void isForgottenOnlyWhenAPersonSaysSo(FxRobot robot) throws Exception {
        open(Theme.LIGHT);
        screen.show(this::first);
        robot.clickOn("#apply-now");
        Screen.waitForText(robot, "is next.");
        nextStart();
        Screen.waitForText(robot, "Phase 2 of 3: migrate is still to come.");
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> later.applying(plan(), design().base()));
        robot.clickOn("Forget…");
        Screen.waitForText(robot, "Forget the phases to come?");
        robot.clickOn("Cancel");
        assertThat(robot.lookup("#phases-banner").<Node>query().isVisible()).isTrue();
        robot.clickOn("Forget…");
        Screen.waitForText(robot, "Forget the phases to come?");
        robot.clickOn("Forget");
        Screen.waitFor(
                "no banner", () -> !robot.lookup("#phases-banner").<Node>query().isVisible());
        assertThat(home.resolve("state/apply").toFile().list()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void looksGood(Theme theme, FxRobot robot) throws Exception {
        open(theme);
        screen.show(this::first);
        screen.picture("phases-first", theme);
        robot.clickOn("#apply-now");
        Screen.waitForText(robot, "is next.");
        screen.picture("phases-next", theme);
        nextStart();
        Screen.waitForText(robot, "is still to come.");
        robot.clickOn("Continue…");
        screen.picture("phases-continue", theme);
    }

    /// The direct way from between two phases takes what helps away, and leads where it did before.
    private void isDesignedWithoutWhatHelps() {
        Screen.waitFor("a plan", () -> forecast().design() == design());
        assertThat(screen.session.designing().problems().get()).isEmpty();
        assertThat(forecast().plan().statements())
                .extracting(mana.studio.plan.Statement::sql)
                .containsExactly(
                        "ALTER TABLE public.users RENAME COLUMN mail TO mail_dropped",
                        "ALTER TABLE public.users RENAME COLUMN email TO mail",
                        "DROP TRIGGER zz_users_email_mana_sync ON public.users",
                        "ALTER TABLE public.users DROP COLUMN mail_dropped",
                        "DROP FUNCTION public.zz_users_email_mana_sync()");
    }

    private Parent first() {
        return screen.screens.applying(plan(), design().base());
    }

    private PhasedPlan plan() {
        Forecast forecast = forecast();
        return PhasedPlan.of(
                Safer.of(forecast.plan(), design().base(), design().database(), SaferOptions.DEFAULT)
                        .phases(),
                design().database());
    }

    private Design design() {
        return screen.session.designing().design().get();
    }

    private void readAgain() throws Exception {
        Snapshot now = new CatalogReader(screen.workspace.source()).read(new Cancellation());
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            screen.session.read(now);
            return now;
        });
        Screen.waitFor("the design on it", () -> design().base() == now.database());
    }

    private void nextStart() {
        screen.show(() -> {
            later = new ApplyScreens(screen.session, screen.places);
            BorderPane window = new BorderPane();
            Runnable goOn = () -> window.setCenter(later.continuing());
            Region bar = later.phaseBar(goOn);
            window.setTop(later.phases(goOn));
            window.setBottom(new HBox(bar));
            return window;
        });
    }
}
