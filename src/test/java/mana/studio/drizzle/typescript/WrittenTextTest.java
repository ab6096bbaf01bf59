package mana.studio.drizzle.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Action;
import mana.studio.drizzle.model.DrizzleTable.Check;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.model.DrizzleTable.Unique;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.drizzle.typescript.Options.Layout;
import mana.studio.drizzle.typescript.Options.Line;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The TypeScript as one reads it, without the compiler.
class WrittenTextTest {
    private static final QualifiedName USERS = new QualifiedName("auth", "users");
    private static final QualifiedName SESSIONS = new QualifiedName("auth", "sessions");
    private static final DrizzleEnum ROLE =
            new DrizzleEnum(new QualifiedName("auth", "user_role"), List.of("user", "admin"));

    private static DrizzleColumn column(String name, String type, boolean notNull, @Nullable DefaultValue value) {
        return new DrizzleColumn(name, type, null, false, notNull, value, null, null);
    }

    private static DrizzleTable users() {
        return new DrizzleTable(
                USERS,
                List.of(
                        new DrizzleColumn("id", "text", null, true, true, null, null, null),
                        column("email", "text", true, null),
                        new DrizzleColumn("role", "user_role", "auth", false, true, sql("'user'"), null, null),
                        column("note", "text", false, sql("concat('`', '${x}', E'\\\\n')")),
                        column("created_at", "timestamp with time zone", true, sql("now()"))),
                List.of(new DrizzleIndex(
                        "idx_users_email",
                        List.of(new DrizzleIndex.Part("lower(\"email\")", true, true, false, null)),
                        true,
                        false,
                        "btree",
                        Map.of(),
                        "\"auth\".\"users\".\"note\" is null")),
                List.of(),
                List.of(),
                List.of(new Unique("users_email_unique", false, List.of("email"))),
                List.of(new Check(
                        "users_email_check", "\"auth\".\"users\".\"email\" <> '\"auth\".\"users\".\"note\"'")),
                List.of(new DrizzlePolicy("own", true, "SELECT", List.of("authenticated"), "true", null)),
                true);
    }

    private static DrizzleTable sessions() {
        return new DrizzleTable(
                SESSIONS,
                List.of(
                        new DrizzleColumn("id", "uuid", null, true, true, sql("gen_random_uuid()"), null, null),
                        column("user_id", "text", true, null),
                        column("ip", "inet", false, null),
                        column("search", "tsvector", false, null)),
                List.of(),
                List.of(new ForeignKey(
                        "sessions_user_id_users_id_fk",
                        List.of("user_id"),
                        USERS,
                        List.of("id"),
                        Action.CASCADE,
                        Action.NO_ACTION)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
    }

    private static DefaultValue sql(String text) {
        return new DefaultValue.Sql(text);
    }

    private static DrizzleSchema schema(DrizzleTable... tables) {
        return new DrizzleSchema(
                List.of("auth"), List.of(ROLE), List.of(tables), List.of(), List.of(), List.of(), List.of());
    }

    private static String only(DrizzleSchema schema, Options options) {
        return TypeScript.write(schema, options).getFirst().text();
    }

    @Test
    void standsAsThePeopleOfTheHouseWriteIt() {
        assertThat(only(schema(sessions(), users()), Options.DEFAULT.withRelations(true)))
                .isEqualTo("""
                    import { relations, sql } from 'drizzle-orm';
                    import { check, customType, inet, pgPolicy, pgSchema, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';

                    export const authSchema = pgSchema('auth');

                    export const userRoleEnum = authSchema.enum('user_role', ['user', 'admin']);

                    const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

                    export const users = authSchema.table(
                      'users',
                      {
                        id: text('id').primaryKey(),
                        email: text('email').notNull().unique(),
                        role: userRoleEnum('role').default('user').notNull(),
                        note: text('note').default(sql`concat('\\`', '\\${x}', E'\\\\\\\\n')`),
                        createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
                      },
                      (table) => [
                        uniqueIndex('idx_users_email').on(sql`lower(${table.email})`).where(sql`${table.note} is null`),
                        check('users_email_check', sql`${table.email} <> '"auth"."users"."note"'`),
                        pgPolicy('own', { for: 'select', to: 'authenticated', using: sql`true` }),
                      ],
                    ).enableRLS();

                    export const sessions = authSchema.table('sessions', {
                      id: uuid('id').primaryKey().defaultRandom(),
                      userId: text('user_id')
                        .notNull()
                        .references(() => users.id, { onDelete: 'cascade' }),
                      ip: inet('ip'),
                      search: tsvector('search'),
                    });

                    export const usersRelations = relations(users, ({ many }) => ({
                      sessions: many(sessions),
                    }));

                    export const sessionsRelations = relations(sessions, ({ one }) => ({
                      user: one(users, { fields: [sessions.userId], references: [users.id] }),
                    }));

                    export type User = typeof users.$inferSelect;
                    export type NewUser = typeof users.$inferInsert;
                    export type Session = typeof sessions.$inferSelect;
                    export type NewSession = typeof sessions.$inferInsert;
                    """);
    }

    @Test
    void importsWhatStandsInAnotherFile() {
        DrizzleSchema schema = schema(users(), sessions());

        assertThat(TypeScript.object(schema, SESSIONS, Options.DEFAULT.withTypes(false))
                        .orElseThrow()
                        .text())
                .startsWith("""
                    import { customType, inet, text, uuid } from 'drizzle-orm/pg-core';
                    import { authSchema } from './schema';
                    import { users } from './users';
                    """);
        assertThat(TypeScript.object(schema, SESSIONS, Options.DEFAULT.withRelations(true))
                        .orElseThrow()
                        .text())
                .contains("export const sessionsRelations = relations(sessions, ({ one }) => ({")
                .doesNotContain("usersRelations");
        assertThat(TypeScript.write(schema, Options.DEFAULT.withLayout(Layout.FILE_PER_TABLE)))
                .extracting(TypeScriptFile::name)
                .containsExactly("schema.ts", "users.ts", "sessions.ts", "index.ts");
    }

    @Test
    void speaksOfAnotherServicesTableWithoutExportingIt() {
        assertThat(only(schema(sessions()), Options.DEFAULT.withTypes(false))).contains("""
            // Another service's: not exported, so that drizzle-kit leaves it alone.
            const users = authSchema.table('users', {
              id: text('id'),
            });
            """);
    }

    @Test
    void leavesNamesToTheCasing() {
        assertThat(only(schema(users()), Options.DEFAULT.withCasing(Casing.SNAKE_CASE)))
                .contains(
                        "createdAt: timestamp({ withTimezone: true }).defaultNow().notNull(),",
                        "id: text().primaryKey(),");
    }

    /// The newer line gives other names, so that those of the older must be said.
    @Test
    void saysNamesThatTheNewerLineWouldMakeOtherwise() {
        assertThat(only(schema(users(), sessions()), Options.DEFAULT.withLine(Line.V1)))
                .contains(
                        ".unique('users_email_unique')",
                        "foreignKey({ name: 'sessions_user_id_users_id_fk', columns: [table.userId], foreignColumns:"
                                + " [users.id] })");
    }

    @Test
    void givesEveryNameAnIdentifierOfItsOwn() {
        DrizzleTable index = new DrizzleTable(
                new QualifiedName("auth", "index"),
                List.of(
                        column("user_id", "text", false, null),
                        column("userId", "text", false, null),
                        column("1st", "text", false, null),
                        column("class", "text", false, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);
        DrizzleTable other = new DrizzleTable(
                new QualifiedName("public", "users"),
                List.of(column("it's", "text", false, null)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false);

        assertThat(only(schema(users(), index, other), Options.DEFAULT))
                .contains(
                        "export const indexTable = authSchema.table('index', {",
                        "  userId: text('user_id'),\n"
                                + "  userId2: text('userId'),\n"
                                + "  _1st: text('1st'),\n"
                                + "  class: text('class'),",
                        "export const authUsers = authSchema.table(",
                        "export const publicUsers = pgTable('users', {",
                        "  itS: text(\"it's\"),");
    }

    @ParameterizedTest
    @CsvSource({
        "users, user",
        "entries, entry",
        "addresses, address",
        "statuses, status",
        "news, news",
        "status, status",
        "databases, database",
        "userSettings, userSettings",
        "boxes, box"
    })
    void namesTheTypeOfARowInTheSingular(String table, String row) {
        assertThat(Words.singular(table)).isEqualTo(row);
    }

    /// Measured with the pre-release: the name of a key that is too long for PostgreSQL.
    @Test
    void shortensNamesAsTheNewerLineDoes() {
        assertThat(DefaultNames.hash(
                        "b_table_with_a_really_quite_long_name_for_testing_reference_to_identifier_number_one"
                                + "_a_table_with_a_really_quite_long_name_for_testing_identifier_number_one_fkey"))
                .isEqualTo("HbzF7eB99aRC");
    }
}
