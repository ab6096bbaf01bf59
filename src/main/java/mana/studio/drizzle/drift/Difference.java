package mana.studio.drizzle.drift;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mana.studio.schema.Part;

/// Something on which the sides do not agree.
///
/// @param part  what it is
/// @param texts what each side that was read says it is; a side without it is not among the keys
/// @param sides the sides that were read
public record Difference(Part part, Map<Side, String> texts, Set<Side> sides) {
    public Difference {
        texts = Map.copyOf(texts);
        sides = Set.copyOf(sides);
    }

    /// What a side says it is; empty where it is not there.
    public Optional<String> text(Side side) {
        return Optional.ofNullable(texts.get(side));
    }

    /// Whether two sides say the same of it, or both nothing.
    public boolean agree(Side one, Side other) {
        return text(one).equals(text(other));
    }

    /// How it came to be and what follows, in a sentence.
    public String sentence() {
        if (sides.containsAll(Set.of(Side.values()))) {
            return ofThree();
        }
        if (!sides.contains(Side.DATABASE)) {
            return "The code was changed since the last migration: the next drizzle-kit generate writes it.";
        }
        if (text(Side.DATABASE).isEmpty()) {
            return "The database does not have it: a migration that was never applied, or skipped.";
        }
        return texts.size() == 1
                ? "Only the database has it: it was made by hand, or its code is gone."
                : "The database has it otherwise: it was changed by hand, or a migration was never applied.";
    }

    private String ofThree() {
        if (agree(Side.CODE, Side.SNAPSHOT)) {
            if (text(Side.DATABASE).isEmpty()) {
                return "Code and migrations agree, the database does not have it: a migration was never applied, or "
                        + "skipped.";
            }
            return text(Side.CODE).isEmpty()
                    ? "Only the database has it: no migration made it."
                    : "The database has it otherwise: it was changed by hand, or a migration was never applied.";
        }
        if (agree(Side.CODE, Side.DATABASE)) {
            return "Code and database agree, no migration says so: pushed or made by hand. Another database would not "
                    + "get it from the migrations.";
        }
        return agree(Side.SNAPSHOT, Side.DATABASE)
                ? "The code was changed since the last migration: the next drizzle-kit generate writes it."
                : "All three differ.";
    }
}
