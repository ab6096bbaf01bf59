package mana.studio.ui.diagram;

import java.util.Locale;
import mana.studio.diagram.Mark;

/// The colours of a diagram by what they are for; the stylesheet says what they are.
enum Ink {
    PAPER,
    CARD,
    GUEST,
    BORDER,
    LINE,
    TEXT,
    MUTED,
    ACCENT,
    ACCENT_SOFT,
    FOUND,
    FOUND_SOFT,
    ADDED,
    ADDED_SOFT,
    CHANGED,
    CHANGED_SOFT,
    REMOVED,
    REMOVED_SOFT;

    String styleClass() {
        return "diagram-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Ink of(Mark mark) {
        return switch (mark) {
            case NONE -> TEXT;
            case ADDED -> ADDED;
            case CHANGED -> CHANGED;
            case REMOVED -> REMOVED;
        };
    }

    static Ink softOf(Mark mark) {
        return switch (mark) {
            case NONE -> CARD;
            case ADDED -> ADDED_SOFT;
            case CHANGED -> CHANGED_SOFT;
            case REMOVED -> REMOVED_SOFT;
        };
    }
}
