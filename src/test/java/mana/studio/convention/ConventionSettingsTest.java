package mana.studio.convention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mana.studio.convention.Findings.Silenced;
import mana.studio.convention.rule.Conventions;
import mana.studio.schema.Database;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConventionSettingsTest {
    private static final Database DATABASE = TestDatabases.database(
            TableBuilder.table("auth", "api_keys")
                    .notNull("id", "uuid", "gen_random_uuid()")
                    .notNull("enabled", "boolean")
                    .primaryKey("id")
                    .build(),
            TableBuilder.table("public", "things")
                    .notNull("id", "uuid", "gen_random_uuid()")
                    .primaryKey("id")
                    .build());

    private static Findings found(Switches switches) {
        return new Conventions(ServiceRegistry.MANA, switches).check(DATABASE);
    }

    private static List<String> rules(Switches switches) {
        return found(switches).open().stream()
                .map(breach -> breach.rule().id() + " " + breach.where())
                .toList();
    }

    private static Breach breach(String rule) {
        return found(Switches.NONE).open().stream()
                .filter(breach -> breach.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void switchesARuleOff() {
        assertThat(rules(Switches.NONE)).contains("boolean-name auth.api_keys.enabled", "created-at auth.api_keys");
        assertThat(rules(Switches.NONE.withRule("boolean-name", false)))
                .doesNotContain("boolean-name auth.api_keys.enabled")
                .contains("created-at auth.api_keys");
    }

    @Test
    void letsASchemaSayOtherwise() {
        assertThat(rules(Switches.NONE.withRule("created-at", "auth", false)))
                .doesNotContain("created-at auth.api_keys")
                .contains("created-at public.things");
        assertThat(rules(Switches.NONE.withRule("created-at", false).withRule("created-at", "auth", true)))
                .contains("created-at auth.api_keys")
                .doesNotContain("created-at public.things");
    }

    @Test
    void silencesABreachWithAReason() {
        Breach breach = breach("boolean-name");
        Findings findings = found(Switches.NONE.silencing(breach, "First").silencing(breach, "Copied from elsewhere"));
        assertThat(findings.open()).noneMatch(breach::same);
        assertThat(findings.silenced()).extracting(Silenced::reason).containsExactly("Copied from elsewhere");
        assertThat(found(Switches.NONE.silencing(breach, "So").speaking(breach)).silenced())
                .isEmpty();
    }

    @Test
    void asksTheDatabaseWhetherTablesMayBeInPublic() {
        assertThat(rules(Switches.NONE)).contains("public-table public.things");
        assertThat(rules(new Switches(null, null, null, true))).doesNotContain("public-table public.things");
        Database sync =
                TestDatabases.database(TableBuilder.table("public", "things").build());
        assertThat(new Conventions(ServiceRegistry.MANA, Switches.NONE)
                        .check(sync)
                        .open())
                .noneMatch(breach -> breach.rule().id().equals("public-table"));
        assertThat(new Conventions(ServiceRegistry.MANA, new Switches(null, null, null, false))
                        .check(sync)
                        .open())
                .anyMatch(breach -> breach.rule().id().equals("public-table"));
    }

    @Test
    void letsAConnectionSayOtherwiseThanAll() {
        ConventionSettings settings = new ConventionSettings(Switches.NONE.withRule("jsonb", false), null)
                .with("local", own -> own.withRule("jsonb", true).withRule("created-at", "auth", false));
        assertThat(settings.of("local").isOn("jsonb", "auth")).isTrue();
        assertThat(settings.of("local").isOn("created-at", "auth")).isFalse();
        assertThat(settings.of("other").isOn("jsonb", "auth")).isFalse();
        assertThat(settings.of("other").isOn("created-at", "auth")).isTrue();
    }

    @Test
    void comesBackFromAFile(@TempDir Path folder) throws Exception {
        ConventionSettings settings = new ConventionSettings(
                        new Switches(null, null, null, false).withRule("jsonb", false), null)
                .with("local", own -> own.silencing(breach("boolean-name"), "So"));
        JsonFile<ConventionSettings> file =
                new JsonFile<>(folder.resolve("conventions.json"), ConventionSettings.class, ConventionSettings.NONE);
        file.save(settings);
        assertThat(file.load()).isEqualTo(settings);
        assertThat(ConventionSettings.parse(Files.readString(file.path()))).isEqualTo(settings);
    }

    @Test
    void tellsASlipOfThePen() {
        assertThat(ConventionSettings.parse("{}")).isEqualTo(ConventionSettings.NONE);
        assertThatThrownBy(() -> ConventionSettings.parse("{\"everywhere\": {\"ruls\": {}}}"))
                .hasMessageContaining("ruls");
        assertThatThrownBy(() -> ConventionSettings.parse("{")).isInstanceOf(IllegalArgumentException.class);
    }
}
