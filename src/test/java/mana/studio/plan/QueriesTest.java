package mana.studio.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Database;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Queries after a rename, letter by letter as the server writes them.
class QueriesTest {
    private static final String SCRIPT = """
        CREATE SCHEMA auth;
        CREATE SCHEMA shop;
        CREATE TYPE auth.role AS ENUM ('guest', 'member');
        CREATE TABLE auth.users (id integer PRIMARY KEY, name text, role auth.role, boss integer, "Größe" text);
        CREATE TABLE shop.orders (id integer PRIMARY KEY, user_id integer, name text, total numeric, made date);
        CREATE TABLE shop.lines (order_id integer, id integer, name text);
        CREATE VIEW auth.plain AS SELECT id, name FROM auth.users WHERE name <> 'name' ORDER BY name;
        CREATE VIEW auth.umlauts AS SELECT "Größe", 'äöü' || name AS n, name FROM auth.users WHERE "Größe" = 'ß';
        CREATE VIEW auth.joined AS SELECT u.name, orders.name AS product, users.id, users.name AS boss
          FROM auth.users u JOIN auth.users ON users.id = u.boss LEFT JOIN shop.orders ON orders.user_id = u.id;
        CREATE VIEW auth.inner_ones AS SELECT users.name,
            (SELECT max(users.name) FROM auth.users) AS greatest,
            (SELECT count(*) FROM shop.orders WHERE orders.user_id = users.id AND orders.name = users.name) AS n
          FROM auth.users WHERE EXISTS (SELECT 1 FROM shop.orders o WHERE o.user_id = users.id);
        CREATE VIEW auth.grouped AS SELECT name, count(*) AS n FROM auth.users GROUP BY name HAVING count(*) > 1;
        CREATE VIEW auth.unions AS SELECT id, name FROM auth.users UNION ALL SELECT id, name FROM shop.orders
          ORDER BY 2;
        CREATE VIEW auth.withs AS WITH users AS (SELECT id, name FROM auth.users), more AS (SELECT name FROM users)
          SELECT users.name, more.name AS other FROM users, more;
        CREATE VIEW auth.using_it AS SELECT id, orders.total, lines.name FROM shop.orders JOIN shop.lines USING (id);
        CREATE VIEW auth.from_sub AS SELECT s.name FROM (SELECT users.name, users.id FROM auth.users) s WHERE s.id > 0;
        CREATE VIEW auth.laterals AS SELECT users.name, l.total FROM auth.users,
          LATERAL (SELECT orders.total FROM shop.orders WHERE orders.user_id = users.id LIMIT 1) l;
        CREATE VIEW auth.rows AS SELECT row_to_json(users.*) AS j, users.role = 'guest'::auth.role AS g FROM auth.users;
        CREATE VIEW auth.wins AS SELECT name, row_number() OVER (PARTITION BY role ORDER BY name) AS r FROM auth.users;
        CREATE VIEW auth.of_view AS SELECT plain.name FROM auth.plain;
        CREATE VIEW auth.classes AS SELECT 'auth.users'::regclass AS c, name FROM auth.users;
        CREATE VIEW auth.aliases AS SELECT u.a, u.b FROM auth.users u(a, b);
        CREATE VIEW auth.cases AS SELECT CASE WHEN role = 'guest' THEN upper(name) ELSE name::varchar(3) END AS x
          FROM auth.users;
        CREATE MATERIALIZED VIEW auth.stored AS SELECT name, count(*) AS n FROM auth.users GROUP BY users.name;
        ALTER TABLE shop.orders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON shop.orders USING (name IS NOT NULL AND EXISTS (
          SELECT 1 FROM auth.users WHERE users.id = orders.user_id AND users.name = orders.name));
        CREATE POLICY named ON auth.users USING (name = CURRENT_USER)
          WITH CHECK (id IN (SELECT orders.user_id FROM shop.orders));
        """;

    static Stream<Arguments> renames() {
        return Stream.of(
                Arguments.of(
                        rename(Kind.COLUMN, "full_name", "auth", "users", "name"),
                        "ALTER TABLE auth.users RENAME name TO full_name"),
                Arguments.of(
                        rename(Kind.COLUMN, "user", "auth", "users", "id"),
                        "ALTER TABLE auth.users RENAME id TO \"user\""),
                Arguments.of(
                        rename(Kind.COLUMN, "size", "auth", "users", "Größe"),
                        "ALTER TABLE auth.users RENAME \"Größe\" TO size"),
                Arguments.of(
                        rename(Kind.COLUMN, "product", "shop", "orders", "name"),
                        "ALTER TABLE shop.orders RENAME name TO product"),
                Arguments.of(
                        rename(Kind.COLUMN, "number", "shop", "orders", "id"),
                        "ALTER TABLE shop.orders RENAME id TO number"),
                Arguments.of(
                        rename(Kind.COLUMN, "number", "shop", "lines", "id"),
                        "ALTER TABLE shop.lines RENAME id TO number"),
                Arguments.of(
                        rename(Kind.COLUMN, "buyer", "shop", "orders", "user_id"),
                        "ALTER TABLE shop.orders RENAME user_id TO buyer"),
                Arguments.of(
                        rename(Kind.COLUMN, "title", "shop", "orders", "name"),
                        "ALTER TABLE shop.orders RENAME name TO title"),
                Arguments.of(
                        rename(Kind.RELATION, List.of("auth", "people"), "auth", "users"),
                        "ALTER TABLE auth.users RENAME TO people"),
                Arguments.of(
                        rename(Kind.RELATION, List.of("auth", "Order"), "auth", "users"),
                        "ALTER TABLE auth.users RENAME TO \"Order\""),
                Arguments.of(
                        rename(Kind.RELATION, List.of("shop", "users"), "auth", "users"),
                        "ALTER TABLE auth.users SET SCHEMA shop"),
                Arguments.of(
                        rename(Kind.RELATION, List.of("shop", "sales"), "shop", "orders"),
                        "ALTER TABLE shop.orders RENAME TO sales"),
                Arguments.of(
                        rename(Kind.RELATION, List.of("auth", "simple"), "auth", "plain"),
                        "ALTER VIEW auth.plain RENAME TO simple"),
                Arguments.of(rename(Kind.SCHEMA, "login", "auth"), "ALTER SCHEMA auth RENAME TO login"),
                Arguments.of(
                        rename(Kind.TYPE, List.of("auth", "rank"), "auth", "role"),
                        "ALTER TYPE auth.role RENAME TO rank"),
                Arguments.of(
                        rename(Kind.LABEL, "visitor", "auth", "role", "guest"),
                        "ALTER TYPE auth.role RENAME VALUE 'guest' TO 'visitor'"));
    }

    @ParameterizedTest
    @MethodSource("renames")
    void areAsTheServerWritesThem(Rename rename, String sql) {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, SCRIPT);
        Database base = read(database);
        Database renamed = Planner.renamed(base, List.of(rename));
        Scripts.run(database, sql);
        assertThat(texts(renamed)).isEqualTo(texts(read(database)));
        assertThat(Planner.plan(renamed, read(database)).sql()).isEmpty();
    }

    /// What a person typed and no server has written yet.
    @Test
    void areFoundInWhatAPersonTyped() {
        Map<String, List<String>> columns =
                Map.of("public.users", List.of("id", "name"), "public.orders", List.of("id", "user_id", "total"));
        String sql = "select  name, u.NAME, total from users u join orders o on user_id=u.id -- name\norder by name";
        String renamed = QueryWording.column(
                sql,
                null,
                new QualifiedName("public", "users"),
                "name",
                "full_name",
                name -> columns.getOrDefault(name.toString(), List.of()));
        assertThat(renamed)
                .isEqualTo("select  full_name AS name, u.full_name AS name, total from users u join orders o on"
                        + " user_id=u.id -- name\norder by full_name");
        assertThat(QueryWording.relation(
                        "select users.id from users, s.users x where users.id = x.id",
                        null,
                        new QualifiedName("public", "users"),
                        new QualifiedName("public", "people")))
                .isEqualTo("select people.id from people, s.users x where people.id = x.id");
        assertThat(QueryWording.relation(
                        "select from where",
                        null,
                        new QualifiedName("public", "users"),
                        new QualifiedName("public", "people")))
                .isEqualTo("select from where");
    }

    private static Rename rename(Kind kind, String to, String... from) {
        return rename(kind, List.of(to), from);
    }

    private static Rename rename(Kind kind, List<String> to, String... from) {
        return new Rename(kind, List.of(from), to);
    }

    private static Map<String, String> texts(Database database) {
        Map<String, String> texts = new LinkedHashMap<>();
        database.schemas().forEach(schema -> {
            schema.views().forEach(view -> texts.put(view.name().toString(), view.definition()));
            schema.tables().forEach(table -> {
                for (Policy policy : table.policies()) {
                    texts.put(policy.name(), policy.using() + " / " + policy.check());
                }
            });
        });
        return texts;
    }

    private static Database read(TestDatabase database) {
        try {
            return new CatalogReader(database.source()).read(new Cancellation()).database();
        } catch (SQLException failed) {
            throw new AssertionError(failed);
        }
    }
}
