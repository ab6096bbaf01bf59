package mana.studio.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

class GeneratedNameTest {
    @Test
    void cutsNamesAsTheServerDoes() throws SQLException {
        List<String> names = List.of(
                "a", "x".repeat(30), "y".repeat(63), "ü".repeat(30), "aü" + "ü".repeat(28), "z".repeat(28) + "…");
        TestDatabase database = TestServer.freshDatabase();
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : names) {
                for (String column : names) {
                    statement.execute("CREATE TABLE " + Identifier.quote(table) + " (" + Identifier.quote(column)
                            + " serial)");
                    assertThat(GeneratedName.of(table, column, "seq")).isEqualTo(onlySequence(statement));
                    statement.execute("DROP TABLE " + Identifier.quote(table));
                }
            }
        }
    }

    private static String onlySequence(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT relname FROM pg_class WHERE relkind = 'S'")) {
            result.next();
            return result.getString(1);
        }
    }
}
