package mana.studio.design;

import java.util.List;
import mana.studio.schema.Identity;
import org.jspecify.annotations.Nullable;

/// One thing that a design adds, changes, renames or removes: an object, or a part of one that stays.
///
/// @param object      the object, or the schema
/// @param part        the part of it; null for the object itself
/// @param word        what it is: `table`, `column`, `foreign key`
/// @param name        what it is called; by now, or, of what goes, before
/// @param of          the name of the object, as a person says it: `auth.users`
/// @param differences what differs in it, each in words; none for what is added or removed
/// @param field       the field that differs first; the whole of what is added or removed
public record PendingChange(
        Kind kind,
        Identity object,
        @Nullable Identity part,
        String word,
        String name,
        String of,
        List<String> differences,
        Spot.Field field) {
    public PendingChange {
        differences = List.copyOf(differences);
    }

    /// What becomes of a thing.
    public enum Kind {
        ADDED,
        CHANGED,
        /// Called otherwise, and nothing else.
        RENAMED,
        REMOVED;

        /// In a word.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /// Where it is to be seen; of what is removed, the place where it was.
    public Spot spot() {
        return new Spot(object, part, field);
    }

    /// In one line: `column email: type text → character varying(200)`.
    public String words() {
        String thing = word + " " + (name.isEmpty() ? "without a name" : name);
        return differences.isEmpty() ? thing : thing + ": " + String.join("; ", differences);
    }

    /// The same under a heading that has the name: `table: comment none → People`.
    public String wordsWithoutName() {
        return differences.isEmpty() ? word : word + ": " + String.join("; ", differences);
    }

    /// Whether both speak of the same thing.
    public boolean samePlace(PendingChange other) {
        return spot().samePart(other.spot());
    }
}
