package mana.studio.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where the studio keeps its files: settings, data that can be rebuilt from nothing, and logs, each where the system
/// wants them (XDG base directories, `~/Library`, `%APPDATA%`). The system property `mana.studio.home` puts all of
/// them under one folder.
///
/// @param config settings a person may edit
/// @param data   the demo database, remembered catalogs
/// @param state  logs, open tabs, window position
public record Places(Path config, Path data, Path state) {
    private static final String NAME = "mana-studio";

    /// The places of the person who runs the studio.
    public static Places ofUser() {
        return of(
                System.getProperty("mana.studio.home", ""),
                System.getProperty("os.name", ""),
                Path.of(System.getProperty("user.home")),
                System.getenv());
    }

    static Places of(String override, String system, Path account, Map<String, String> environment) {
        if (!override.isBlank()) {
            Path root = Path.of(override).toAbsolutePath();
            return new Places(root.resolve("config"), root.resolve("data"), root.resolve("state"));
        }
        String os = system.toLowerCase(Locale.ROOT);
        // Java takes the home of the account; other programs, and XDG, take HOME where it is set.
        Path home = os.contains("windows") ? account : base(environment, "HOME", account);
        if (os.contains("mac")) {
            Path support = home.resolve("Library/Application Support").resolve(NAME);
            return new Places(support, support, home.resolve("Library/Logs").resolve(NAME));
        }
        if (os.contains("windows")) {
            Path roaming = base(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve(NAME);
            Path local = base(environment, "LOCALAPPDATA", home.resolve("AppData/Local")).resolve(NAME);
            return new Places(roaming, local, local);
        }
        return new Places(
                base(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve(NAME),
                base(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve(NAME),
                base(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve(NAME));
    }

    /// XDG: a relative path in the variable is to be ignored.
    private static Path base(Map<String, String> environment, String variable, Path otherwise) {
        String value = environment.getOrDefault(variable, "");
        return !value.isBlank() && Path.of(value).isAbsolute() ? Path.of(value) : otherwise;
    }
}
