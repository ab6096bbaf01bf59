package mana.studio.drizzle.typescript;

/// A token of TypeScript with its place in the text.
///
/// @param text as it stands there; a template is one token with everything in it
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        WORD,
        STRING,
        TEMPLATE,
        NUMBER,
        REGEX,
        SIGN
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(sign);
    }
}
