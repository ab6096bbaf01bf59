package mana.studio.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Path ACCOUNT = Path.of("/home/ann");

    @Test
    void followsXdgOnLinux() {
        Map<String, String> environment = Map.of("XDG_STATE_HOME", "/var/ann/state", "XDG_DATA_HOME", "not/absolute");

        assertThat(Places.of("", "Linux", ACCOUNT, environment))
                .isEqualTo(new Places(
                        Path.of("/home/ann/.config/mana-studio"),
                        Path.of("/home/ann/.local/share/mana-studio"),
                        Path.of("/var/ann/state/mana-studio")));
    }

    @Test
    void prefersHomeToTheHomeOfTheAccount() {
        assertThat(Places.of("", "Linux", ACCOUNT, Map.of("HOME", "/tmp/elsewhere")).state())
                .isEqualTo(Path.of("/tmp/elsewhere/.local/state/mana-studio"));
    }

    @Test
    void usesTheLibraryOnMac() {
        Path support = Path.of("/home/ann/Library/Application Support/mana-studio");

        assertThat(Places.of("", "Mac OS X", ACCOUNT, Map.of()))
                .isEqualTo(new Places(support, support, Path.of("/home/ann/Library/Logs/mana-studio")));
    }

    @Test
    void putsEverythingUnderOneFolderWhereOneIsGiven() {
        assertThat(Places.of("/tmp/studio", "Linux", ACCOUNT, Map.of("HOME", "/tmp/elsewhere")))
                .isEqualTo(new Places(
                        Path.of("/tmp/studio/config"), Path.of("/tmp/studio/data"), Path.of("/tmp/studio/state")));
    }
}
