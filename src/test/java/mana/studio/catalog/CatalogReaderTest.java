package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.OtherObject;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

public class CatalogReaderTest {
    private static Database database;

    @BeforeAll
    static void readEverything() throws SQLException {
        TestDatabase test = TestServer.freshDatabase();
        Scripts.run(test, Scripts.resource(CatalogReaderTest.class, "everything.sql"));
        database = new CatalogReader(test.source()).read(new Cancellation()).database();
    }

    @Test
    void listsSchemasByName() {
        assertThat(database.schemas()).extracting(Schema::name).containsExactly("Odd \"schema\"", "empty", "public", "shop");
    }

    @Test
    void keepsTheOrderOfColumnsAndLeavesOutDroppedOnes() {
        assertThat(database.table(new QualifiedName("shop", "events_old")).orElseThrow().columns())
                .extracting(Column::name)
                .containsExactly("region", "at", "customer_id", "id");
    }

    @Test
    void listsWhatItDoesNotModel() {
        assertThat(database.others())
                .extracting(OtherObject::kind)
                .contains("aggregate", "operator", "range type", "collation", "text search configuration", "rule",
                        "statistics", "publication", "default privileges", "foreign server");
    }
}
