package mana.studio.ddl;

import mana.studio.catalog.CatalogReaderTest;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DdlTest {
    private TestDatabase database;

    @BeforeEach
    void load() {
        database = TestServer.freshDatabase();
        Scripts.run(database, Scripts.resource(CatalogReaderTest.class, "everything.sql"));
    }

    @Test
    void writesADatabaseThatLoadsToTheSameCatalog() {
        RoundTrip.of(database).assertCopyIsEqual();
    }

    @Test
    void writesTablesThatLoadToTheSameOneByOne() {
        RoundTrip.of(database).assertEveryTableIsEqual();
    }
}
