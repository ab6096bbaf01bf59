package mana.studio.design;

/// What is wrong in a design at one place.
///
/// @param spot    where
/// @param message what is wrong and what to do, in plain words
public record Problem(Spot spot, Severity severity, String message) {
    public enum Severity {
        /// It can be applied, and is probably not meant.
        WARNING,
        /// The server would refuse it.
        ERROR
    }
}
