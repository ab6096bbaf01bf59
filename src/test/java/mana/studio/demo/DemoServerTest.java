package mana.studio.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mana.studio.connection.Profile;
import mana.studio.settings.Places;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DemoServerTest {
    @TempDir
    private Path home;

    /// One long story instead of many short ones, as each beginning costs a creation.
    @Test
    void isMadeOnceSharedKeptBetweenStartsAndMadeAnewOnRequest() throws IOException, SQLException {
        Places places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        Map<String, String> fresh;
        try (DemoServer demo = DemoServer.start(places, (_, _) -> {})) {
            fresh = answers(demo.profile()).checksums();
            answers(demo.profile()).run("UPDATE auth.users SET display_name = 'changed' WHERE role = 'admin'");
            Files.writeString(demo.projectFolder().resolve("services/mana-auth/src/db/schema/mine.ts"), "export {};");

            try (DemoServer second = DemoServer.start(places, (_, _) -> {})) {
                assertThat(second.profile()).isEqualTo(demo.profile());
            }
            assertThat(answers(demo.profile()).one("SELECT count(*) FROM auth.users"))
                    .isEqualTo("12000");
        }

        List<String> steps = new ArrayList<>();
        try (DemoServer demo = DemoServer.start(places, (doing, _) -> steps.add(doing))) {
            assertThat(steps).containsExactly("Starting PostgreSQL");
            assertThat(answers(demo.profile()).checksums()).isNotEqualTo(fresh).hasSameSizeAs(fresh);
            assertThat(demo.projectFolder().resolve("services/mana-auth/src/db/schema/mine.ts"))
                    .exists();

            demo.reset((_, _) -> {});

            assertThat(answers(demo.profile()).checksums()).isEqualTo(fresh);
            assertThat(answers(demo.syncProfile()).one("SELECT count(*) FROM sync_changes"))
                    .isEqualTo("15000");
            assertThat(filesOf(demo.projectFolder()))
                    .containsExactlyInAnyOrderElementsOf(
                            DemoResource.text("project/files.txt").lines().toList());
        }
    }

    @Test
    void migratesIntoTheBooksTheProjectConfigures() throws IOException {
        DemoProject project = new DemoProject(home.resolve("project"), "project");
        project.write();
        for (DemoService service : DemoService.values()) {
            Path folder = project.folder().resolve("services").resolve(service.folder());
            String config = Files.readString(folder.resolve("drizzle.config.ts"));
            if (!service.migrationsTable().equals("__drizzle_migrations")) {
                assertThat(config).contains("table: '" + service.migrationsTable() + "'");
            } else if (!service.migrationsSchema().equals("drizzle")) {
                assertThat(config).contains("schema: '" + service.migrationsSchema() + "'");
            } else {
                assertThat(config).doesNotContain("migrations: {");
            }
        }
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static Answers answers(Profile profile) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(
                new String[] {profile.target().endpoints().getFirst().host()});
        source.setPortNumbers(new int[] {profile.target().endpoints().getFirst().port()});
        source.setDatabaseName(profile.target().database());
        source.setUser(profile.target().user());
        return new Answers(source);
    }
}
