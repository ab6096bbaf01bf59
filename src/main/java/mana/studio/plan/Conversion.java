package mana.studio.plan;

import org.jspecify.annotations.Nullable;

/// How the values of a column become values of another type.
///
/// @param using  what stands after USING; null where the server converts by itself and refuses what does not fit
/// @param effect what happens to the values
/// @param remark what a person should know of it; null for nothing
public record Conversion(
        @Nullable String using, Effect effect, @Nullable String remark) {
    public enum Effect {
        /// Every value stays what it was.
        KEEPS,
        /// A value that does not fit stops the statement.
        REFUSES,
        /// A value that does not fit is changed without a word, as when numbers are rounded.
        CHANGES,
        /// What cannot be told from the new value is gone.
        LOSES
    }
}
