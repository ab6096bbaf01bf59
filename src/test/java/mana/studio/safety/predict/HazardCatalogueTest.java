package mana.studio.safety.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.safety.Effects;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.safety.Touched.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.PgParser;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.Statements;
import mana.studio.statement.SyntaxError;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is predicted is what was measured: every case of a catalogue of statements, for the version of the test server.
class HazardCatalogueTest {
    private static final Path FACTS = Path.of(System.getProperty("mana.shared", "../shared"), "facts");
    private static final Path SCHEMA =
            Path.of(System.getProperty("mana.shared", "../shared"), "data/dry-run/base-schema.sql");

    /// The catalogue calls a relation as it is called after the statement; here it is called as before.
    private static final Map<String, Map<String, String>> FORMER_NAMES = Map.of(
            "TBL-RENAME", Map.of("orders2", "orders"),
            "TBL-SET-SCHEMA", Map.of("public.orders", "orders", "public.orders_id_seq", "orders_id_seq"),
            "VIEW-RENAME", Map.of("ov2", "orders_v"),
            "MULTI-RENAME-SWAP", Map.of("parent_old", "parent", "parent", "child"),
            "IDX-RENAME", Map.of("i9", "orders_idx_i"),
            "CON-PK-USING", Map.of("pk", "lone_a_idx"),
            "CON-PK-USING-NN", Map.of("pk", "lone_b_idx"),
            "CON-UNIQUE-USING", Map.of("u1", "orders_uq_idx"),
            "CON-RENAME-PK", Map.of("pk2", "orders_pkey"));

    /// From 17 on the planner reads these through an index, which the catalogue does not count as a scan.
    private static final Set<String> READ_THROUGH_INDEX = Set.of("TYPE-FK-parent", "MVIEW-CREATE", "DML-SELECT");

    @TestFactory
    Stream<DynamicTest> predictsWhatWasMeasured() throws IOException, SQLException {
        assumeTrue(Files.exists(FACTS.resolve("ddl-hazards.json")), "the catalogue of measured statements is not here");
        Base base = Base.load();
        JsonNode cases = JsonMapper.shared().readTree(Files.readString(FACTS.resolve("ddl-hazards.json")));
        return cases.valueStream()
                .filter(each -> each.path("pg").has(base.major()))
                .map(each -> DynamicTest.dynamicTest(each.path("id").asString(), () -> compare(each, base)));
    }

    /// @param major as the catalogue writes it
    private record Base(TestDatabase database, Snapshot snapshot, String major) {
        static Base load() throws IOException, SQLException {
            TestDatabase database = TestServer.freshDatabase();
            for (SqlStatement statement : Statements.split(Files.readString(SCHEMA))) {
                // A role is there for every database of the server.
                database.run(
                        statement.text().startsWith("CREATE ROLE")
                                ? "DO $$ BEGIN " + statement.text()
                                        + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$"
                                : statement.text());
            }
            Snapshot snapshot = read(database);
            return new Base(
                    database, snapshot, String.valueOf(snapshot.database().version() / 10_000));
        }

        static Snapshot read(TestDatabase database) throws SQLException {
            return new CatalogReader(database.source()).read(new Cancellation());
        }

        /// The catalog after some statements, in a copy of the database.
        Snapshot after(String... scripts) throws SQLException {
            TestDatabase copy = TestServer.freshDatabase();
            TestServer.execute(TestServer.server().source("postgres"), "DROP DATABASE " + copy.name());
            TestServer.execute(
                    TestServer.server().source("postgres"),
                    "CREATE DATABASE " + copy.name() + " TEMPLATE " + database.name());
            for (String script : scripts) {
                for (SqlStatement statement : Statements.split(script)) {
                    copy.run(statement.text());
                }
            }
            return read(copy);
        }
    }

    private static void compare(JsonNode each, Base base) throws SQLException, SyntaxError {
        String id = each.path("id").asString();
        JsonNode measured = each.path("pg").path(base.major());
        String setup = each.path("setup").asString("");
        String before = each.path("pre").asString("");
        Snapshot snapshot = setup.isEmpty() && before.isEmpty() ? base.snapshot() : base.after(setup, before);
        Situation situation = situation(each, snapshot, before);

        Effects predicted = predict(each.path("sql").asString(), situation);
        String error = measured.path("error").asString("");
        if (!error.isEmpty()) {
            boolean aboutRows = error.startsWith("23");
            assertThat(predicted.error() != null
                            || (aboutRows && !predicted.scanned().isEmpty()))
                    .as("%s is refused: %s", id, error)
                    .isTrue();
            return;
        }
        if (id.equals("IDX-CONC-PARTED")) {
            // The catalogue has only the refusal of the transaction block.
            assertThat(predicted.error()).isNotNull();
            return;
        }
        assertThat(predicted.error()).as("refusal of " + id).isNull();
        boolean alone = measured.path("inTx").asString("").startsWith("NO");
        assertThat(predicted.inTransaction()).as("in a transaction").isEqualTo(!alone);

        Map<Touched, LockMode> locks = locks(id, measured, snapshot);
        Map<Touched, LockMode> expected = withoutUnseen(predicted.locks(), each, measured);
        if (alone) {
            // Looked at from outside while it ran: not every lock was there at that moment.
            assertThat(expected).containsAllEntriesOf(locks);
            return;
        }
        Map<Touched, LockMode> held = before.isEmpty()
                ? Map.of()
                : predict(before, situation.withTransaction(Map.of(), Set.of())).locks();
        if (id.equals("MULTI-TWO-ALTERS")) {
            expected.entrySet().removeIf(lock -> lock.getKey().name().name().equals("orders"));
        }
        assertThat(expected).as("locks, after " + held).isEqualTo(locks);
        assertThat(predicted.rewritten()).as("rewritten").isEqualTo(rewritten(measured, snapshot));
        Set<Touched> scans = scans(measured, snapshot);
        if (READ_THROUGH_INDEX.contains(id)) {
            assertThat(predicted.scanned()).as("scanned").containsAll(scans);
        } else {
            assertThat(predicted.scanned()).as("scanned").isEqualTo(scans);
        }
    }

    private static Situation situation(JsonNode each, Snapshot snapshot, String before) {
        Situation situation = Situation.of(snapshot)
                .withSearchPath(List.of("app", "public"))
                .withUtc(each.path("session").asString("").contains("'UTC'"));
        if (each.path("id").asString().equals("ENUM-ADD-USE")) {
            return situation.withTransaction(Map.of(app("status"), Set.of("x")), Set.of());
        }
        if (each.path("id").asString().equals("ENUM-ADD-USE-NEWTYPE")) {
            return situation.withTransaction(Map.of(app("e2"), Set.of("z")), Set.of(app("e2")));
        }
        return situation;
    }

    private static QualifiedName app(String name) {
        return new QualifiedName("app", name);
    }

    /// The effects of all statements together.
    private static Effects predict(String sql, Situation situation) throws SyntaxError {
        Map<Touched, LockMode> locks = new TreeMap<>();
        Set<Touched> rewritten = new TreeSet<>();
        Set<Touched> scanned = new TreeSet<>();
        boolean inTransaction = true;
        @Nullable String error = null;
        for (SqlStatement statement : Statements.split(sql)) {
            Effects effects = Prediction.of(PgParser.parseOne(statement.text()), situation)
                    .effects();
            effects.locks().forEach((relation, mode) -> locks.merge(relation, mode, LockMode::strongest));
            rewritten.addAll(effects.rewritten());
            scanned.addAll(effects.scanned());
            inTransaction &= effects.inTransaction();
            error = error == null ? effects.error() : error;
        }
        return new Effects(locks, rewritten, scanned, inTransaction, error);
    }

    /// Without what the catalogue could not see: it asked for names when the statement was done, and a view or a type
    /// that
    /// is gone has none; an index that was made again under its name was taken for the new one.
    private static Map<Touched, LockMode> withoutUnseen(
            Map<Touched, LockMode> locks, JsonNode each, JsonNode measured) {
        Set<String> remade = texts(measured.path("new"));
        remade.retainAll(texts(measured.path("gone")));
        boolean drops = each.path("sql").asString().matches("(?s).*(DROP|CASCADE).*");
        Map<Touched, LockMode> seen = new TreeMap<>(locks);
        seen.keySet()
                .removeIf(relation -> remade.contains("index:" + relation.name().name())
                        || (drops && (relation.kind() == Kind.VIEW || relation.kind() == Kind.COMPOSITE_TYPE)));
        return seen;
    }

    private static Map<Touched, LockMode> locks(String id, JsonNode measured, Snapshot snapshot) {
        Map<String, String> former = FORMER_NAMES.getOrDefault(id, Map.of());
        Set<String> made = texts(measured.path("new"));
        Map<Touched, LockMode> locks = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : measured.path("locks").properties()) {
            String[] words = entry.getKey().split(" ", 2);
            if (words.length < 2 || words[0].contains(":")) {
                continue;
            }
            String name = former.getOrDefault(words[1], words[1]);
            Kind kind = kind(words[0]);
            LockMode mode = entry.getValue()
                    .valueStream()
                    .map(each -> LockMode.ofServer(each.asString()))
                    .reduce(LockMode::strongest)
                    .orElseThrow();
            boolean isNew = former.isEmpty()
                    && (made.contains(name) || made.contains("index:" + name) || made.contains("seq:" + name));
            boolean planned = kind == Kind.INDEX && mode == LockMode.ACCESS_SHARE;
            if (!isNew && !planned && exists(snapshot, app(name))) {
                locks.put(new Touched(kind, app(name)), mode);
            }
        }
        return locks;
    }

    private static boolean exists(Snapshot snapshot, QualifiedName name) {
        return new Ground(Situation.of(snapshot)).relation(name).isPresent();
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "index", "pindex" -> Kind.INDEX;
            case "seq" -> Kind.SEQUENCE;
            case "view" -> Kind.VIEW;
            case "mview" -> Kind.MATERIALIZED_VIEW;
            case "composite" -> Kind.COMPOSITE_TYPE;
            default -> Kind.TABLE;
        };
    }

    private static Set<Touched> rewritten(JsonNode measured, Snapshot snapshot) {
        return texts(measured.path("rewritten")).stream()
                .filter(text -> !text.contains("pg_toast"))
                .map(text -> text.contains(":") ? text.split(":", 2) : new String[] {"table", text})
                .map(words -> new Touched(kind(words[0]), app(words[1])))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Touched> scans(JsonNode measured, Snapshot snapshot) {
        Set<String> made = texts(measured.path("new"));
        return texts(measured.path("scans")).stream()
                .filter(text -> text.contains(":scan") && !text.endsWith("rows 0"))
                .map(text -> text.substring(0, text.indexOf(':')))
                .filter(name -> !made.contains(name))
                .map(name ->
                        new Ground(Situation.of(snapshot)).relation(app(name)).orElseThrow())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(HashSet::new));
    }
}
