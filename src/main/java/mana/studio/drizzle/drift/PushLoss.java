package mana.studio.drizzle.drift;

import mana.studio.schema.Part;

/// Something that `drizzle-kit push` would destroy or switch off without being asked to by the code.
///
/// @param part     what
/// @param kind     how bad it is
/// @param sentence what push does, and why: for people
public record PushLoss(Part part, Kind kind, String sentence) {
    /// The worst first.
    public enum Kind {
        /// Rows or values go.
        ROWS,
        /// Something that keeps data safe goes: row-level security, a policy, a check, a key.
        PROTECTION,
        /// Something that can be made again goes: an index, a view.
        STRUCTURE
    }
}
