package mana.studio.ui.design.state;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What becomes of a thing: a sign and a word, so that its colour says nothing alone.
public enum Mark {
    SAME("", ""),
    CHANGED("~", "changed"),
    ADDED("+", "new"),
    REMOVED("−", "removed");

    private final String sign;
    private final String word;

    Mark(String sign, String word) {
        this.sign = sign;
        this.word = word;
    }

    /// @param base what it was; null where there was nothing
    /// @param now  what it is to become; null where it goes
    public static <T> Mark of(@Nullable T base, @Nullable T now) {
        if (now == null) {
            return base == null ? SAME : REMOVED;
        }
        return base == null ? ADDED : base.equals(now) ? SAME : CHANGED;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }

    /// The style class of its sign: `mark-added`.
    public String styleClass() {
        return "mark-" + name().toLowerCase(Locale.ROOT);
    }
}
