package mana.studio.drizzle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.snapshot.Unmodelled.Push;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.plan.Rename.Kind;
import mana.studio.plan.Statement;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A database in Drizzle's words: with the words of the snapshot where it did not change, with words of ours that mean
/// exactly the same where there was none. `-Dmana.drizzle.all` runs every recorded case.
class TranslationTest {
    private static final Set<String> SOME = Set.of(
            "add_table_with_everything",
            "types_all",
            "index_add_gin_op_with",
            "identity_change",
            "sequence_create",
            "matview_create",
            "view_create_with",
            "policy_add",
            "0003_snapshot.json");

    private static List<Path> files() {
        return Stream.of(
                        SharedSnapshots.files("drizzle-golden", "stable/cur.json"),
                        SharedSnapshots.files("drizzle-examples/stable", "snapshot.json"),
                        SharedSnapshots.files("mana-sample/services", "_snapshot.json"))
                .flatMap(List::stream)
                // Two names in it are the same to the server.
                .filter(file -> !file.toString().contains("long_names"))
                .filter(file ->
                        SharedSnapshots.all() || SOME.stream().anyMatch(file.toString()::contains))
                .toList();
    }

    @Test
    void keepsTheWordsAndFindsOthersThatMeanTheSame() throws UnreadableSnapshot, ScratchException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThanOrEqualTo(SOME.size());
        for (Path file : files) {
            DrizzleSchema schema = withoutVectors(Snapshots.read(file).schema());
            Database database = Snapshots.toDatabase(schema, new Cancellation());
            ServiceScope scope = scope(database);
            assertThat(Translation.of(database, scope, schema, database).schema())
                    .as("%s, with its snapshot", file)
                    .isEqualTo(schema);
            DrizzleSchema spelled =
                    Translation.of(database, scope, DrizzleSchema.EMPTY, null).schema();
            assertThat(plan(database, Snapshots.toDatabase(spelled, new Cancellation())))
                    .as("%s, without a snapshot", file)
                    .isEmpty();
        }
    }

    /// The scratch server has no pgvector.
    private static DrizzleSchema withoutVectors(DrizzleSchema schema) {
        return new DrizzleSchema(
                schema.schemas(),
                schema.enums(),
                schema.tables().stream().map(TranslationTest::withoutVectors).toList(),
                schema.views(),
                schema.sequences(),
                schema.roles(),
                schema.policies());
    }

    private static DrizzleTable withoutVectors(DrizzleTable table) {
        return new DrizzleTable(
                table.name(),
                table.columns().stream()
                        .filter(column -> !column.type().startsWith("vector"))
                        .toList(),
                table.indexes(),
                table.foreignKeys(),
                table.primaryKeys(),
                table.uniques(),
                table.checks(),
                table.policies(),
                table.rowSecurity());
    }

    private static ServiceScope scope(Database database) {
        return ServiceScope.of(database.schemas().stream().map(Schema::name).collect(Collectors.toSet()));
    }

    private static String plan(Database from, Database to) {
        return Planner.plan(from, to).statements().stream().map(Statement::sql).collect(Collectors.joining(" "));
    }

    /// Each rename: kind, old name, new name.
    @ParameterizedTest
    @CsvSource({
        "rename_column_with_unique_index, COLUMN app.users.name full_name;"
                + "INDEX app.users.users_name_index users_full_name_index;"
                + "CONSTRAINT app.users.users_name_unique users_full_name_unique",
        "rename_table, RELATION app.users app.members",
        "move_table_schema, RELATION app.users other.users",
        "enum_rename, TYPE app.role app.user_role",
        "check_rename, CONSTRAINT app.users.ck_a ck_b",
    })
    void renamesInTheWords(String golden, String renamed) throws UnreadableSnapshot, ScratchException {
        List<Path> before = SharedSnapshots.files("drizzle-golden/" + golden, "stable/prev.json");
        List<Path> after = SharedSnapshots.files("drizzle-golden/" + golden, "stable/cur.json");
        DrizzleSchema previous = Snapshots.read(before.getFirst()).schema();
        Database base = Snapshots.toDatabase(previous, new Cancellation());
        List<Rename> renames = Stream.of(renamed.split(";"))
                .map(rename -> rename.split(" "))
                .map(words -> new Rename(Kind.valueOf(words[0]), names(words[1]), names(words[2])))
                .toList();
        Database design = Planner.renamed(base, renames);
        DrizzleSchema schema =
                Translation.of(design, scope(design), previous, base, renames).schema();
        assertThat(Sameness.differences(Snapshots.read(after.getFirst()).schema(), schema))
                .isEmpty();
    }

    private static List<String> names(String path) {
        return List.of(path.split("\\."));
    }

    @Test
    void saysWhatDrizzleHasNoWordsFor() throws ScratchException {
        Database database = Scratch.read("""
            CREATE SCHEMA app;
            CREATE DOMAIN app.email AS text CHECK (VALUE LIKE '%@%');
            CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TABLE app.users (id int PRIMARY KEY, mail app.email, name text COLLATE "C", org int,
                CONSTRAINT users_name_key UNIQUE (name) DEFERRABLE);
            COMMENT ON TABLE app.users IS 'who';
            CREATE INDEX idx_users_org ON app.users (org) INCLUDE (name);
            CREATE TRIGGER touched BEFORE UPDATE ON app.users FOR EACH ROW EXECUTE FUNCTION app.touch();
            ALTER TABLE app.users ADD CONSTRAINT ck CHECK (org > 0) NOT VALID;
            ALTER TABLE app.users FORCE ROW LEVEL SECURITY;
            CREATE POLICY own ON app.users USING (true);
            CREATE TABLE app.logs (at date, n int) PARTITION BY RANGE (at);
            CREATE TABLE app.logs_2026 PARTITION OF app.logs FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE TABLE app.stays (room int, EXCLUDE USING btree (room WITH =));
            GRANT SELECT ON app.stays TO PUBLIC;
            CREATE TABLE app.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
            """, new Cancellation());
        Translated translated = Translation.of(database, ServiceScope.of(Set.of("app")), DrizzleSchema.EMPTY, null);
        assertThat(translated.schema().tables())
                .map(table -> table.name().name())
                .containsExactlyInAnyOrder("users", "logs", "stays");
        List<String> said = new ArrayList<>();
        translated.unmodelled().forEach(part -> said.add(part.push() + " " + part.object() + ": " + part.what()));
        assertThat(said)
                .contains(
                        "IGNORES app.email: domain",
                        "IGNORES app.touch: function or procedure",
                        "IGNORES app.users: comment",
                        "IGNORES app.users: trigger touched",
                        "IGNORES app.users: FORCE ROW LEVEL SECURITY",
                        "CHANGES app.users: row-level security that is off in spite of policies",
                        "IGNORES app.users.name: collation pg_catalog.C",
                        "IGNORES app.users, idx_users_org: INCLUDE",
                        "IGNORES app.users, users_name_key: DEFERRABLE",
                        "IGNORES app.users, ck: NOT VALID",
                        "IGNORES app.logs: PARTITION BY RANGE (at)",
                        "DROPS app.logs_2026: partition of app.logs",
                        "IGNORES app.stays, stays_room_excl: exclusion constraint",
                        "IGNORES app.stays: privileges")
                .noneMatch(sentence -> sentence.contains("__drizzle"));
        assertThat(translated.unmodelled())
                .filteredOn(part -> part.push() == Push.DROPS)
                .hasSize(1);
    }

    @Test
    void leavesAloneWhatIsAnotherService() throws ScratchException {
        Database database = Scratch.read("""
            CREATE SCHEMA auth; CREATE SCHEMA feedback;
            CREATE TABLE auth.users (id text PRIMARY KEY, name text, secret text);
            CREATE TYPE public.mood AS ENUM ('a', 'b'); CREATE TYPE public.other AS ENUM ('x');
            CREATE TABLE feedback.votes (id int PRIMARY KEY, mood public.mood,
                user_id text REFERENCES auth.users (id));
            CREATE TABLE feedback.others (id int);
            """, new Cancellation());
        ServiceScope scope = new ServiceScope(Set.of("feedback"), Set.of(new QualifiedName("feedback", "others")));
        DrizzleSchema schema =
                Translation.of(database, scope, DrizzleSchema.EMPTY, null).schema();
        assertThat(schema.schemas()).containsExactly("feedback");
        assertThat(schema.tables()).map(table -> table.name().toString()).containsExactly("feedback.votes");
        assertThat(schema.enums()).map(type -> type.name().toString()).containsExactly("public.mood");
        Database alone = Snapshots.toDatabase(schema, new Cancellation());
        assertThat(alone.schema("auth")).isEmpty();
        assertThat(plan(alone, Snapshots.toDatabase(schema, new Cancellation())))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        text                        | 'it''s'::text                | sql 'it''s'
        character varying(20)       | 'x'::character varying       | sql 'x'
        character varying(20)       | ('x'::text)::character varying | sql ('x'::text)::character varying
        integer                     | 1                            | number 1
        integer                     | '-2'::integer                | number -2
        bigint                      | '9007199254740993'::bigint   | sql 9007199254740993
        numeric(10,2)               | '0'::numeric                 | sql '0'
        numeric(10,2)               | 0                            | sql 0
        double precision            | 1.50                         | sql 1.50
        double precision            | '-1.5'::numeric              | number -1.5
        boolean                     | false                        | bool false
        jsonb                       | '{"a": [1, 2]}'::jsonb       | sql '{"a":[1,2]}'::jsonb
        json                        | '{"a": 1}'::json             | sql '{"a": 1}'::json
        text[]                      | '{}'::text[]                 | sql '{}'
        text[]                      | '{a,"b c"}'::text[]          | sql '{"a","b c"}'
        text[]                      | '{NULL,a}'::text[]           | sql '{NULL,a}'
        boolean[]                   | '{t,f}'::boolean[]           | sql '{true,false}'
        integer[]                   | '{1,2}'::integer[]           | sql '{1,2}'
        app.mood                    | 'sad'::app.mood              | sql 'sad'
        timestamp with time zone    | now()                        | sql now()
        date                        | CURRENT_DATE                 | sql CURRENT_DATE
        text                        | 'a\\\\b'::text               | sql 'a\\\\b'
        text                        | E'a\\\\b'::text              | sql 'a\\b'
        """)
    void spellsDefaults(String type, String expression, String spelled) {
        DefaultValue value = SpelledDefault.of(expression, new DataType(type, Family.OTHER, null));
        String said = switch (value) {
            case DefaultValue.Sql sql -> "sql " + sql.text();
            case DefaultValue.Number number -> "number " + number.literal();
            case DefaultValue.Bool bool -> "bool " + bool.value();
            case DefaultValue.Json json -> "json " + json.text();
        };
        assertThat(said).isEqualTo(spelled);
    }
}
