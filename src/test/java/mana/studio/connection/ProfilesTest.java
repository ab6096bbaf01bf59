package mana.studio.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mana.studio.settings.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    private static final Profile LOCAL = new Profile(
            "1",
            "Platform",
            Environment.LOCAL,
            null,
            false,
            new Target(List.of(new Endpoint("localhost", 5432)), "platform", "mana", Map.of("sslmode", "disable")));
    private static final Profile PRODUCTION = new Profile(
            "2",
            "Produktion ü",
            Environment.PRODUCTION,
            "amber",
            true,
            new Target(List.of(new Endpoint("a", 1), new Endpoint("b", 2)), "platform", "mana", Map.of()));

    @TempDir
    private Path home;

    private Path file;

    @BeforeEach
    void name() {
        file = home.resolve("config/connections.json");
    }

    private Profiles profiles() {
        return new Profiles(new Places(home.resolve("config"), home.resolve("data"), home.resolve("state")));
    }

    @Test
    void keepsProfilesAcrossStarts() {
        profiles().save(LOCAL);
        profiles().save(PRODUCTION);
        assertThat(profiles().all()).containsExactly(LOCAL, PRODUCTION);
    }

    @Test
    void keepsWhetherChangesMayBeApplied() throws IOException {
        profiles().save(PRODUCTION.withApplyAllowed(true));
        assertThat(profiles().all()).containsExactly(PRODUCTION.withApplyAllowed(true));

        Files.writeString(file, Files.readString(file).replaceAll("\"applyAllowed\" : true,", ""));
        assertThat(profiles().all()).containsExactly(PRODUCTION);
    }

    @Test
    void replacesByIdAndDeletes() {
        Profiles profiles = profiles();
        profiles.save(LOCAL);
        profiles.save(PRODUCTION);
        Profile renamed =
                new Profile("1", "Renamed", Environment.STAGING, "blue", true, LOCAL.target());
        profiles.save(renamed);
        assertThat(profiles.all()).containsExactly(renamed, PRODUCTION);
        profiles.delete("1");
        profiles.delete("1");
        assertThat(profiles().all()).containsExactly(PRODUCTION);
    }

    @Test
    void dropsAPasswordThatAHandWroteIntoTheFile() throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {"connections": [
                  {"id": "1", "name": "By hand", "url": "postgres://mana:geheim@db.example.com/platform"},
                  {"name": "Broken", "url": "nonsense"}
                ]}
                """);
        Profiles profiles = profiles();
        Profile read = profiles.all().getFirst();
        assertThat(profiles.all())
                .containsExactly(new Profile(
                        "1",
                        "By hand",
                        Environment.PRODUCTION,
                        null,
                        true,
                        new Target(List.of(new Endpoint("db.example.com", 5432)), "platform", "mana", Map.of())));
        profiles.save(read);
        assertThat(Files.readString(file)).doesNotContain("geheim").contains("nonsense");
    }
}
