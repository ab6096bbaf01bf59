package mana.studio.schema;

/// What a sequence counts, whether free-standing or behind an identity column.
///
/// @param type `smallint`, `integer` or `bigint`
public record SequenceOptions(
        String type, long start, long increment, long minimum, long maximum, long cache, boolean cycle) {}
