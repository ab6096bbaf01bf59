package mana.studio.drizzle.project;

/// A piece of JavaScript or TypeScript.
///
/// @param text a name, a sign, a number; of a string what it means
record ScriptToken(Kind kind, String text, int start, int end) {
    enum Kind {
        NAME,
        STRING,
        /// A template with something put in: what it means is known only when it runs.
        TEMPLATE,
        NUMBER,
        SIGN,
        END
    }

    boolean is(String sign) {
        return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isString() {
        return kind == Kind.STRING;
    }
}
