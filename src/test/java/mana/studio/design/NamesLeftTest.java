package mana.studio.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.plan.Planner;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

/// A name that one thing leaves and another takes in the same design, on a real server, there and back.
class NamesLeftTest {
    private final TestDatabase database = TestServer.freshDatabase().run("""
        CREATE TABLE users (id integer, mail text, email text);
        INSERT INTO users VALUES (1, 'old', 'new');
        CREATE VIEW mails AS SELECT id, email FROM users;\
        """);

    @Test
    void isTakenFromAColumnThatIsDropped() {
        Database base = read();
        Identity users = users(base).id();
        Database design = Edits.dropParts(base, users, column(base, "mail")).database();
        design = Edits.renameColumn(design, users, column(base, "email"), "mail");
        thereAndBack(base, design);
    }

    @Test
    void isTakenByAColumnThatIsNew() {
        Database base = read();
        Identity users = users(base).id();
        Database design = Edits.renameColumn(base, users, column(base, "email"), "address");
        Column like = users(base).column("mail").orElseThrow();
        Column added = Column.plain("email", like.type());
        thereAndBack(base, Edits.addColumn(design, users, added, 3));
    }

    private void thereAndBack(Database base, Database design) {
        var back = Planner.wayBackOfDesign(base, design, List.of());
        Scripts.run(database, Planner.planDesign(base, design).sql());
        assertThat(Planner.plan(read(), design).sql()).isEmpty();
        Scripts.run(database, back.plan().sql());
        assertThat(Planner.plan(read(), base).sql()).isEmpty();
    }

    private static Identity column(Database database, String name) {
        return users(database).column(name).orElseThrow().id();
    }

    private static Table users(Database database) {
        return database.tables().findFirst().orElseThrow();
    }

    private Database read() {
        try {
            return new CatalogReader(database.source()).read(new Cancellation()).database();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
