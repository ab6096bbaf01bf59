package mana.studio.drizzle.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.write.Composition.Part;
import mana.studio.drizzle.write.Wish.Options;
import mana.studio.schema.Database;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import org.junit.jupiter.api.Test;

class ComposerTest {
    private static final String BASE = """
        CREATE SCHEMA auth;
        CREATE SCHEMA other;
        CREATE TYPE auth.role AS ENUM ('user', 'admin');
        CREATE TABLE auth.users (id int PRIMARY KEY, email text, role auth.role NOT NULL DEFAULT 'user');
        CREATE TABLE auth.posts (id int PRIMARY KEY, author int);
        """;

    @Test
    void writesOneFileInTheWordsOfDrizzleKit() throws Exception {
        Composition composition = compose(BASE + """
            ALTER TABLE auth.users ADD COLUMN nick varchar(40) NOT NULL DEFAULT '';
            ALTER TABLE auth.posts ADD CONSTRAINT posts_author_fk FOREIGN KEY (author) REFERENCES auth.users;
            CREATE TABLE auth.tags (id int PRIMARY KEY, label text NOT NULL UNIQUE);
            """);

        assertThat(composition.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.sql()).isEqualTo("""
                    CREATE TABLE "auth"."tags" (
                    \t"id" integer PRIMARY KEY NOT NULL,
                    \t"label" text NOT NULL,
                    \tCONSTRAINT "tags_label_key" UNIQUE("label")
                    );
                    --> statement-breakpoint
                    ALTER TABLE "auth"."users" ADD COLUMN "nick" varchar(40) DEFAULT ''::character varying NOT NULL;--> statement-breakpoint
                    ALTER TABLE "auth"."posts" ADD CONSTRAINT "posts_author_fk" FOREIGN KEY ("author") REFERENCES "auth"."users"("id") ON DELETE no action ON UPDATE no action;\
                    """));
    }

    @Test
    void leavesTheSchemasOfOthersAlone() throws Exception {
        Composition composition = compose(BASE + "CREATE TABLE other.things (id int); CREATE TABLE auth.t (id int);");
        assertThat(composition.parts().getFirst().sql())
                .contains("\"auth\".\"t\"")
                .doesNotContain("things");
    }

    @Test
    void makesAMigrationOfItsOwnOfAValueThatIsUsed() throws Exception {
        Composition composition =
                compose(BASE.replace("'admin')", "'staff', 'admin')").replace("DEFAULT 'user'", "DEFAULT 'staff'"));

        assertThat(composition.parts()).extracting(Part::name).containsExactly("change_values", "change");
        assertThat(composition.parts().getFirst().sql())
                .startsWith("-- Deploy this in an earlier run")
                .endsWith("ALTER TYPE \"auth\".\"role\" ADD VALUE 'staff' BEFORE 'admin';");
        assertThat(composition
                        .parts()
                        .getFirst()
                        .reached()
                        .schema("auth")
                        .orElseThrow()
                        .enums()
                        .getFirst()
                        .labels())
                .containsExactly("user", "staff", "admin");
        assertThat(composition.remarks()).anyMatch(remark -> remark.contains("55P04"));
    }

    @Test
    void keepsAValueThatNothingUsesInTheMigration() throws Exception {
        Composition composition = compose(BASE.replace("'admin')", "'admin', 'staff')"));
        assertThat(composition.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.sql()).isEqualTo("ALTER TYPE \"auth\".\"role\" ADD VALUE 'staff';"));
    }

    @Test
    void letsAnIndexBeBuiltByHandBefore() throws Exception {
        Composition composition = compose(BASE + """
            CREATE INDEX idx_users_email ON auth.users (email);
            ALTER TABLE auth.posts ADD COLUMN slug text;
            CREATE INDEX idx_posts_slug ON auth.posts (slug);
            """, new Options(false, true, false));

        assertThat(composition.before())
                .contains("CREATE INDEX CONCURRENTLY IF NOT EXISTS \"idx_users_email\"")
                .doesNotContain("slug")
                .contains("25001");
        assertThat(composition.parts().getFirst().sql())
                .contains("CREATE INDEX IF NOT EXISTS \"idx_users_email\"")
                .contains("CREATE INDEX \"idx_posts_slug\"");
        assertThat(composition.remarks()).anyMatch(remark -> remark.contains("idx_posts_slug stays"));
    }

    @Test
    void letsConstraintsBeProvenInALaterRun() throws Exception {
        Composition composition = compose(BASE + """
            ALTER TABLE auth.posts ADD CONSTRAINT posts_author_fk FOREIGN KEY (author) REFERENCES auth.users;
            ALTER TABLE auth.users ADD CONSTRAINT ck_email CHECK (email <> '');
            """, new Options(false, false, true));

        assertThat(composition.parts()).extracting(Part::name).containsExactly("change", "change_validate");
        assertThat(composition.parts().getFirst().statements()).allMatch(sql -> sql.endsWith(" NOT VALID;"));
        assertThat(composition.parts().getLast().statements())
                .containsExactlyInAnyOrder(
                        "ALTER TABLE \"auth\".\"posts\" VALIDATE CONSTRAINT \"posts_author_fk\";",
                        "ALTER TABLE \"auth\".\"users\" VALIDATE CONSTRAINT \"ck_email\";");
    }

    @Test
    void provesThatThereIsNoNullInALaterRun() throws Exception {
        Composition composition =
                compose(BASE.replace("email text", "email text NOT NULL"), new Options(false, false, true));

        assertThat(composition.parts()).extracting(Part::name).containsExactly("change", "change_validate");
        assertThat(composition.parts().getFirst().statements())
                .containsExactly("ALTER TABLE \"auth\".\"users\" ADD CONSTRAINT \"users_email_not_null_proof\""
                        + " CHECK (\"email\" IS NOT NULL) NOT VALID;");
        assertThat(composition.parts().getLast().statements())
                .containsExactly(
                        "ALTER TABLE \"auth\".\"users\" VALIDATE CONSTRAINT \"users_email_not_null_proof\";",
                        "ALTER TABLE \"auth\".\"users\" ALTER COLUMN \"email\" SET NOT NULL;",
                        "ALTER TABLE \"auth\".\"users\" DROP CONSTRAINT \"users_email_not_null_proof\";");
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(BASE, new Cancellation());
            for (Part part : composition.parts()) {
                database.load(part.sql(), new Cancellation());
            }
            Database read = database.read(new Cancellation());
            assertThat(Likeness.differences(read, composition.goal(), List.of("auth"), database, new Cancellation()))
                    .isEmpty();
        }
    }

    @Test
    void letsAPersonFillANewColumnBeforeItMustHaveAValue() throws Exception {
        String design = BASE + "ALTER TABLE auth.users ADD COLUMN nick text NOT NULL;";
        String required = "ALTER TABLE \"auth\".\"users\" ALTER COLUMN \"nick\" SET NOT NULL;";
        OwnStatement fill = new OwnStatement("UPDATE auth.users SET nick = split_part(email, '@', 1)", required);
        Composition composition = compose(design, new Options(true, false, false, true, List.of(fill)));

        assertThat(composition.parts())
                .singleElement()
                .satisfies(part -> assertThat(part.statements())
                        .containsExactly(
                                "ALTER TABLE \"auth\".\"users\" ADD COLUMN \"nick\" text;",
                                "UPDATE auth.users SET nick = split_part(email, '@', 1);",
                                required));
        assertThat(composition.lost())
                .contains("what this changed: UPDATE auth.users SET nick = split_part(email, '@', 1);");
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(
                    BASE + "INSERT INTO auth.users (id, email) VALUES (1, 'ada@mana.how');"
                            + composition.parts().getFirst().sql(),
                    new Cancellation());
            Database read = database.read(new Cancellation());
            assertThat(Likeness.differences(read, composition.goal(), List.of("auth"), database, new Cancellation()))
                    .isEmpty();
        }
    }

    @Test
    void putsAtTheEndWhatHasLostItsPlace() throws Exception {
        Composition composition = compose(
                BASE + "ALTER TABLE auth.users ADD COLUMN nick text;",
                new Options(false, false, false, false, List.of(new OwnStatement("SELECT 1; SELECT 2", "gone"))));
        assertThat(composition.parts().getFirst().statements()).endsWith("SELECT 1;", "SELECT 2;");
        assertThat(composition.remarks())
                .containsExactly("What it stood before is gone, so it stands at the end: SELECT 1;");
    }

    @Test
    void refusesToEndTheMigratorsTransaction() {
        assertThat(new OwnStatement("UPDATE t SET a = 1; commit", null).problem())
                .hasValueSatisfying(problem -> assertThat(problem).contains("commit cannot stand in it"));
        assertThat(new OwnStatement(" -- nothing", null).problem()).isPresent();
        assertThat(new OwnStatement("UPDATE t SET a = 'COMMIT'", null).problem())
                .isEmpty();
    }

    @Test
    void saysWhatTheWayBackCannotBringBack() throws Exception {
        Composition composition = compose(BASE.replace("email text, ", ""));
        assertThat(composition.down()).containsExactly("ALTER TABLE \"auth\".\"users\" ADD COLUMN \"email\" text;");
        assertThat(composition.lost()).containsExactly("all values of auth.users.email");
    }

    @Test
    void hidesTheMarkWithinAConstantSoThatTheServerReadsTheSame() throws Exception {
        Composition composition =
                compose(BASE.replace("email text", "email text DEFAULT 'a\\--> statement-breakpoint ü'"));
        String sql = composition.parts().getFirst().sql();

        assertThat(sql.split(MigrationFile.BREAKPOINT, -1)).hasSize(1);
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(BASE + sql, new Cancellation());
            Database read = database.read(new Cancellation());
            assertThat(Likeness.differences(read, composition.goal(), List.of("auth"), database, new Cancellation()))
                    .isEmpty();
        }
    }

    @Test
    void isEmptyWhereNothingOfTheServiceChanges() throws Exception {
        assertThat(compose(BASE + "CREATE TABLE other.things (id int);").isEmpty())
                .isTrue();
    }

    private static Composition compose(String design) throws ScratchException {
        return compose(design, Options.PLAIN);
    }

    private static Composition compose(String design, Options options) throws ScratchException {
        return Composer.compose(wish(BASE, design, options));
    }

    static Wish wish(String base, String design, Options options) throws ScratchException {
        return new Wish(
                Scratch.read(base, new Cancellation()),
                Scratch.read(design, new Cancellation()),
                List.of(),
                List.of("auth"),
                "change",
                options);
    }
}
