package mana.studio.drizzle.snapshot;

import java.util.List;
import mana.studio.drizzle.model.DrizzleSchema;

/// A database in Drizzle's words, and what they leave out.
public record Translated(DrizzleSchema schema, List<Unmodelled> unmodelled) {
    public Translated {
        unmodelled = List.copyOf(unmodelled);
    }
}
