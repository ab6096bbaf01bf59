package mana.studio.drizzle.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.drizzle.model.DrizzleTable.Check;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.typescript.Patch.Outcome;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A patch touches what must change, and says what it does not touch.
class PatchTest {
    private static final QualifiedName USERS = new QualifiedName("auth", "users");
    private static final QualifiedName LOGS = new QualifiedName("auth", "logs");
    private static final String FILE = """
        import { pgSchema, text, timestamp, varchar } from 'drizzle-orm/pg-core'

        export const authSchema = pgSchema("auth")

        /** People. */
        export const users = authSchema.table("users", {
        	id: text("id").primaryKey(),
        	// What they are called
        	name: varchar("name", { length: 80 }).$type<Name>() /* odd */ .notNull(),
        	...timestamps,
        	email: text("email") // later unique
        })

        export const kinds = ['a', 'b'] as const
        """;

    private static DrizzleColumn column(String name, String type, boolean notNull, @Nullable String value) {
        boolean key = name.equals("id");
        return new DrizzleColumn(
                name, type, null, key, notNull, value == null ? null : new DefaultValue.Sql(value), null, null);
    }

    private static DrizzleTable users(DrizzleColumn... columns) {
        return table(USERS, List.of(columns), List.of(), List.of());
    }

    private static DrizzleTable table(
            QualifiedName name, List<DrizzleColumn> columns, List<ForeignKey> keys, List<Check> checks) {
        return new DrizzleTable(name, columns, List.of(), keys, List.of(), List.of(), checks, List.of(), false);
    }

    private static final DrizzleColumn ID = column("id", "text", true, null);
    private static final DrizzleColumn NAME = column("name", "varchar(80)", true, null);
    private static final DrizzleColumn CREATED = column("created_at", "timestamp", false, null);
    private static final DrizzleColumn EMAIL = column("email", "text", false, null);
    private static final DrizzleTable BEFORE = users(ID, NAME, CREATED, EMAIL);

    private static DrizzleSchema schema(DrizzleTable... tables) {
        return new DrizzleSchema(
                List.of("auth"), List.of(), List.of(tables), List.of(), List.of(), List.of(), List.of());
    }

    private static Patch patch(DrizzleTable after, Rename... renames) throws UnreadableTypeScript {
        return Patch.of(
                List.of(new TypeScriptFile("auth.ts", FILE)),
                schema(BEFORE),
                schema(after),
                List.of(renames),
                Options.DEFAULT);
    }

    /// The lines that are gone, and those that came.
    private static List<String> lines(Patch patch) {
        List<String> old = patch.changes().getFirst().before().lines().toList();
        List<String> now = patch.changes().getFirst().after().lines().toList();
        List<String> lines = new ArrayList<>();
        old.stream().filter(line -> !now.contains(line)).forEach(line -> lines.add("-" + line));
        now.stream().filter(line -> !old.contains(line)).forEach(line -> lines.add("+" + line));
        return lines;
    }

    @Test
    void addsColumnsWhereTheyStandAndWhatTheyNeed() throws Exception {
        Patch patch = patch(users(
                ID,
                column("is_admin", "boolean", true, "false"),
                NAME,
                CREATED,
                EMAIL,
                column("age", "integer", false, null)));

        assertThat(lines(patch))
                .containsExactly(
                        "-import { pgSchema, text, timestamp, varchar } from 'drizzle-orm/pg-core'",
                        "-	email: text(\"email\") // later unique",
                        "+import { boolean, integer, pgSchema, text, timestamp, varchar } from 'drizzle-orm/pg-core'",
                        "+import { sql } from 'drizzle-orm'",
                        "+	isAdmin: boolean('is_admin').default(sql`false`).notNull(),",
                        "+	email: text(\"email\"), // later unique",
                        "+	age: integer('age'),");
        assertThat(patch.byHand()).isEmpty();
    }

    @Test
    void changesOnlyTheCallsThatSaySomethingElse() throws Exception {
        Patch patch = patch(users(ID, column("name", "varchar(120)", false, "'x'"), CREATED, EMAIL));

        assertThat(lines(patch))
                .containsExactly(
                        "-	name: varchar(\"name\", { length: 80 }).$type<Name>() /* odd */ .notNull(),",
                        "+	name: varchar('name', { length: 120 }).$type<Name>().default('x'),");
    }

    @Test
    void takesAColumnAwayWithItsCommentAndWhatOnlyItNeeded() throws Exception {
        Patch patch = patch(users(ID, CREATED, EMAIL));

        assertThat(lines(patch))
                .containsExactly(
                        "-import { pgSchema, text, timestamp, varchar } from 'drizzle-orm/pg-core'",
                        "-	// What they are called",
                        "-	name: varchar(\"name\", { length: 80 }).$type<Name>() /* odd */ .notNull(),",
                        "+import { pgSchema, text, timestamp } from 'drizzle-orm/pg-core'");
    }

    @Test
    void renamesTheColumnAndKeepsTheProperty() throws Exception {
        Patch patch = patch(
                users(ID, column("full_name", "varchar(80)", true, null), CREATED, EMAIL),
                new Rename.OfColumn(USERS, "name", "full_name"));

        assertThat(lines(patch))
                .containsExactly(
                        "-	name: varchar(\"name\", { length: 80 }).$type<Name>() /* odd */ .notNull(),",
                        "+	name: varchar('full_name', { length: 80 }).$type<Name>() /* odd */ .notNull(),");
        assertThat(patch.notes())
                .containsExactly("The property users.name keeps its name, which other code uses; only the column's name"
                        + " changes.");
    }

    @Test
    void leavesByHandWhatIsSpreadIn() throws Exception {
        Patch changed = patch(users(ID, NAME, column("created_at", "timestamp", true, null), EMAIL));
        Patch dropped = patch(users(ID, NAME, EMAIL));

        assertThat(changed.isEmpty()).isTrue();
        assertThat(changed.byHand())
                .containsExactly("auth.ts, line 6: column created_at of auth.users is not declared by its name here; it"
                        + " shall be `timestamp('created_at').notNull()`.");
        assertThat(dropped.byHand())
                .containsExactly(
                        "auth.ts, line 6: column created_at of auth.users is not declared by its name here; take"
                                + " it out where it comes from.");
    }

    @Test
    void addsTheCallbackWithTheFirstConstraint() throws Exception {
        Patch patch = patch(table(
                USERS, BEFORE.columns(), List.of(), List.of(new Check("ck", "\"auth\".\"users\".\"email\" <> ''"))));

        assertThat(patch.changes().getFirst().after())
                .contains("}, (table) => [check('ck', sql`${table.email} <> ''`)])\n");
    }

    @Test
    void saysHowToDeleteATable() throws Exception {
        Patch patch = Patch.of(
                List.of(new TypeScriptFile("auth.ts", FILE + "type User = typeof users.$inferSelect\n")),
                schema(BEFORE),
                schema(),
                List.of(),
                Options.DEFAULT);

        assertThat(patch.isEmpty()).isTrue();
        assertThat(patch.byHand())
                .containsExactly(
                        "auth.ts, line 6: delete table auth.users, the constant users down to line 12, and what"
                                + " uses it in auth.ts.");
    }

    /// The file with the schema's instance must not import a file that needs the instance to start.
    @Test
    void makesNoFilesImportEachOther() throws Exception {
        String logs = """
            import { text } from 'drizzle-orm/pg-core';
            import { authSchema } from './auth';
            export const logs = authSchema.table('logs', { id: text('id').primaryKey() });
            """;
        DrizzleTable logTable = table(LOGS, List.of(ID), List.of(), List.of());
        ForeignKey key = new ForeignKey(
                "users_email_logs_id_fk", List.of("email"), LOGS, List.of("id"), Action.NO_ACTION, Action.NO_ACTION);
        List<TypeScriptFile> files = List.of(new TypeScriptFile("auth.ts", FILE), new TypeScriptFile("logs.ts", logs));

        Patch patch = Patch.of(
                files,
                schema(BEFORE, logTable),
                schema(table(USERS, BEFORE.columns(), List.of(key), List.of()), logTable),
                List.of(),
                Options.DEFAULT);

        assertThat(patch.isEmpty()).isTrue();
        assertThat(patch.byHand())
                .containsExactly(
                        "auth.ts, line 11: let column email of auth.users be `email: text('email').references(() =>"
                                + " logs.id)` (the table that it refers to stands in a file which imports this one).");
    }

    @Test
    void keepsTheEndsOfLines() throws Exception {
        UnaryOperator<String> windows = text -> text.replace("\n", "\r\n");
        Patch patch = Patch.of(
                List.of(new TypeScriptFile("auth.ts", windows.apply(FILE))),
                schema(BEFORE),
                schema(table(
                        USERS,
                        List.of(ID, CREATED, EMAIL, column("age", "integer", false, null)),
                        List.of(),
                        List.of(new Check("ck", "a".repeat(120))))),
                List.of(),
                Options.DEFAULT);

        assertThat(patch.changes().getFirst().after()).doesNotContainPattern("(?<!\r)\n");
    }

    @Test
    void writesOnlyWhatIsStillWhatWasRead(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("auth.ts");
        Patch patch = patch(users(ID, CREATED, EMAIL));
        Files.writeString(file, FILE + "// changed meanwhile\n");

        assertThat(patch.apply(folder)).isEqualTo(new Outcome.Changed(file));
        assertThat(file).hasContent(FILE + "// changed meanwhile\n");

        Files.writeString(file, FILE);
        assertThat(patch.apply(folder)).isEqualTo(new Outcome.Written(List.of(file.toRealPath())));
        assertThat(file).hasContent(patch.changes().getFirst().after());
        assertThat(folder).isDirectoryNotContaining(each -> each.toString().endsWith(".new"));
    }
}
