package mana.studio.locks.release;

/// How far an act has come.
public enum Step {
    /// Looks once more, and counts what is to be compared afterwards.
    LOOKING,
    /// Writes down what is about to be done.
    RECORDING,
    /// Has sent the statement, and waits for the session to end.
    ENDING,
    /// Watches what the key does.
    PROVING,
    /// Looks at what is left behind.
    CHECKING
}
