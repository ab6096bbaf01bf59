package mana.studio.ui.explorer;

import mana.studio.design.PendingChange.Kind;

/// What becomes of a thing in the design.
enum Mark {
    NONE("", ""),
    ADDED("+", "added"),
    CHANGED("~", "changed"),
    REMOVED("−", "removed");

    private final String sign;
    private final String word;

    Mark(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    static Mark of(Kind kind) {
        return switch (kind) {
            case ADDED -> ADDED;
            case CHANGED, RENAMED -> CHANGED;
            case REMOVED -> REMOVED;
        };
    }

    /// For eyes; empty for nothing.
    String sign() {
        return sign;
    }

    /// For ears; empty for nothing.
    String word() {
        return word;
    }
}
