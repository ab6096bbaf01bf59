package mana.studio.ddl;

import mana.studio.catalog.CatalogReaderTest;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DdlTest {
    private static RoundTrip roundTrip;
    @BeforeAll
    static void load() {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, Scripts.resource(CatalogReaderTest.class, "everything.sql"));
        try { java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/ev.sql"), Ddl.of(RoundTrip.read(database))); } catch (java.io.IOException e) { throw new RuntimeException(e); }
        roundTrip = RoundTrip.of(database);
    }

    @Test
    void writesADatabaseThatLoadsToTheSameCatalog() {
        roundTrip.copyIsEqual();
    }
}
