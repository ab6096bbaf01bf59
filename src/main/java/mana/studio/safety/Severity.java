package mana.studio.safety;

/// How much a finding matters, least first.
public enum Severity {
    /// Good to know.
    NOTE,
    /// Look before it runs.
    WARNING,
    /// Loses data, fails, or stops others for as long as a large table takes.
    DANGER
}
