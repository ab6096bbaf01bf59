package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectEnvironmentsTest {
    @TempDir
    private Path project;

    private void write(String file, String text) throws IOException {
        Path path = project.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void findsEachDatabaseOnceWithAllItsPlaces() throws IOException {
        write("services/mana-auth/.env", "DATABASE_URL=postgres://auth:geheim@localhost:5432/platform?schema=auth\n");
        write("services/mana-auth/.env.example", "DATABASE_URL=postgres://auth@localhost:5432/platform\n");
        write("services/mana-media/.env.local", "MEDIA_DB='postgresql://media@db.example.com/media'\nPORT=3000\n");
        write("node_modules/pg/.env", "DATABASE_URL=postgres://a@b/c\n");
        write(".git/.env", "DATABASE_URL=postgres://a@b/c\n");
        write("env", "DATABASE_URL=postgres://a@b/c\n");
        write(".env", "REDIS_URL=redis://localhost\n");

        ProjectEnvironments environments = ProjectEnvironments.scan(project);

        assertThat(environments.problems()).isEmpty();
        assertThat(environments.found())
                .extracting(
                        found -> found.target().toString(),
                        ProjectEnvironments.Found::secret,
                        found -> found.places().toString(),
                        found -> found.places().getFirst().service())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "auth@localhost:5432/platform",
                                new Secret("geheim"),
                                "[services/mana-auth/.env · DATABASE_URL, services/mana-auth/.env.example · DATABASE_URL]",
                                "services/mana-auth"),
                        org.assertj.core.groups.Tuple.tuple(
                                "media@db.example.com:5432/media",
                                null,
                                "[services/mana-media/.env.local · MEDIA_DB]",
                                "services/mana-media"));
    }

    @Test
    void readsTheNotationsOfDotenv() {
        String text =
                """
                # comment
                export PLAIN=one # two
                HASH=a#b
                SINGLE='${PLAIN} # kept'
                DOUBLE="a \\"quoted\\" ${PLAIN}"
                BACK=`it's "it"`
                USER_OF=${PLAIN}-${MISSING:-other}
                OUTSIDE=${HOME_OF_IT}
                LINES="first
                second"
                  SPACED = value\s\s
                EMPTY=
                LAST=1""";
        assertThat(DotEnv.read(text, Map.of("HOME_OF_IT", "there")))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("PLAIN", "one"),
                        Map.entry("HASH", "a#b"),
                        Map.entry("SINGLE", "${PLAIN} # kept"),
                        Map.entry("DOUBLE", "a \"quoted\" one"),
                        Map.entry("BACK", "it's \"it\""),
                        Map.entry("USER_OF", "one-other"),
                        Map.entry("OUTSIDE", "there"),
                        Map.entry("LINES", "first\nsecond"),
                        Map.entry("SPACED", "value"),
                        Map.entry("EMPTY", ""),
                        Map.entry("LAST", "1")));
    }

    @Test
    void saysWhatItDoesNotUnderstandWithoutThePassword() throws IOException {
        write(".env", "DATABASE_URL=postgres://u:s3c/ret@h/db\n");
        assertThat(ProjectEnvironments.scan(project).problems())
                .containsExactly(".env · DATABASE_URL: A / or ? stands before the @ (character 17). In a password write"
                        + " / as %2F, ? as %3F, # as %23.");
    }

    @Test
    void refusesAFolderThatIsNotThere() {
        assertThatThrownBy(() -> ProjectEnvironments.scan(project.resolve("gone")))
                .isInstanceOf(NoSuchFileException.class);
    }
}
