package mana.studio.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.sql.Token;
import mana.studio.sql.Token.Kind;

/// Cuts TypeScript into pieces to be coloured: every character belongs to one. A piece that does not end is coloured to
/// its end.
final class TypeScriptTokens {
    private static final Pattern PIECE = Pattern.compile("""
        (?<COMMENT>//[^\\n]*|/\\*(?s:.*?)(?:\\*/|\\z))\
        |(?<STRING>'(?:[^'\\\\\\n]|\\\\.)*'?|"(?:[^"\\\\\\n]|\\\\.)*"?|`(?s:(?:[^`\\\\]|\\\\.)*)`?)\
        |(?<NUMBER>\\b\\d[\\w.]*)\
        |(?<KEYWORD>\\b(?:import|from|export|const|type|typeof|return|function|new|as|let|if|else|true|false|null\
        |undefined|never|default)\\b(?!\\s*[:(]))\
        |(?<TYPE>[A-Za-z_$][\\w$]*(?=\\s*(?:<[^>\\n]*>)?\\())\
        |(?<WORD>[A-Za-z_$][\\w$]*)\
        |(?<BLANK>\\s+)\
        |(?<SIGN>.)\
        """);

    private TypeScriptTokens() {}

    static List<Token> scan(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = PIECE.matcher(text);
        while (matcher.find()) {
            tokens.add(new Token(kind(matcher), matcher.start(), matcher.end()));
        }
        return tokens;
    }

    /// What is called is coloured as a type: the builders are the types of columns.
    private static Kind kind(Matcher matcher) {
        if (matcher.group("COMMENT") != null) {
            return Kind.COMMENT;
        }
        if (matcher.group("STRING") != null) {
            return Kind.STRING;
        }
        if (matcher.group("NUMBER") != null) {
            return Kind.NUMBER;
        }
        if (matcher.group("KEYWORD") != null) {
            return Kind.KEYWORD;
        }
        if (matcher.group("TYPE") != null) {
            return Kind.TYPE;
        }
        if (matcher.group("WORD") != null) {
            return Kind.IDENTIFIER;
        }
        return matcher.group("BLANK") != null ? Kind.WHITESPACE : Kind.OPERATOR;
    }
}
