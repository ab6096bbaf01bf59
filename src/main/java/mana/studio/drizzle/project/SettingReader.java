package mana.studio.drizzle.project;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.drizzle.project.ScriptToken.Kind;

/// Reads the literals of a script: objects, lists, texts, names of constants of the same file, `process.env`.
final class SettingReader {
    private final String text;
    private final List<ScriptToken> tokens;
    /// Constants that are being looked up: one that names itself is not followed.
    private final Set<String> following = new HashSet<>();

    SettingReader(String text) {
        this.text = text;
        this.tokens = Script.tokens(text);
    }

    List<ScriptToken> tokens() {
        return tokens;
    }

    /// What the file exports: the object given to `defineConfig`, after `export default` or `module.exports =`, or, in
    /// JSON, the file itself.
    Setting exported() {
        for (int i = 0; i < tokens.size(); i++) {
            if (isAt(i, "defineConfig", "(")) {
                return value(i + 2);
            }
        }
        for (int i = 0; i < tokens.size(); i++) {
            if (isAt(i, "export", "default")) {
                return value(i + 2);
            }
            if (isAt(i, "module", ".", "exports", "=")) {
                return value(i + 4);
            }
        }
        return tokens.getFirst().is("{") ? value(0) : new Setting.Unread("the file exports nothing");
    }

    boolean isAt(int index, String... signs) {
        for (int i = 0; i < signs.length; i++) {
            if (index + i >= tokens.size() || !tokens.get(index + i).is(signs[i])) {
                return false;
            }
        }
        return true;
    }

    /// The value that begins at a token.
    Setting value(int from) {
        return new Cursor(from).value();
    }

    private Setting constant(String name) {
        if (following.add(name)) {
            try {
                for (int i = 0; i + 2 < tokens.size(); i++) {
                    if ((tokens.get(i).is("const") || tokens.get(i).is("let"))
                            && tokens.get(i + 1).is(name)) {
                        int equals = i + 2;
                        while (equals < tokens.size()
                                && !tokens.get(equals).is("=")
                                && !tokens.get(equals).is(";")) {
                            equals++;
                        }
                        if (equals < tokens.size() && tokens.get(equals).is("=")) {
                            return value(equals + 1);
                        }
                    }
                }
            } finally {
                following.remove(name);
            }
        }
        return new Setting.Unread(name);
    }

    /// A place in the tokens that moves on as values are read.
    private final class Cursor {
        private int at;

        Cursor(int at) {
            this.at = at;
        }

        private ScriptToken now() {
            return tokens.get(Math.min(at, tokens.size() - 1));
        }

        private boolean isOver() {
            return now().kind() == Kind.END;
        }

        /// One value; what follows it up to the comma or bracket makes it unreadable unless it only says its type.
        Setting value() {
            int from = at;
            Setting simple = simple();
            while (now().is("!")) {
                at++;
            }
            if (now().is("as") || now().is("satisfies")) {
                skipRest();
                return simple;
            }
            if (simple instanceof Setting.Variable variable && (now().is("??") || now().is("||"))) {
                at++;
                Setting otherwise = value();
                return new Setting.Variable(
                        variable.name(), otherwise instanceof Setting.Text(String value) ? value : null);
            }
            if (isEnd()) {
                return simple;
            }
            skipRest();
            return new Setting.Unread(source(from));
        }

        private boolean isEnd() {
            ScriptToken now = now();
            return isOver()
                    || now.is(",")
                    || now.is("}")
                    || now.is("]")
                    || now.is(")")
                    || now.is(";")
                    || (now.isName()
                            && at > 0
                            && text.substring(tokens.get(at - 1).end(), now.start())
                                    .contains("\n"));
        }

        private String source(int from) {
            return text.substring(
                    tokens.get(from).start(), tokens.get(Math.max(from, at - 1)).end());
        }

        private Setting simple() {
            ScriptToken first = now();
            if (first.is("{")) {
                return fields();
            }
            if (first.is("[")) {
                return items();
            }
            at++;
            return switch (first.kind()) {
                case STRING -> new Setting.Text(first.text());
                case NUMBER -> new Setting.Word(first.text());
                case NAME -> name(first);
                case TEMPLATE, SIGN, END -> new Setting.Unread(first.text());
            };
        }

        private Setting name(ScriptToken first) {
            if (first.is("true") || first.is("false")) {
                return new Setting.Word(first.text());
            }
            if (first.is("process") && isAt(at, ".", "env", ".")) {
                at += 4;
                return new Setting.Variable(tokens.get(at - 1).text(), null);
            }
            if (first.is("process") && isAt(at, ".", "env", "[")) {
                at += 5;
                return new Setting.Variable(tokens.get(at - 2).text(), null);
            }
            return isEnd() || now().is("as") || now().is("satisfies")
                    ? constant(first.text())
                    : new Setting.Unread(first.text());
        }

        private Setting items() {
            List<Setting> items = new ArrayList<>();
            at++;
            while (!isOver() && !now().is("]")) {
                items.add(value());
                if (now().is(",")) {
                    at++;
                }
            }
            at++;
            return new Setting.Items(List.copyOf(items));
        }

        private Setting fields() {
            Map<String, Setting> fields = new LinkedHashMap<>();
            at++;
            while (!isOver() && !now().is("}")) {
                field(fields);
                if (now().is(",")) {
                    at++;
                }
            }
            at++;
            return new Setting.Fields(fields);
        }

        private void field(Map<String, Setting> fields) {
            ScriptToken key = now();
            if (key.is("...")) {
                at++;
                // What is spread in may bring anything, but a constant of this file can be read.
                if (value() instanceof Setting.Fields(Map<String, Setting> spread)) {
                    fields.putAll(spread);
                } else {
                    fields.put("...", new Setting.Unread("..."));
                }
                return;
            }
            at++;
            if (now().is(":")) {
                at++;
                fields.put(key.text(), value());
            } else if (now().is(",") || now().is("}")) {
                fields.put(key.text(), constant(key.text()));
            } else {
                skipRest();
                fields.put(key.text(), new Setting.Unread(key.text()));
            }
        }

        /// Goes to the comma or the bracket that ends the value.
        private void skipRest() {
            int depth = 0;
            while (!isOver()) {
                ScriptToken now = now();
                if (depth == 0 && (now.is(",") || now.is("}") || now.is("]") || now.is(")") || now.is(";"))) {
                    return;
                }
                if (now.is("{") || now.is("[") || now.is("(")) {
                    depth++;
                } else if (now.is("}") || now.is("]") || now.is(")")) {
                    depth--;
                }
                at++;
            }
        }
    }
}
