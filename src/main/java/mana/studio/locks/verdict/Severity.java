package mana.studio.locks.verdict;

/// How bad it is: grey, yellow, red.
public enum Severity {
    NORMAL,
    WARNING,
    STUCK
}
