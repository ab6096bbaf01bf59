package mana.studio.ui.objects.form;

import org.jspecify.annotations.Nullable;

/// Texts that may be missing, as fields show them.
final class Texts {
    private Texts() {}

    static String of(@Nullable String text) {
        return text == null ? "" : text;
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
