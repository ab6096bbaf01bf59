package mana.studio.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Workspace;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Problem;
import mana.studio.design.Spot;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.ServerOffer;
import mana.studio.ui.kit.Session;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// What is shown while there is no newest plan, or something is wrong in the design.
@ExtendWith(ApplicationExtension.class)
class PreviewStatesTest {
    private static final QualifiedName USERS = new QualifiedName("auth", "users");

    private final Slow designing = new Slow();
    private final TestSession plain = new TestSession(TestDatabases.platformSnapshot());

    @Start
    void start(Stage stage) {
        Scene scene = new Scene(new StackPane(new PreviewPane(new SlowSession(), new Highlight())), 800, 700);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void waitsForTheCatalog(FxRobot robot) {
        assertThat(texts(robot)).contains("Waiting for the catalog");
    }

    @Test
    void saysThatItPlansOnlyWhenItTakesLonger(FxRobot robot) {
        Design first = start(robot);
        plan(robot, first);
        assertThat(texts(robot)).contains("1 statement, 1 transaction");

        robot.interact(() -> designing.design.set(first.edit(Shop.dropColumn(USERS, "preferences"))));
        assertThat(texts(robot)).doesNotContain("Planning");

        waitFor(() -> texts(robot).contains("Planning"));
        assertThat(texts(robot)).contains("1 statement, 1 transaction");
        plan(robot, designing.design.get());
        assertThat(texts(robot)).contains("2 statements, 1 transaction").doesNotContain("Planning");
    }

    @Test
    void keepsTheLastPlanWhereThereIsNoNewer(FxRobot robot) {
        Design first = start(robot);
        plan(robot, first);

        robot.interact(() -> {
            designing.design.set(first.edit(Shop.dropColumn(USERS, "preferences")));
            designing.failure.set(new Failure("Planning", "That did not work.", "a reason", null, null));
        });

        assertThat(texts(robot))
                .contains(
                        "That did not work.",
                        "a reason",
                        "The statements below are of an older state of the design.",
                        "1 statement, 1 transaction");
        robot.interact(() -> designing.failure.set(null));
        plan(robot, designing.design.get());
        assertThat(texts(robot))
                .doesNotContain("That did not work.", "The statements below are of an older state of the design.");
    }

    @Test
    void saysWhyThereIsNoPlanAtAll(FxRobot robot) {
        start(robot);

        robot.interact(
                () -> designing.failure.set(new Failure("Planning", "That did not work.", "a reason", null, null)));

        assertThat(texts(robot)).contains("No plan yet", "That did not work.");
    }

    @Test
    void namesTheProblemsOfTheDesignAndLeadsToThem(FxRobot robot) {
        Design first = start(robot);
        plan(robot, first);
        Table users = first.database().table(USERS).orElseThrow();
        Spot email = new Spot(users.id(), users.column("email").orElseThrow().id(), Spot.Field.NAME);

        robot.interact(() -> designing.problems.set(List.of(
                new Problem(email, Problem.Severity.ERROR, "The name is taken."),
                new Problem(new Spot(users.id(), null, Spot.Field.NAME), Problem.Severity.ERROR, "Too long."))));

        assertThat(texts(robot)).contains("2 problems: the SQL may be refused", "auth.users: Too long.");
        robot.clickOn("auth.users.email: The name is taken.");
        assertThat(plain.visited()).containsExactly("spot NAME");
        robot.interact(() -> designing.problems.set(List.of()));
        assertThat(texts(robot)).doesNotContain("2 problems: the SQL may be refused");
    }

    @Test
    void saysWhereAnEditMakesNoDifference(FxRobot robot) {
        Design first = start(robot);

        robot.interact(() ->
                designing.forecast.set(new Forecast(first, new Plan(List.of(), List.of(), List.of()), List.of())));

        assertThat(texts(robot)).contains("No difference");
    }

    /// For people to look at: `target/snapshots`.
    @ParameterizedTest
    @EnumSource
    void drawsWhatIsWrong(Theme theme, FxRobot robot) throws IOException {
        Design first = start(robot);
        plan(robot, first);
        Table users = first.database().table(USERS).orElseThrow();
        Spot email = new Spot(users.id(), users.column("email").orElseThrow().id(), Spot.Field.NAME);
        robot.interact(() -> {
            designing.design.set(first.edit(Shop.dropColumn(USERS, "preferences")));
            designing.problems.set(List.of(
                    new Problem(email, Problem.Severity.ERROR, "Another column has this name. Choose another."),
                    new Problem(
                            new Spot(users.id(), null, Spot.Field.NAME),
                            Problem.Severity.WARNING,
                            "PostgreSQL keeps 63 bytes of a name.")));
            designing.failure.set(new Failure("Planning", "That did not work.", "a reason", null, null));
            theme.apply(robot.lookup(".preview").query().getScene());
        });
        WaitForAsyncUtils.waitForFxEvents();
        Scene scene = robot.lookup(".preview").query().getScene();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(scene));
        assertThat(picture.getWidth()).isEqualTo((int) scene.getWidth());
        Snapshots.write(picture, Path.of("target/snapshots", "preview-wrong-" + theme + ".png"));
    }

    private Design start(FxRobot robot) {
        Snapshot snapshot = plain.catalog().get();
        Design design = Design.of(snapshot.database()).edit(Shop.rename(USERS, "name", "full_name"));
        robot.interact(() -> designing.design.set(design));
        return design;
    }

    private void plan(FxRobot robot, Design design) {
        Plan plan = Planner.planDesign(design.base(), design.database());
        var verdicts =
                Judge.of(plain.catalog().get(), 18, Runner.ONE_TRANSACTION).plan(plan);
        robot.interact(() -> designing.forecast.set(new Forecast(design, plan, verdicts)));
    }

    private static List<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(node -> node instanceof Labeled).queryAllAs(Labeled.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .toList();
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }

    /// Pending changes whose forecast comes when the test wants it.
    private static final class Slow implements Designing {
        private final ObjectProperty<@Nullable Design> design = new SimpleObjectProperty<>();
        private final ObjectProperty<@Nullable Forecast> forecast = new SimpleObjectProperty<>();
        private final ObjectProperty<@Nullable Failure> failure = new SimpleObjectProperty<>();
        private final ObjectProperty<List<Problem>> problems = new SimpleObjectProperty<>(List.of());

        @Override
        public ReadOnlyObjectProperty<@Nullable Design> design() {
            return design;
        }

        @Override
        public ReadOnlyObjectProperty<@Nullable Forecast> forecast() {
            return forecast;
        }

        @Override
        public ReadOnlyObjectProperty<@Nullable Failure> forecastFailure() {
            return failure;
        }

        @Override
        public ReadOnlyObjectProperty<List<Problem>> problems() {
            return problems;
        }

        @Override
        public void edit(Edit edit) {}

        @Override
        public void undo() {}

        @Override
        public void redo() {}

        @Override
        public void discard() {}
    }

    private final class SlowSession implements Session {
        @Override
        public Workspace workspace() {
            return plain.workspace();
        }

        @Override
        public ReadOnlyObjectProperty<@Nullable Snapshot> catalog() {
            return plain.catalog();
        }

        @Override
        public void refresh() {}

        @Override
        public Background background() {
            return plain.background();
        }

        @Override
        public Navigator navigator() {
            return plain.navigator();
        }

        @Override
        public ReadOnlyObjectProperty<ServiceRegistry> services() {
            return plain.services();
        }

        @Override
        public ServerOffer offer() {
            return plain.offer();
        }

        @Override
        public Designing designing() {
            return designing;
        }
    }
}
