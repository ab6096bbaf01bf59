package mana.studio.convention.rule;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Index;
import mana.studio.schema.Index.Key;
import mana.studio.schema.Table;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;

/// How the house names indexes: `idx_{table}_{columns}`.
final class IndexNames {
    /// `NAMEDATALEN` less the closing zero.
    private static final int LONGEST = 63;

    private IndexNames() {}

    static String of(Table table, Index index) {
        String keys = index.keys().stream().map(IndexNames::words).collect(Collectors.joining("_"));
        return cut("idx_" + table.name().name() + "_" + keys);
    }

    static String of(Table table, List<String> columns) {
        return cut("idx_" + table.name().name() + "_"
                + columns.stream().map(SnakeCase::of).collect(Collectors.joining("_")));
    }

    /// The name, or where it is taken the name with a number.
    static String free(String name, Set<String> taken) {
        return Stream.concat(
                        Stream.of(name),
                        Stream.iterate(2, number -> number + 1).map(number -> cut(name, LONGEST - 4) + "_" + number))
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
    }

    /// Whether an index is called as the house wants it. More may follow (`…_active` of a partial index), and columns
    /// may
    /// be shortened to some of their words: `idx_events_user` on `user_id`. After an expression anything may stand.
    static boolean isKept(Table table, Index index) {
        String whole = of(table, index);
        String prefix = cut("idx_" + table.name().name() + "_");
        String name = index.name();
        if (name.startsWith(whole) || !name.startsWith(prefix)) {
            return name.equals(whole) || name.startsWith(whole + "_") || isCut(whole) && name.startsWith(whole);
        }
        boolean expression = index.keys().stream().anyMatch(key -> key.column() == null);
        List<String> columns = index.keys().stream()
                .flatMap(key -> Arrays.stream(words(key).split("_")))
                .toList();
        return expression || isShortened(List.of(name.substring(prefix.length()).split("_")), columns);
    }

    private static boolean isCut(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length >= LONGEST - 1;
    }

    /// Whether words are some of others, in their order.
    private static boolean isShortened(List<String> words, List<String> others) {
        int at = 0;
        for (String other : others) {
            if (at < words.size() && words.get(at).equals(other)) {
                at++;
            }
        }
        return at == words.size();
    }

    private static String words(Key key) {
        if (key.column() != null) {
            return SnakeCase.of(key.column());
        }
        String sql = key.expression() == null ? "" : key.expression();
        Set<String> names = new LinkedHashSet<>();
        for (Token token : SqlTokens.scan(sql)) {
            switch (token.kind()) {
                case IDENTIFIER -> names.add(token.text(sql).toLowerCase(Locale.ROOT));
                case QUOTED_IDENTIFIER, STRING ->
                    names.add(SnakeCase.of(token.text(sql).replaceAll("[^A-Za-z0-9_]", "")));
                case KEYWORD,
                        TYPE,
                        DOLLAR_STRING,
                        WHITESPACE,
                        COMMENT,
                        NUMBER,
                        PARAMETER,
                        OPERATOR,
                        PUNCTUATION,
                        UNKNOWN -> {}
            }
        }
        names.remove("");
        return names.isEmpty() ? "expression" : String.join("_", names);
    }

    private static String cut(String name) {
        return cut(name, LONGEST);
    }

    private static String cut(String name, int longest) {
        String shorter = name;
        while (shorter.getBytes(StandardCharsets.UTF_8).length > longest
                || shorter.endsWith("_") && !shorter.equals(name)) {
            shorter = shorter.substring(0, shorter.length() - 1);
        }
        return shorter;
    }
}
