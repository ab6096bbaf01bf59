package mana.studio.apply;

/// Hears how an application goes, on some thread that is not the interface's; never twice at the same time.
@FunctionalInterface
public interface Listener {
    /// @param number of the line, from 1
    void changed(int number, LineState state);
}
