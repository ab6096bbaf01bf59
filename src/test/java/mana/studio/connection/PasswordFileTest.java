package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "file modes are those of POSIX")
class PasswordFileTest {
    private static final Target TARGET = target("db.example.com");

    @TempDir
    private Path folder;

    private Path file;

    private static Target target(String host) {
        return new Target(List.of(new Endpoint(host, 5432)), "platform", "mana", Map.of());
    }

    @BeforeEach
    void name() {
        file = folder.resolve(".pgpass");
    }

    private void write(String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private PasswordFile.Answer find(Target target) {
        return new PasswordFile(file).find(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "db.example.com:5432:platform:mana:geheim       | geheim",
                "*:*:*:*:for all                                | for all",
                "*:*:*:mana:a:b                                 | a:b",
                "*:*:*:mana:a\\:b\\\\c                          | a:b\\c",
                "db.example.com:5433:platform:mana:geheim       |",
                "db.example.com:5432:platform:other:geheim      |",
                "#*:*:*:*:comment                               |",
                "too:few:fields                                 |",
                "db.*:*:*:*:no pattern                          |",
            })
    void findsByTheFourFieldsAsLibpqDoes(String line, String password) throws IOException {
        write(line.strip() + "\n");
        assertThat(find(TARGET))
                .isEqualTo(new PasswordFile.Answer(password == null ? null : new Secret(password), null));
    }

    @Test
    void takesTheFirstLineThatFits() throws IOException {
        write("other:*:*:*:no\ndb.example.com:*:*:*:first\r\n*:*:*:*:second\n");
        assertThat(find(TARGET).secret()).isEqualTo(new Secret("first"));
    }

    @Test
    void knowsTheUsualSocketAsLocalhost() throws IOException {
        write("localhost:5432:platform:mana:geheim\n");
        assertThat(find(target("/var/run/postgresql")).secret()).isEqualTo(new Secret("geheim"));
        assertThat(find(target("/srv/socket")).secret()).isNull();
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        write("*:*:*:*:geheim\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(find(TARGET))
                .isEqualTo(new PasswordFile.Answer(
                        null, file + " was not read: others may read it. Run: chmod 600 " + file));
    }

    @Test
    void remembersInAFileOfTheOwnersOnly() throws IOException {
        new PasswordFile(file).remember(TARGET, new Secret("a:b\\c ü"));
        assertThat(Files.readString(file)).isEqualTo("db.example.com:5432:platform:mana:a\\:b\\\\c ü\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(find(TARGET).secret()).isEqualTo(new Secret("a:b\\c ü"));
        assertThat(Files.list(folder)).containsExactly(file);
    }

    @Test
    void replacesItsLineAndLeavesTheOthersByteForByte() throws IOException {
        byte[] latin = "# b\u00fcro\nother:5432:*:x:y\r\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(file, latin);
        PasswordFile passwords = new PasswordFile(file);
        passwords.remember(TARGET, new Secret("old"));
        passwords.remember(TARGET, new Secret("new"));
        String expected = "# b\u00fcro\nother:5432:*:x:y\r\ndb.example.com:5432:platform:mana:new\n";
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).isEqualTo(expected);
    }

    @Test
    void goesBeforeAWildcardThatWouldHideIt() throws IOException {
        write("a:*:*:*:1\n*:*:*:*:2\n");
        new PasswordFile(file).remember(TARGET, new Secret("mine"));
        assertThat(Files.readAllLines(file))
                .containsExactly("a:*:*:*:1", "db.example.com:5432:platform:mana:mine", "*:*:*:*:2");
    }

    @Test
    void keepsALinkALink() throws IOException {
        Path real = Files.createFile(folder.resolve("real"));
        Files.createSymbolicLink(file, real);
        new PasswordFile(file).remember(TARGET, new Secret("geheim"));
        assertThat(Files.isSymbolicLink(file)).isTrue();
        assertThat(Files.readString(real)).isEqualTo("db.example.com:5432:platform:mana:geheim\n");
    }

    @Test
    void refusesAPasswordThatNeedsTwoLines() {
        assertThatThrownBy(() -> new PasswordFile(file).remember(TARGET, new Secret("a\nb")))
                .isInstanceOf(IOException.class)
                .hasMessage("A password with a line break cannot be kept in " + file + ".");
        assertThat(file).doesNotExist();
    }

    @Test
    void isTheFileThatTheVariableNames() {
        assertThat(PasswordFile.ofUser(Map.of("PGPASSFILE", "/elsewhere")))
                .isEqualTo(new PasswordFile(Path.of("/elsewhere")));
        assertThat(PasswordFile.ofUser(Map.of()))
                .isEqualTo(new PasswordFile(Path.of(System.getProperty("user.home"), ".pgpass")));
    }
}
