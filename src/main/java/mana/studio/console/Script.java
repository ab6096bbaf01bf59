package mana.studio.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.Statements;

/// The statements of a text, and which of them a caret stands in.
public record Script(String text, List<SqlStatement> statements) {
    public static final Script EMPTY = new Script("", List.of());

    public Script {
        statements = List.copyOf(statements);
    }

    public static Script of(String text) {
        return new Script(text, Statements.split(text));
    }

    /// The statement under a caret: the one it stands in or touches; otherwise, on the line where one ends, that one,
    /// and
    /// else the next.
    public Optional<SqlStatement> at(int caret) {
        SqlStatement before = null;
        for (SqlStatement statement : statements) {
            if (caret < statement.start()) {
                return Optional.of(
                        before != null && text.substring(before.end(), caret).indexOf('\n') < 0 ? before : statement);
            }
            if (caret <= statement.end()) {
                return Optional.of(statement);
            }
            before = statement;
        }
        return Optional.ofNullable(before);
    }

    /// The statements of a selected part, where they stand in the whole text.
    public static List<SqlStatement> within(String text, int start, int end) {
        String part = text.substring(start, end);
        int lines =
                (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return Statements.split(part).stream()
                .map(one -> new SqlStatement(
                        one.kind(), one.text(), one.start() + start, one.end() + start, one.line() + lines))
                .toList();
    }

    /// The text as it may be kept in a file: what stands behind PASSWORD is not.
    public static String withoutSecrets(String text) {
        StringBuilder kept = new StringBuilder();
        boolean password = false;
        for (Token token : SqlTokens.scan(text)) {
            String word = token.text(text);
            boolean constant = switch (token.kind()) {
                case STRING, DOLLAR_STRING -> true;
                default -> false;
            };
            kept.append(constant && password ? "'…'" : word);
            if (token.kind() != Token.Kind.WHITESPACE && token.kind() != Token.Kind.COMMENT) {
                password = word.equalsIgnoreCase("PASSWORD") || (password && word.equals("="));
            }
        }
        return kept.toString();
    }

    /// Lines commented out, or back in where all are.
    public static String toggledComment(String lines) {
        List<String> each = List.of(lines.split("\n", -1));
        boolean all = each.stream()
                .filter(line -> !line.isBlank())
                .allMatch(line -> line.stripLeading().startsWith("--"));
        List<String> changed = new ArrayList<>();
        for (String line : each) {
            int indent = line.length() - line.stripLeading().length();
            if (line.isBlank() && each.size() > 1) {
                changed.add(line);
            } else if (all && !line.isBlank()) {
                String rest = line.substring(indent + 2);
                changed.add(line.substring(0, indent) + (rest.startsWith(" ") ? rest.substring(1) : rest));
            } else {
                changed.add("-- " + line);
            }
        }
        return String.join("\n", changed);
    }
}
