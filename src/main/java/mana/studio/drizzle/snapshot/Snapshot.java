package mana.studio.drizzle.snapshot;

import java.util.List;
import mana.studio.drizzle.model.DrizzleSchema;

/// What a snapshot file says.
///
/// @param version "5" to "9", as it was read
/// @param parents `prevId` or `prevIds`; {@link #ORIGIN} before the first
/// @param extras  what Drizzle's words have no place for: keys that drizzle-kit does not know (at the top it lets them
///                pass and they are written again; further inside it calls the file malformed), and a `_meta` with
///                content
/// @param rows    the entities of version 8 or 9 as they were read; they know more than {@link DrizzleSchema} (whether
///                a name was given, privileges); empty for the versions before
public record Snapshot(
        String version, String id, List<String> parents, DrizzleSchema schema, List<Extra> extras, List<Row> rows) {
    /// The parent of the first snapshot.
    public static final String ORIGIN = "00000000-0000-0000-0000-000000000000";

    public Snapshot {
        parents = List.copyOf(parents);
        extras = List.copyOf(extras);
        rows = List.copyOf(rows);
    }

    /// A new snapshot of version 7.
    public static Snapshot ofVersion7(String id, String parent, DrizzleSchema schema) {
        return new Snapshot("7", id, List.of(parent), schema, List.of(), List.of());
    }

    /// The next one in the same version: another id, this one as its parent, another schema.
    public Snapshot next(String nextId, DrizzleSchema nextSchema) {
        List<Extra> kept =
                extras.stream().filter(extra -> !extra.key().equals("renames")).toList();
        return new Snapshot(version, nextId, List.of(id), nextSchema, kept, rows);
    }

    /// @param pointer where, as a JSON pointer
    /// @param json    what stands there, compact
    public record Extra(String pointer, String json) {
        /// Whether it stands at the top of the file.
        boolean isTop() {
            return pointer.lastIndexOf('/') == 0;
        }

        String key() {
            return pointer.substring(1).replace("~1", "/").replace("~0", "~");
        }
    }

    /// An entity of version 8 or 9.
    ///
    /// @param json compact, in the order in which its keys were read
    public record Row(String json) {}
}
