package mana.studio.demo;

/// Hears how far the demo is.
@FunctionalInterface
public interface DemoProgress {
    /// @param doing    for people: "Filling credits"
    /// @param fraction from 0 to 1; negative for unknown
    void step(String doing, double fraction);
}
