package mana.studio.safety.predict;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.Node;
import mana.studio.statement.PgParser;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.Statements;
import mana.studio.statement.SyntaxError;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Each statement of `statements.sql` is run on the real server and undone: what was predicted is what it did.
class PredictionTest {
    /// What each relation is, where its file is, and how many rows of it the transaction has read.
    private static final String RELATIONS = """
        SELECT c.oid, n.nspname, c.relname, c.relkind, pg_relation_filenode(c.oid),
               coalesce((SELECT seq_tup_read FROM pg_stat_xact_all_tables s WHERE s.relid = c.oid), 0)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'lib'
        """;
    private static final String LOCKS = """
        SELECT relation, mode FROM pg_locks
        WHERE locktype = 'relation' AND pid = pg_backend_pid() AND granted
        """;

    private record Relation(Touched touched, long file, long read) {}

    @TestFactory
    Stream<DynamicTest> predictsWhatTheServerDoes() throws SQLException {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, Scripts.resource(PredictionTest.class, "library.sql"));
        database.run("ANALYZE");
        Snapshot snapshot = new CatalogReader(database.source()).read(new Cancellation());
        return Statements.split(Scripts.resource(PredictionTest.class, "statements.sql")).stream()
                .map(statement ->
                        DynamicTest.dynamicTest(statement.text(), () -> compare(statement, snapshot, database)));
    }

    private static void compare(SqlStatement statement, Snapshot snapshot, TestDatabase database)
            throws SQLException, SyntaxError {
        Situation situation = Situation.of(snapshot).withUtc(true);
        Node tree = PgParser.parseOne(statement.text());
        Effects predicted = Prediction.of(tree, situation).effects();
        Effects measured = measure(statement.text(), database);

        if (measured.error() != null) {
            boolean aboutRows = measured.error().startsWith("23");
            assertThat(predicted.error() != null
                            || (aboutRows && !predicted.scanned().isEmpty()))
                    .as("the server refuses: " + measured.error())
                    .isTrue();
            return;
        }
        boolean query =
                List.of("SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt").contains(tree.type());
        if (query) {
            // How to find the rows of a condition is the planner's choice.
            assertThat(measured.scanned()).containsAll(predicted.scanned());
            assertThat(predicted.locks()).isEqualTo(measured.locks());
        } else {
            assertThat(predicted).isEqualTo(measured);
        }
    }

    private static Effects measure(String sql, TestDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            // Whatever reads a whole table does so through the table.
            statement.execute("SET timezone = 'UTC'; SET enable_indexscan = off; SET enable_indexonlyscan = off; "
                    + "SET enable_bitmapscan = off; SET max_parallel_workers_per_gather = 0");
            connection.setAutoCommit(false);
            Map<Long, Relation> before = relations(statement);
            try {
                statement.execute(sql);
            } catch (SQLException refused) {
                return new Effects(
                        Map.of(), Set.of(), Set.of(), true, refused.getSQLState() + " " + refused.getMessage());
            }
            Effects effects = effects(before, relations(statement), locks(statement, before));
            connection.rollback();
            return effects;
        }
    }

    private static Map<Long, Relation> relations(Statement statement) throws SQLException {
        Map<Long, Relation> relations = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(RELATIONS)) {
            while (rows.next()) {
                Kind kind = kind(rows.getString(4));
                QualifiedName name = new QualifiedName(rows.getString(2), rows.getString(3));
                relations.put(rows.getLong(1), new Relation(new Touched(kind, name), rows.getLong(5), rows.getLong(6)));
            }
        }
        return relations;
    }

    private static Kind kind(String relkind) {
        return switch (relkind) {
            case "i", "I" -> Kind.INDEX;
            case "S" -> Kind.SEQUENCE;
            case "v" -> Kind.VIEW;
            case "m" -> Kind.MATERIALIZED_VIEW;
            case "c" -> Kind.COMPOSITE_TYPE;
            default -> Kind.TABLE;
        };
    }

    private static Map<Touched, LockMode> locks(Statement statement, Map<Long, Relation> before) throws SQLException {
        Map<Touched, LockMode> locks = new TreeMap<>();
        try (ResultSet rows = statement.executeQuery(LOCKS)) {
            while (rows.next()) {
                @Nullable Relation relation = before.get(rows.getLong(1));
                LockMode mode = LockMode.ofServer(rows.getString(2));
                if (relation != null) {
                    locks.merge(relation.touched(), mode, LockMode::strongest);
                }
            }
        }
        locks.entrySet()
                .removeIf(lock -> lock.getKey().kind() == Kind.INDEX && lock.getValue() == LockMode.ACCESS_SHARE);
        return locks;
    }

    private static Effects effects(
            Map<Long, Relation> before, Map<Long, Relation> after, Map<Touched, LockMode> locks) {
        Set<Touched> rewritten = new TreeSet<>();
        Set<Touched> scanned = new HashSet<>();
        before.forEach((oid, relation) -> {
            Relation now = after.get(oid);
            if (now != null && now.file() != relation.file()) {
                rewritten.add(relation.touched());
            }
            if (now != null && now.read() - relation.read() >= 40) {
                scanned.add(relation.touched());
            }
        });
        return new Effects(locks, rewritten, scanned, true, null);
    }
}
