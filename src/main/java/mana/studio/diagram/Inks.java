package mana.studio.diagram;

import java.util.function.Function;

/// The colours of a diagram in a file, each as CSS writes it.
///
/// @param paper    behind everything
/// @param card     behind a card's columns
/// @param border   around a card
/// @param text     of names
/// @param muted    of types and what else is beside the point
/// @param schema   of a schema's stripe and edges
/// @param pending  of what is pending
public record Inks(
        String paper,
        String card,
        String border,
        String text,
        String muted,
        Function<String, String> schema,
        Function<Mark, String> pending) {}
