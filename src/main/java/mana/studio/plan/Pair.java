package mana.studio.plan;

/// The same thing on both sides.
record Pair<T>(T from, T to) {}
