package mana.studio.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Stage;
import mana.studio.convention.Breach;
import mana.studio.convention.ConventionSettings;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HintsTest {
    private final Table table = TableBuilder.table("auth", "api_keys")
            .notNull("id", "uuid", "gen_random_uuid()")
            .notNull("enabled", "boolean")
            .notNull("created_at", "timestamp with time zone", "now()")
            .notNull("updated_at", "timestamp with time zone", "now()")
            .primaryKey("id")
            .build();
    private final Column enabled = table.column("enabled").orElseThrow();
    private final TestSession session = new TestSession(TestDatabases.snapshot(TestDatabases.database(table)));

    @TempDir
    private Path folder = Path.of("");

    private HouseRules rules;
    private Hints hints;
    private ReadOnlyObjectProperty<List<Breach>> breaches;

    @Start
    void start(Stage stage) {}

    @BeforeEach
    void watch(FxRobot robot) {
        robot.interact(() -> {
            rules = new HouseRules(
                    new JsonFile<>(
                            folder.resolve("conventions.json"), ConventionSettings.class, ConventionSettings.NONE),
                    "local",
                    session.background());
            hints = new Hints(session, rules);
            breaches = hints.of(table.id());
        });
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, condition);
    }

    @Test
    void tellsWhatIsWrongAtWhichFieldAndMendsIt(FxRobot robot) throws Exception {
        await(() -> breaches.get().size() == 1);
        Breach breach = breaches.get().getFirst();
        assertThat(breach.message()).isEqualTo("enabled is a boolean; call it is_enabled.");
        assertThat(breach.spot().part()).isSameAs(enabled.id());
        assertThat(breach.spot().field()).isEqualTo(Field.NAME);
        robot.interact(() -> session.designing().edit(breach.fix()));
        await(() -> breaches.get().isEmpty());
    }

    @Test
    void followsTyping(FxRobot robot) throws Exception {
        await(() -> breaches.get().size() == 1);
        robot.interact(() -> session.designing()
                .edit(Edit.typing(
                        "Rename",
                        "name",
                        database -> Edits.renameColumn(database, table.id(), enabled.id(), "has_access"))));
        await(() -> breaches.get().isEmpty());
        robot.interact(() -> session.designing().undo());
        await(() -> breaches.get().size() == 1);
    }

    @Test
    void followsTheSettings(FxRobot robot) throws Exception {
        await(() -> breaches.get().size() == 1);
        robot.interact(() -> rules.change(own -> own.withRule("boolean-name", "auth", false)));
        await(() -> breaches.get().isEmpty());
    }

    @Test
    void saysNothingOfWhatIsGone(FxRobot robot) throws Exception {
        await(() -> breaches.get().size() == 1);
        robot.interact(() -> session.designing()
                .edit(Edit.of(
                        "Drop", database -> Edits.drop(database, table.id()).database())));
        await(() -> breaches.get().isEmpty());
        robot.interact(() -> assertThat(hints.of(Identity.fresh()).get()).isEmpty());
    }
}
