package mana.studio.safety.dryrun;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.safety.LockMode;
import mana.studio.safety.Touched;
import mana.studio.schema.QualifiedName;
import mana.studio.safety.dryrun.State.Key;
import mana.studio.safety.dryrun.State.Part;
import mana.studio.safety.dryrun.State.Relation;

/// Looks at a session from inside: so it sees what is not committed, and the locks with the names they go by. Reads
/// catalogs only, whose locks are not counted.
final class Observer {
    /// Scans and rows are counted since the session last reported them, so only differences mean something:
    /// PostgreSQL documentation, "The Cumulative Statistics System".
    private static final String RELATIONS = """
            SELECT c.oid, n.nspname, c.relname, c.relkind,
                   coalesce(pg_relation_filenode(c.oid), 0) AS file,
                   coalesce(i.indrelid, 0) AS of_table,
                   i.indisvalid IS FALSE AS invalid,
                   coalesce(pg_stat_get_xact_numscans(c.oid), 0) AS scans,
                   coalesce(pg_stat_get_xact_tuples_returned(c.oid), 0) AS returned,
                   coalesce(pg_stat_get_xact_tuples_fetched(c.oid), 0) AS fetched
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_index i ON i.indexrelid = c.oid
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'""";

    /// `conenforced` came with version 18; a constraint that is not enforced is not validated either, on purpose.
    private static final String PARTS = """
            WITH own AS (
              SELECT oid, quote_ident(nspname) AS name FROM pg_namespace
              WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
            ), relations AS (
              SELECT c.oid, c.relkind, own.name || '.' || quote_ident(c.relname) AS name
              FROM pg_class c JOIN own ON own.oid = c.relnamespace
            )
            SELECT 'a', attrelid, attnum, 'column', r.name, quote_ident(attname), false
            FROM pg_attribute a JOIN relations r ON r.oid = attrelid
            WHERE attnum > 0 AND NOT attisdropped AND r.relkind IN ('r', 'p', 'f', 'v', 'm', 'c')
            UNION ALL
            SELECT 'k', k.oid, 0, 'constraint', coalesce(r.name, own.name || '.' || quote_ident(t.typname)),
                   quote_ident(conname),
                   NOT convalidated AND coalesce((to_jsonb(k) ->> 'conenforced')::boolean, true)
            FROM pg_constraint k
            JOIN own ON own.oid = k.connamespace
            LEFT JOIN relations r ON r.oid = k.conrelid
            LEFT JOIN pg_type t ON t.oid = k.contypid
            UNION ALL
            SELECT 'g', g.oid, 0, 'trigger', r.name, quote_ident(tgname), false
            FROM pg_trigger g JOIN relations r ON r.oid = tgrelid WHERE NOT tgisinternal
            UNION ALL
            SELECT 'l', l.oid, 0, 'policy', r.name, quote_ident(polname), false
            FROM pg_policy l JOIN relations r ON r.oid = polrelid
            UNION ALL
            SELECT 'u', u.oid, 0, 'rule', r.name, quote_ident(rulename), false
            FROM pg_rewrite u JOIN relations r ON r.oid = ev_class WHERE rulename <> '_RETURN'
            UNION ALL
            SELECT 't', t.oid, 0, CASE typtype WHEN 'd' THEN 'domain' ELSE 'type' END, own.name,
                   quote_ident(typname), false
            FROM pg_type t JOIN own ON own.oid = typnamespace WHERE typtype IN ('e', 'd', 'r')
            UNION ALL
            SELECT 'e', e.oid, 0, 'enum value', own.name || '.' || quote_ident(typname), quote_literal(enumlabel), false
            FROM pg_enum e JOIN pg_type t ON t.oid = enumtypid JOIN own ON own.oid = typnamespace
            UNION ALL
            SELECT 'f', p.oid, 0, CASE prokind WHEN 'p' THEN 'procedure' WHEN 'a' THEN 'aggregate' ELSE 'function' END,
                   own.name, quote_ident(proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')', false
            FROM pg_proc p JOIN own ON own.oid = pronamespace
            UNION ALL
            SELECT 's', s.oid, 0, 'statistics', own.name, quote_ident(stxname), false
            FROM pg_statistic_ext s JOIN own ON own.oid = stxnamespace
            UNION ALL
            SELECT 'x', oid, 0, 'extension', '', quote_ident(extname), false FROM pg_extension
            UNION ALL
            SELECT 'p', oid, 0, 'publication', '', quote_ident(pubname), false FROM pg_publication
            UNION ALL
            SELECT 'n', oid, 0, 'schema', '', name, false FROM own""";

    private static final String TABLES_OF_KEYS = """
            SELECT unnest(ARRAY[conrelid, confrelid]) FROM pg_constraint
            WHERE contype = 'f' AND conname = ANY (?)""";

    private static final String LOCKS = """
            SELECT relation, mode FROM pg_locks
            WHERE locktype = 'relation' AND pid = pg_backend_pid()
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""";

    private static final String WAL = "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')";

    private final Connection session;
    private final Cancellation cancellation;

    Observer(Connection session, Cancellation cancellation) {
        this.session = session;
        this.cancellation = cancellation;
    }

    /// The moment before a statement: the log is looked at last.
    State before() throws SQLException {
        Map<Long, Set<LockMode>> locks = locks();
        Map<Key, Part> parts = parts();
        Map<Long, Relation> relations = relations();
        return new State(relations, parts, locks, wal());
    }

    /// The moment after a statement: the log is looked at first.
    State after() throws SQLException {
        long wal = wal();
        return new State(relations(), parts(), locks(), wal);
    }

    /// The tables at both ends of foreign keys.
    Set<Long> tablesOfKeys(List<String> names) throws SQLException {
        if (names.isEmpty()) {
            return Set.of();
        }
        try (PreparedStatement statement = session.prepareStatement(TABLES_OF_KEYS);
                var _ = cancellation.watch(statement)) {
            statement.setArray(1, session.createArrayOf("text", names.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                Set<Long> tables = new HashSet<>();
                while (rows.next()) {
                    tables.add(rows.getLong(1));
                }
                return tables;
            }
        }
    }

    private Map<Long, Relation> relations() throws SQLException {
        return ask(RELATIONS, rows -> {
            Map<Long, Relation> relations = new HashMap<>();
            while (rows.next()) {
                char kind = rows.getString("relkind").charAt(0);
                QualifiedName name = new QualifiedName(rows.getString("nspname"), rows.getString("relname"));
                relations.put(
                        rows.getLong("oid"),
                        new Relation(
                                new Touched(kind(kind), name),
                                label(kind),
                                rows.getLong("file"),
                                rows.getLong("of_table"),
                                rows.getBoolean("invalid"),
                                rows.getLong("scans"),
                                rows.getLong("returned"),
                                rows.getLong("fetched")));
            }
            return relations;
        });
    }

    private Map<Key, Part> parts() throws SQLException {
        return ask(PARTS, rows -> {
            Map<Key, Part> parts = new HashMap<>();
            while (rows.next()) {
                parts.put(
                        new Key(rows.getString(1).charAt(0), rows.getLong(2), rows.getInt(3)),
                        Part.of(rows.getString(4), rows.getString(5), rows.getString(6), rows.getBoolean(7)));
            }
            return parts;
        });
    }

    private Map<Long, Set<LockMode>> locks() throws SQLException {
        return ask(LOCKS, Observer::readLocks);
    }

    /// Reads rows of a relation's oid and a mode.
    static Map<Long, Set<LockMode>> readLocks(ResultSet rows) throws SQLException {
        Map<Long, Set<LockMode>> locks = new HashMap<>();
        while (rows.next()) {
            locks.computeIfAbsent(rows.getLong(1), _ -> EnumSet.noneOf(LockMode.class))
                    .add(LockMode.ofServer(rows.getString(2)));
        }
        return locks;
    }

    private long wal() throws SQLException {
        return ask(WAL, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    interface Reader<T> {
        T read(ResultSet rows) throws SQLException;
    }

    private <T> T ask(String sql, Reader<T> reader) throws SQLException {
        try (Statement statement = session.createStatement();
                var _ = cancellation.watch(statement);
                ResultSet rows = statement.executeQuery(sql)) {
            return reader.read(rows);
        }
    }

    private static Touched.Kind kind(char letter) {
        return switch (letter) {
            case 'v' -> Touched.Kind.VIEW;
            case 'm' -> Touched.Kind.MATERIALIZED_VIEW;
            case 'S' -> Touched.Kind.SEQUENCE;
            case 'i', 'I' -> Touched.Kind.INDEX;
            case 'c' -> Touched.Kind.COMPOSITE_TYPE;
            default -> Touched.Kind.TABLE;
        };
    }

    private static String label(char letter) {
        return switch (letter) {
            case 'v' -> "view";
            case 'm' -> "materialized view";
            case 'S' -> "sequence";
            case 'i', 'I' -> "index";
            case 'c' -> "composite type";
            case 'f' -> "foreign table";
            default -> "table";
        };
    }
}
