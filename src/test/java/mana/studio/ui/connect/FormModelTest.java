package mana.studio.ui.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import mana.studio.connection.Endpoint;
import mana.studio.connection.Environment;
import mana.studio.connection.LibpqDefaults;
import mana.studio.connection.Profile;
import mana.studio.connection.Secret;
import mana.studio.connection.Target;
import mana.studio.ui.connect.FormModel.Field;
import org.junit.jupiter.api.Test;

class FormModelTest {
    private final FormModel form = new FormModel(new LibpqDefaults(Map.of(), "me", List.of()));

    private Profile described() {
        Profile profile = form.profile();
        assertThat(profile).isNotNull();
        return profile;
    }

    @Test
    void takesLibpqsDefaultsForWhatIsBlank() {
        assertThat(described().target())
                .isEqualTo(new Target(List.of(new Endpoint("localhost", 5432)), "me", "me", Map.of()));
        assertThat(described().name()).isEqualTo("me");
    }

    @Test
    void fillsItselfFromAPastedUrl() {
        form.values().paste().set("postgres://mana:ge%40heim@db1,db2:6432/platform?sslmode=require&options=-c%20a%3Db&schema=x");
        form.readPaste(true);
        assertThat(described().target())
                .isEqualTo(new Target(
                        List.of(new Endpoint("db1", 5432), new Endpoint("db2", 6432)),
                        "platform",
                        "mana",
                        Map.of("sslmode", "require", "options", "-c a=b")));
        assertThat(form.secret()).isEqualTo(new Secret("ge@heim"));
        assertThat(form.values().paste().get()).startsWith("postgresql://mana@db1:5432,db2:6432/platform");
        assertThat(form.notes().get()).startsWith("“schema” is left out");
    }

    @Test
    void saysWhatIsWrongWithAPasteOnlyWhenItIsWhole() {
        form.values().paste().set("postgres://h:54x/db");
        form.readPaste(false);
        assertThat(form.errors()).isEmpty();
        form.readPaste(true);
        assertThat(form.errors())
                .containsOnly(Map.entry(Field.PASTE, "The port at character 14 is not a number, such as 5432."));
    }

    @Test
    void startsReadOnlyAwayFromThisMachine() {
        assertThat(form.values().readOnly().get()).isFalse();
        form.values().host().set("db.example.com");
        assertThat(described())
                .extracting(Profile::readOnly, Profile::environment, Profile::name)
                .containsExactly(true, Environment.PRODUCTION, "me on db.example.com");
        form.values().host().set("db-staging.example.com");
        assertThat(form.values().environment().get()).isEqualTo(Environment.STAGING);
        form.values().host().set("127.0.0.1");
        assertThat(described())
                .extracting(Profile::readOnly, Profile::environment)
                .containsExactly(false, Environment.LOCAL);
    }

    @Test
    void keepsWhatWasChosenByHand() {
        form.values().readOnly().set(false);
        form.readOnlyChosen();
        form.values().environment().set(Environment.STAGING);
        form.environmentChosen();
        form.values().host().set("db.example.com");
        assertThat(described())
                .extracting(Profile::readOnly, Profile::environment)
                .containsExactly(false, Environment.STAGING);
    }

    @Test
    void asksWhetherToAllowApplyingAwayFromLocalDatabasesOnly() {
        form.values().applyAllowed().set(true);
        assertThat(form.guarded().get()).isFalse();
        assertThat(described().applyAllowed()).isFalse();
        form.values().environment().set(Environment.STAGING);
        form.environmentChosen();
        assertThat(form.guarded().get()).isTrue();
        assertThat(described().applyAllowed()).isTrue();

        Profile saved = described();
        form.clear();
        assertThat(form.values().applyAllowed().get()).isFalse();
        form.show(saved);
        assertThat(form.profile()).isEqualTo(saved);
    }

    @Test
    void pointsAtTheFieldThatIsWrong() {
        form.values().port().set("54x2");
        assertThat(form.profile()).isNull();
        assertThat(form.errors())
                .containsOnly(Map.entry(Field.PORT, "The port is not a number between 1 and 65535."));
        form.values().port().set("5432");
        form.values().host().set("a host");
        assertThat(form.profile()).isNull();
        assertThat(form.errors()).containsOnlyKeys(Field.HOST);
    }

    @Test
    void givesAProfileBackAsItWasShown() {
        Profile profile = new Profile(
                "7",
                "Platform",
                Environment.STAGING,
                "amber",
                false,
                new Target(
                        List.of(new Endpoint("/var/run/postgresql", 6432)),
                        "platform",
                        "mana",
                        Map.of("sslmode", "disable", "passfile", "/srv/pass")));
        form.show(profile);
        assertThat(form.profile()).isEqualTo(profile);
        assertThat(form.secret()).isNull();
        form.duplicate(profile);
        assertThat(described().id()).isNotEqualTo("7");
        assertThat(described().name()).isEqualTo("Platform copy");
    }
}
