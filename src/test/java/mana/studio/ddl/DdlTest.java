package mana.studio.ddl;

import mana.studio.catalog.CatalogReaderTest;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

class DdlTest {
    @Test
    void writesADatabaseThatLoadsToTheSameCatalog() {
        RoundTrip.of(loaded("everything.sql")).assertCopyIsEqual();
    }

    @Test
    void writesTablesThatLoadToTheSameOneByOne() {
        RoundTrip.of(loaded("everything.sql")).assertEveryTableIsEqual();
    }

    @Test
    void writesWhatHasNoRecordOfItsOwn() {
        RoundTrip.of(loaded("unmodelled.sql")).assertCopyIsEqual();
    }

    @Test
    void putsEverythingAfterWhatItNeeds() {
        RoundTrip.of(loaded("needs.sql")).assertCopyIsEqual();
    }

    private static TestDatabase loaded(String script) {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, Scripts.resource(CatalogReaderTest.class, script));
        return database;
    }
}
