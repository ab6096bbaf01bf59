package mana.studio.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import mana.studio.catalog.ServerNames.Collation;
import mana.studio.catalog.ServerNames.OperatorClass;
import mana.studio.connection.Cancellation;
import mana.studio.schema.QualifiedName;

/// Asks a server, in one query, what it has to choose from.
public final class ServerNamesReader {
    /// Types are written as a catalog read without a search path writes them: those of `pg_catalog` by their SQL name.
    private static final String NAMES = """
            WITH type AS (
                SELECT t.oid,
                       CASE n.nspname
                           WHEN 'pg_catalog' THEN pg_catalog.format_type(t.oid, NULL)
                           ELSE pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(t.typname)
                       END AS name
                FROM pg_catalog.pg_type t
                JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
            )
            SELECT 'collation' AS kind, n.nspname AS schema, c.collname AS name, NULL AS method,
                   COALESCE(pg_catalog.obj_description(c.oid, 'pg_collation'),
                            CASE c.collprovider
                                WHEN 'i' THEN 'ICU' WHEN 'c' THEN 'operating system' WHEN 'b' THEN 'PostgreSQL'
                                ELSE 'of the database'
                            END) AS about,
                   false AS usual, NULL::text[] AS taken
            FROM pg_catalog.pg_collation c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.collnamespace
            WHERE c.collencoding IN (-1, pg_catalog.pg_char_to_encoding(pg_catalog.getdatabaseencoding()))
            UNION ALL
            SELECT 'operator class', n.nspname, o.opcname, m.amname, type.name, o.opcdefault,
                   ARRAY(SELECT type.name
                         UNION
                         SELECT source.name
                         FROM pg_catalog.pg_cast cast_
                         JOIN type source ON source.oid = cast_.castsource
                         WHERE cast_.casttarget = o.opcintype AND cast_.castmethod = 'b')
            FROM pg_catalog.pg_opclass o
            JOIN pg_catalog.pg_namespace n ON n.oid = o.opcnamespace
            JOIN pg_catalog.pg_am m ON m.oid = o.opcmethod
            JOIN type ON type.oid = o.opcintype
            UNION ALL
            SELECT CASE m.amtype WHEN 'i' THEN 'index method' ELSE 'table method' END,
                   NULL, m.amname, NULL, NULL, false, NULL
            FROM pg_catalog.pg_am m
            UNION ALL
            SELECT 'tablespace', NULL, s.spcname, NULL, NULL, false, NULL
            FROM pg_catalog.pg_tablespace s
            WHERE s.spcname <> ?
            UNION ALL
            SELECT 'role', NULL, r.rolname, NULL, NULL, pg_catalog.starts_with(r.rolname::text, ?), NULL
            FROM pg_catalog.pg_roles r
            ORDER BY kind, method, usual, name, schema
            """;

    private final DataSource source;

    public ServerNamesReader(DataSource source) {
        this.source = source;
    }

    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public ServerNames read(Cancellation cancellation) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(NAMES);
                Cancellation.Running _ = cancellation.watch(statement)) {
            statement.setString(1, "pg_global");
            statement.setString(2, "pg_");
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static ServerNames read(ResultSet rows) throws SQLException {
        List<Collation> collations = new ArrayList<>();
        List<OperatorClass> operatorClasses = new ArrayList<>();
        List<String> indexMethods = new ArrayList<>();
        List<String> tableMethods = new ArrayList<>();
        List<String> tablespaces = new ArrayList<>();
        List<String> roles = new ArrayList<>();
        while (rows.next()) {
            String name = rows.getString("name");
            String kind = rows.getString("kind");
            switch (kind) {
                case "collation" ->
                    collations.add(new Collation(
                            new QualifiedName(rows.getString("schema"), name), rows.getString("about")));
                case "operator class" ->
                    operatorClasses.add(new OperatorClass(
                            new QualifiedName(rows.getString("schema"), name),
                            rows.getString("method"),
                            rows.getString("about"),
                            rows.getBoolean("usual"),
                            ArrayText.texts(rows.getString("taken"))));
                case "index method" -> indexMethods.add(name);
                case "table method" -> tableMethods.add(name);
                case "tablespace" -> tablespaces.add(name);
                case "role" -> roles.add(name);
                default -> throw new IllegalStateException("no such kind: " + kind);
            }
        }
        return new ServerNames(collations, operatorClasses, indexMethods, tableMethods, tablespaces, roles);
    }
}
