package mana.studio.locks.release;

import java.nio.file.Path;
import mana.studio.settings.Places;

/// What was done to others' sessions.
public final class Audit {
    private final Path file;

    public Audit(Path file) {
        this.file = file;
    }

    public static Audit of(Places places) {
        return new Audit(places.data().resolve("lock-acts.jsonl"));
    }

    public Path file() {
        return file;
    }
}
