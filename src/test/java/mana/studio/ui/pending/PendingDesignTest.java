package mana.studio.ui.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.testing.TestSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// With a real database underneath and the real scratch server beside it.
@ExtendWith(ApplicationExtension.class)
class PendingDesignTest {
    private TestDatabase database;
    private TestSession session;
    private PendingDesign pending;
    private Table users;

    @Start
    void start(Stage stage) throws SQLException {
        database = TestServer.freshDatabase();
        database.run("CREATE SCHEMA auth; CREATE TABLE auth.users (id uuid PRIMARY KEY, email text NOT NULL);");
        Snapshot snapshot = read();
        users = snapshot.database().table(new QualifiedName("auth", "users")).orElseThrow();
        session = new TestSession(snapshot);
        pending = new PendingDesign(session);
    }

    @Test
    void hasTheServersWordAtTheField(FxRobot robot) throws Exception {
        Column bad = added("nwo()");
        robot.interact(() -> pending.edit(add(bad)));
        waitFor(() -> !pending.problems().get().isEmpty());
        assertThat(pending.problems().get()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).startsWith("Function nwo() does not exist");
            assertThat(problem.spot().field()).isEqualTo(Field.DEFAULT);
        });
        robot.interact(() -> pending.edit(Edit.of(
                "Default",
                db -> Edits.changeColumn(db, users.id(), bad.id(), one -> one.withDefaultExpression("now()")))));
        waitFor(() -> pending.problems().get().isEmpty());
    }

    @Test
    void saysWhatIsWrongWithAHalfTypedNameAndPlansNothingForIt(FxRobot robot) throws Exception {
        robot.interact(() -> pending.edit(Edit.of(
                "Rename",
                db -> Edits.renameColumn(
                        db, users.id(), users.columns().getLast().id(), "id"))));
        waitFor(() -> pending.problems().get().stream()
                .map(Problem::message)
                .toList()
                .equals(List.of("Another column of the table is called id already.")));
        waitFor(() -> pending.forecast().get() != null
                && pending.forecast().get().design() == pending.design().get());
        assertThat(pending.forecast().get().plan().isEmpty()).isTrue();
    }

    @Test
    void isEmptyWhenItWasApplied(FxRobot robot) throws Exception {
        robot.interact(() -> pending.edit(add(added("CURRENT_TIMESTAMP - interval '1 day'"))));
        waitFor(() -> pending.forecast().get() != null
                && pending.forecast().get().design() == pending.design().get());
        database.run(pending.forecast().get().plan().sql());
        robot.interact(() -> pending.applied(pending.design().get()));
        Snapshot now = read();
        robot.interact(() -> session.read(now));
        waitFor(() -> pending.design().get().base() == now.database());
        assertThat(pending.design().get().isEmpty()).isTrue();
        assertThat(pending.conflicts().get()).isEmpty();
    }

    @Test
    void followsADatabaseThatChangesUnderneath(FxRobot robot) throws Exception {
        robot.interact(() -> pending.edit(add(added(null))));
        database.run("ALTER TABLE auth.users RENAME TO people");
        Snapshot now = read();
        robot.interact(() -> session.read(now));
        waitFor(() -> pending.forecast().get() != null
                && pending.forecast().get().design().base() == now.database());
        assertThat(pending.forecast().get().plan().sql())
                .isEqualTo("ALTER TABLE auth.people ADD COLUMN at timestamp with time zone;\n");
    }

    private Edit add(Column column) {
        return Edit.of("Add column", db -> Edits.addColumn(db, users.id(), column, 9));
    }

    private static Column added(String defaultExpression) {
        return new Column(
                Identity.fresh(),
                "at",
                new DataType("timestamp with time zone", Family.TIMESTAMP, null),
                null,
                defaultExpression,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                null,
                Privileges.DEFAULT);
    }

    private Snapshot read() throws SQLException {
        return new CatalogReader(database.source()).read(new Cancellation());
    }

    private static void waitFor(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
    }
}
