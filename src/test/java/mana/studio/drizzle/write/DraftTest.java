package mana.studio.drizzle.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.snapshot.Snapshot;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.write.NewFile.Purpose;
import mana.studio.drizzle.write.Refusal.Reason;
import mana.studio.drizzle.write.Wish.Options;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.testing.TableBuilder;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftTest {
    private static final String BASE = """
        CREATE SCHEMA auth;
        CREATE TYPE auth.role AS ENUM ('user', 'admin');
        CREATE TABLE auth.users (id int PRIMARY KEY, role auth.role NOT NULL DEFAULT 'user');
        """;
    private static final String NICK = "ALTER TABLE auth.users ADD COLUMN nick text;";

    @TempDir
    private Path root;

    @Test
    void chainsTheSnapshotsOfEveryMigration() throws Exception {
        write("", BASE, Options.PLAIN);
        write(
                BASE,
                BASE.replace("'admin')", "'admin', 'staff')").replace("DEFAULT 'user'", "DEFAULT 'staff'"),
                Options.PLAIN);

        MigrationFolder folder = MigrationFolders.read(root);
        assertThat(folder.flaws()).isEmpty();
        assertThat(folder.migrations())
                .extracting(Migration::tag)
                .containsExactly("0000_change", "0001_change_values", "0002_change");
        Snapshot values = snapshot("0001");
        assertThat(values.schema().enums().getFirst().values()).containsExactly("user", "admin", "staff");
        assertThat(column(values, "role")).isEqualTo(new DrizzleColumn.DefaultValue.Sql("'user'"));
        assertThat(column(snapshot("0002"), "role")).isEqualTo(new DrizzleColumn.DefaultValue.Sql("'staff'"));
    }

    @Test
    void keepsInTheSnapshotWhatHasNotRunInTheDatabase() throws Exception {
        write("", BASE, Options.PLAIN);
        write(BASE, BASE + "ALTER TABLE auth.users ADD COLUMN pending text;", Options.PLAIN);

        MigrationSet set = write(BASE, BASE + NICK, Options.PLAIN);

        assertThat(names(snapshot("0002"))).containsExactly("id", "role", "pending", "nick");
        assertThat(set.remarks()).anyMatch(remark -> remark.contains("not what the newest snapshot describes"));
    }

    @Test
    void leavesOutOfTheSnapshotWhatWasDoneByHand() throws Exception {
        write("", BASE, Options.PLAIN);
        String drifted = BASE + "ALTER TABLE auth.users ADD COLUMN by_hand int;";

        write(drifted, drifted + NICK, Options.PLAIN);

        assertThat(names(snapshot("0001"))).containsExactly("id", "role", "nick");
    }

    @Test
    void foreseesThatAValueCannotBeUsedInTheRunThatAddsIt() throws Exception {
        write("", BASE, Options.PLAIN);
        String staff = BASE.replace("'admin')", "'admin', 'staff')");
        write(BASE, staff, Options.PLAIN);

        MigrationSet set = write(staff, staff.replace("DEFAULT 'user'", "DEFAULT 'staff'"), Options.PLAIN);

        assertThat(set.remarks())
                .anyMatch(
                        remark -> remark.startsWith("0001_change adds the value 'staff'") && remark.contains("55P04"));
    }

    @Test
    void saysWhatTheSnapshotCannot() throws Exception {
        MigrationSet set = write("", BASE + "COMMENT ON TABLE auth.users IS 'People';", Options.PLAIN);
        assertThat(set.remarks())
                .anyMatch(remark -> remark.startsWith("Only the SQL has") && remark.contains("auth.users"));
        assertThat(set.files(Purpose.SQL).findFirst().orElseThrow().text()).contains("COMMENT ON TABLE");
    }

    @Test
    void namesTheBooksInTheWayBack() throws Exception {
        MigrationSet set = write("", BASE, Options.PLAIN);
        assertThat(set.files(Purpose.DOWN))
                .singleElement()
                .satisfies(file -> assertThat(file.text())
                        .contains("DELETE FROM drizzle.__drizzle_migrations WHERE created_at IN ("
                                + set.stamps().getFirst().when() + ");"));
    }

    @Test
    void writesTheFoldersOfVersionEight() throws Exception {
        Path sample = Path.of(System.getProperty("mana.shared", "../shared"))
                .resolve("data/mana-sample/services-v1-format8/mana-credits/src/db/migrations");
        Assumptions.assumeTrue(Files.isDirectory(sample), "the sample is not here: " + sample);
        Files.delete(root);
        Folders.copy(sample, root);
        MigrationFolder folder = MigrationFolders.read(root);
        Snapshot last = Snapshots.stateOf(folder, folder.migrations().getLast());
        Database base = Snapshots.toDatabase(last.schema(), new Cancellation());
        Table table = base.schema("credits").orElseThrow().tables().getFirst();
        Wish wish = new Wish(
                base,
                base.withSchemas(base.schemas().stream()
                        .map(schema -> schema.withTables(schema.tables().stream()
                                .map(each ->
                                        each == table ? each.withComment(null).withColumns(more(each)) : each)
                                .toList()))
                        .toList()),
                List.of(),
                List.of("credits"),
                "add_note",
                Options.PLAIN);

        MigrationSet set =
                new Drafter().draft(wish, place(), new Cancellation()).set();
        MigrationFiles.write(set);

        MigrationFolder written = MigrationFolders.read(root);
        assertThat(written.flaws()).isEmpty();
        Migration added = written.migrations().getLast();
        assertThat(set.files())
                .extracting(NewFile::path)
                .containsExactly(
                        added.tag() + "/migration.sql", added.tag() + "/down.sql", added.tag() + "/snapshot.json");
        Snapshot snapshot = Snapshots.stateOf(written, added);
        assertThat(snapshot.version()).isEqualTo("8");
        assertThat(snapshot.parents()).containsExactly(last.id());
        assertThat(snapshot.schema().table(table.name()).orElseThrow().column("note"))
                .isPresent();
        assertThat(snapshot.schema().table(table.name()).orElseThrow().columns())
                .startsWith(last.schema()
                        .table(table.name())
                        .orElseThrow()
                        .columns()
                        .toArray(DrizzleColumn[]::new));
    }

    private static List<Column> more(Table table) {
        List<Column> columns = new ArrayList<>(table.columns());
        columns.add(TableBuilder.table("x", "y")
                .column("note", "text")
                .build()
                .columns()
                .getFirst());
        return columns;
    }

    @Test
    void refusesAnOldSnapshot() throws Exception {
        write("", BASE, Options.PLAIN);
        Path snapshot = root.resolve("meta/0000_snapshot.json");
        Files.writeString(snapshot, Files.readString(snapshot).replace("\"version\": \"7\"", "\"version\": \"6\""));
        refuses(Reason.LAYOUT, "drizzle-kit up");
    }

    @Test
    void refusesFormatNine() throws Exception {
        Folders.dated(root);
        Path snapshot = root.resolve("20261120122923_init/snapshot.json");
        Files.writeString(
                snapshot,
                "{\"version\":\"9\",\"dialect\":\"postgres\",\"id\":\"a\",\"prevIds\":[\"0\"],"
                        + "\"type\":\"base\",\"footprints\":[],\"ddl\":[]}");
        refuses(Reason.LAYOUT, "version 9");
    }

    @Test
    void refusesAFolderThatNeitherLineReads() throws Exception {
        write("", BASE, Options.PLAIN);
        Files.createDirectory(root.resolve("0000_change"));
        Files.move(root.resolve("0000_change.sql"), root.resolve("0000_change/migration.sql"));
        refuses(Reason.LAYOUT, "neither line");
    }

    @Test
    void leavesTheMarkersOutWhereTheProjectDoes() throws Exception {
        Wish wish = ComposerTest.wish(BASE, BASE + NICK + "CREATE TABLE auth.tags (id int);", Options.PLAIN);
        write("", BASE, Options.PLAIN);
        MigrationSet set =
                new Drafter().draft(wish, place(false), new Cancellation()).set();
        assertThat(set.files(Purpose.SQL).findFirst().orElseThrow().text()).isEqualTo("""
            CREATE TABLE "auth"."tags" (
            \t"id" integer
            );

            ALTER TABLE "auth"."users" ADD COLUMN "nick" text;\
            """);
        assertThat(set.files(Purpose.JOURNAL).findFirst().orElseThrow().text())
                .contains("\"breakpoints\": true")
                .contains("\"breakpoints\": false");
    }

    private void refuses(Reason reason, String words) {
        assertThatThrownBy(() -> write(BASE, BASE + NICK, Options.PLAIN))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(reason);
                    assertThat(refusal.getMessage()).contains(words);
                });
    }

    private MigrationSet write(String base, String design, Options options) throws Exception {
        MigrationSet set = new Drafter()
                .draft(ComposerTest.wish(base, design, options), place(), new Cancellation())
                .set();
        MigrationFiles.write(set);
        return set;
    }

    private Place place() {
        return place(true);
    }

    private Place place(boolean breakpoints) {
        return new Place(
                MigrationFolders.read(root),
                Layout.JOURNAL,
                Prefix.INDEX,
                breakpoints,
                null,
                "drizzle.__drizzle_migrations",
                Folders.NOW);
    }

    private Snapshot snapshot(String prefix) throws Exception {
        return Snapshots.read(root.resolve("meta").resolve(prefix + "_snapshot.json"));
    }

    private static List<String> names(Snapshot snapshot) {
        return snapshot.schema().tables().getFirst().columns().stream()
                .map(DrizzleColumn::name)
                .toList();
    }

    private static DrizzleColumn.DefaultValue column(Snapshot snapshot, String name) {
        return snapshot.schema()
                .table(new QualifiedName("auth", "users"))
                .flatMap(table -> table.column(name))
                .orElseThrow()
                .defaultValue();
    }
}
