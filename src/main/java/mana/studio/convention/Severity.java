package mana.studio.convention;

/// How much a breach of a house rule matters.
public enum Severity {
    /// It breaks something: code that relies on the rule fails, or data can be lost.
    ERROR,
    /// It will cost somebody time.
    WARNING,
    /// It reads or ages worse than it could.
    ADVICE
}
