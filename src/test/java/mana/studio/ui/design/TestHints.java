package mana.studio.ui.design;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mana.studio.convention.ConventionSettings;
import mana.studio.settings.JsonFile;
import mana.studio.ui.kit.Hints;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Session;

/// The hints of a session with every house rule on.
final class TestHints {
    private TestHints() {}

    static Hints of(Session session) {
        try {
            Path file = Files.createTempDirectory("house-rules").resolve("conventions.json");
            return new Hints(
                    session,
                    new HouseRules(
                            new JsonFile<>(file, ConventionSettings.class, ConventionSettings.NONE),
                            "test",
                            session.background()));
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
