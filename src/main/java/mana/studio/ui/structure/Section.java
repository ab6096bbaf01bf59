package mana.studio.ui.structure;

import java.util.List;
import mana.studio.schema.QualifiedName;

/// A part of what is said about an object: a small table. A value: two that say the same are equal.
///
/// @param headings one per column; empty for facts, which have a name and a value
record Section(String title, List<String> headings, List<List<Cell>> lines) {
    Section {
        headings = List.copyOf(headings);
        lines = lines.stream().map(List::copyOf).toList();
    }

    /// What a line says in one column.
    sealed interface Cell {
        String text();

        record Words(String text) implements Cell {}

        /// Less important than the words.
        record Muted(String text) implements Cell {}

        /// SQL, or a part of it.
        record Code(String text) implements Cell {}

        /// Leads to another object.
        record Link(String text, QualifiedName target) implements Cell {}

        /// Asks for attention.
        record Warning(String text) implements Cell {}
    }
}
