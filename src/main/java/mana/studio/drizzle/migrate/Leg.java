package mana.studio.drizzle.migrate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Pieces that are committed together.
///
/// @param parts in the order in which they run; none where only the row is missing
/// @param alone whether it is one piece outside of any transaction
/// @param why   it is a leg of its own; empty where it needs no reason
/// @param rows  the places, among the files, of those whose row is written with it
public record Leg(List<Part> parts, boolean alone, String why, List<Integer> rows) {
    public Leg {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    /// @param file the place of its file among those that run, from 0
    public record Part(int file, Piece piece) {}

    /// The file it belongs to; null where it holds more than one.
    public @Nullable Integer onlyFile() {
        List<Integer> files = java.util.stream.Stream.concat(parts.stream().map(Part::file), rows.stream())
                .distinct()
                .toList();
        return files.size() == 1 ? files.getFirst() : null;
    }
}
