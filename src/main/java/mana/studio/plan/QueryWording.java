package mana.studio.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.plan.Ranges.Range;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.statement.Node;
import mana.studio.statement.PgParser;
import mana.studio.statement.SyntaxError;
import org.jspecify.annotations.Nullable;

/// A query after something that it reads was renamed, as the server would write it: read by the server's grammar, so
/// that every name is found where it stands, and changed in the letters, so that all else stays as it was. A text that
/// the grammar refuses stays.
abstract class QueryWording {
    private static final Set<String> BEHIND_A_TARGET = Set.of(
            ",",
            ")",
            ";",
            "FROM",
            "WHERE",
            "GROUP",
            "HAVING",
            "WINDOW",
            "UNION",
            "INTERSECT",
            "EXCEPT",
            "ORDER",
            "LIMIT",
            "OFFSET",
            "FETCH",
            "FOR");

    private final String sql;
    private final List<Token> tokens;
    private final List<Replacement> replacements = new ArrayList<>();
    /// How many letters the grammar was given before the text.
    private int shift;

    private record Replacement(int start, int end, String text) {}

    private QueryWording(String sql) {
        this.sql = sql;
        this.tokens = SqlTokens.scan(sql).stream()
                .filter(token -> token.kind() != Token.Kind.WHITESPACE && token.kind() != Token.Kind.COMMENT)
                .toList();
    }

    /// @param around the relation of which a text is an expression; null for a query by itself
    static String relation(String sql, @Nullable QualifiedName around, QualifiedName from, QualifiedName to) {
        return new OfRelation(sql, from, to).rewritten(around);
    }

    /// @param around  see {@link #relation}
    /// @param columns of relations, with the names before
    static String column(
            String sql,
            @Nullable QualifiedName around,
            QualifiedName relation,
            String from,
            String to,
            Function<QualifiedName, List<String>> columns) {
        return new OfColumn(sql, relation, from, to, columns).rewritten(around);
    }

    /// A relation is called otherwise: it is where it is read, and before the dot wherever it has no other name.
    private static final class OfRelation extends QueryWording {
        private final QualifiedName from;
        private final QualifiedName to;
        /// By which other things are referred to.
        private final Set<String> others = new HashSet<>();

        OfRelation(String sql, QualifiedName from, QualifiedName to) {
            super(sql);
            this.from = from;
            this.to = to;
        }

        @Override
        void begin(Node tree) {
            tree.all()
                    .filter(node -> node.has("alias") || node.is("RangeVar"))
                    .flatMap(node -> {
                        Ranges one = new Ranges(null, Set.of());
                        one.add(node);
                        return one.own().stream();
                    })
                    .filter(range -> !from.equals(range.relation()))
                    .forEach(range -> others.add(range.name()));
        }

        @Override
        void read(Node select, Ranges ranges) {
            for (Range range : ranges.own()) {
                Node node = range.node();
                if (node != null && from.equals(range.relation())) {
                    String name = nameOf(range, ranges);
                    boolean qualified = node.has("schemaname");
                    int last = token(node) + (qualified ? 2 : 0);
                    String written = !qualified && to.schema().equals("public")
                            ? Identifier.quote(to.name())
                            : Identifier.quote(to.schema(), to.name());
                    boolean follows = !name.equals(range.name()) || !range.isAliased();
                    String alias = follows && !name.equals(to.name()) ? " " + Identifier.quote(name) : "";
                    replace(token(node), follows ? aliasEnd(range) : last, written + alias);
                }
            }
        }

        /// The server gives a relation that is read without an alias its own name; where another is called so already,
        /// with a number.
        private String nameOf(Range range, Ranges ranges) {
            String name = range.name();
            boolean numbered = name.startsWith(from.name() + "_")
                    && name.substring(from.name().length() + 1).matches("\\d+");
            boolean own = (range.isAliased() && !numbered) || range.namesColumns();
            if (own || from.name().equals(to.name())) {
                return name;
            }
            Set<String> used = new HashSet<>(others);
            for (Ranges at = ranges; at != null; at = at.outer()) {
                for (Range other : at.own()) {
                    if (other == range) {
                        break;
                    }
                    if (from.equals(other.relation())) {
                        used.add(nameOf(other, at));
                    }
                }
            }
            String unique = to.name();
            for (int number = 1; used.contains(unique); number++) {
                unique = to.name() + "_" + number;
            }
            return unique;
        }

        @Override
        void column(Node column, List<String> path, Ranges ranges, @Nullable String output) {
            if (path.size() == 3 && path.subList(0, 2).equals(List.of(from.schema(), from.name()))) {
                replace(token(column), token(column) + 2, Identifier.quote(to.schema(), to.name()));
                return;
            }
            Range range = path.size() < 2 ? null : ranges.named(path.getFirst());
            if (range != null && from.equals(range.relation())) {
                for (Ranges at = ranges; at != null; at = at.outer()) {
                    if (at.own().contains(range)) {
                        String name = nameOf(range, at);
                        if (!name.equals(range.name())) {
                            replace(token(column), token(column), Identifier.quote(name));
                        }
                        return;
                    }
                }
            }
        }
    }

    /// A column is called otherwise; what a query calls it outwards stays.
    private static final class OfColumn extends QueryWording {
        private final QualifiedName relation;
        private final String from;
        private final String to;
        private final Function<QualifiedName, List<String>> columns;
        /// Those in which the relation has its old names.
        private final Set<Range> kept = new HashSet<>();
        /// Those that list its names, and the new one now.
        private final Set<Range> followed = new HashSet<>();

        OfColumn(
                String sql,
                QualifiedName relation,
                String from,
                String to,
                Function<QualifiedName, List<String>> columns) {
            super(sql);
            this.relation = relation;
            this.from = from;
            this.to = to;
            this.columns = columns;
        }

        /// What `USING` joins by must be called alike on both sides: the relation gets its old names here.
        @Override
        void read(Node select, Ranges ranges) {
            select.list("fromClause").forEach(item -> joins(item, ranges));
            ranges.own().stream()
                    .filter(range -> relation.equals(range.relation()) && range.namesColumns())
                    .forEach(this::follow);
        }

        /// Where only some columns have names of their own the server lists all: the others go along.
        private void follow(Range range) {
            Node node = Objects.requireNonNull(range.node());
            List<String> names = node.child("alias").orElseThrow().names("colnames");
            int at = columns.apply(relation).indexOf(from);
            if (!kept.contains(range) && at < names.size() && names.get(at).equals(from) && followed.add(range)) {
                int token = aliasEnd(range) + 2 + 2 * at;
                replace(token, token, Identifier.quote(to));
            }
        }

        private void joins(Node item, Ranges ranges) {
            if (!item.is("JoinExpr")) {
                return;
            }
            item.child("larg").ifPresent(arm -> joins(arm, ranges));
            item.child("rarg").ifPresent(arm -> joins(arm, ranges));
            if (item.names("usingClause").contains(from)) {
                Ranges arms = new Ranges(ranges, Set.of());
                arms.add(item);
                arms.own().stream()
                        .map(arm -> ranges.named(arm.name()))
                        .filter(range -> range != null && relation.equals(range.relation()) && kept.add(range))
                        .forEach(range -> keepNames(range));
            }
        }

        private void keepNames(Range range) {
            if (range.namesColumns()) {
                return;
            }
            String names =
                    columns.apply(relation).stream().map(Identifier::quote).collect(Collectors.joining(", "));
            String alias = range.isAliased() ? "" : " " + Identifier.quote(range.name());
            insert(aliasEnd(range), alias + "(" + names + ")");
        }

        private boolean isMine(Range range) {
            return relation.equals(range.relation())
                    && (!range.namesColumns() || followed.contains(range))
                    && !kept.contains(range);
        }

        @Override
        void column(Node column, List<String> path, Ranges ranges, @Nullable String output) {
            int at = path.size() - 1;
            if (!path.get(at).equals(from)) {
                return;
            }
            Range range = at > 0
                    ? ranges.named(path.get(at - 1))
                    : ranges.ofColumn(name -> columns.apply(name).contains(from));
            if (range != null && isMine(range)) {
                int token = token(column) + 2 * at;
                replace(token, token, Identifier.quote(to));
                if (output == null) {
                    return;
                }
                if (output.isEmpty()) {
                    insert(outputEnd(token), " AS " + Identifier.quote(from));
                } else if (output.equals(to) && is(token + 1, "AS")) {
                    // The server names a column of the query only where its name is not that of what it shows.
                    remove(token + 1, token + 2);
                }
            }
        }
    }

    // Reading

    /// Before anything of it is read.
    void begin(Node tree) {}

    /// What a query reads from is known.
    abstract void read(Node select, Ranges ranges);

    /// @param path   the names of a reference, without a star
    /// @param output what the query calls the column that it is: empty where the column is named by it; null where it is
    ///               no column of the query by itself
    abstract void column(Node column, List<String> path, Ranges ranges, @Nullable String output);

    final String rewritten(@Nullable QualifiedName around) {
        try {
            String prefix = around == null ? "" : "SELECT ";
            Node tree = PgParser.parseOne(prefix + sql);
            shift = prefix.length();
            begin(tree);
            if (around == null) {
                select(tree, null);
            } else {
                Ranges outside = new Ranges(null, Set.of());
                outside.own().add(new Range(around.name(), around, null));
                visit(tree.list("targetList").getFirst(), outside);
            }
            return applied();
        } catch (SyntaxError refused) {
            return sql;
        }
    }

    private void select(Node select, @Nullable Ranges outer) {
        Set<String> with = new HashSet<>();
        select.child("withClause")
                .ifPresent(clause -> clause.list("ctes").forEach(query -> with.add(query.text("ctename"))));
        Ranges ranges = new Ranges(outer, with);
        select.list("fromClause").forEach(ranges::add);
        read(select, ranges);
        select.child("withClause").ifPresent(clause -> visit(clause, ranges));
        if (select.has("larg")) {
            select.child("larg").ifPresent(arm -> select(arm, ranges));
            select.child("rarg").ifPresent(arm -> select(arm, ranges));
            return;
        }
        Set<String> outputs = new HashSet<>();
        for (Node target : select.list("targetList")) {
            outputs.add(target.text("name"));
            target.child("val").ifPresent(value -> target(value, ranges, target.text("name")));
        }
        for (Node sort : select.list("sortClause")) {
            Node key = sort.child("node").orElseThrow();
            boolean isOutput = key.is("ColumnRef") && outputs.contains(String.join(".", key.names("fields")));
            if (!isOutput) {
                visit(key, ranges);
            }
        }
        Stream.of(
                        "distinctClause",
                        "fromClause",
                        "whereClause",
                        "groupClause",
                        "havingClause",
                        "windowClause",
                        "valuesLists",
                        "limitOffset",
                        "limitCount",
                        "lockingClause")
                .flatMap(clause -> select.child(clause).stream())
                .forEach(clause -> visit(clause, ranges));
    }

    /// `name`, `name::text`, `name COLLATE "C"` give a column of the query its name.
    private void target(Node value, Ranges ranges, String name) {
        switch (value.type()) {
            case "ColumnRef" -> reference(value, ranges, name);
            case "TypeCast", "CollateClause" -> value.child("arg").ifPresent(arg -> target(arg, ranges, name));
            default -> visit(value, ranges);
        }
    }

    private void visit(Node node, Ranges ranges) {
        switch (node.type()) {
            case "SelectStmt" -> select(node, ranges);
            case "ColumnRef" -> reference(node, ranges, null);
            case "LockingClause" ->
                node.list("lockedRels")
                        .forEach(name -> column(name, List.of(name.text("relname"), "*"), ranges, null));
            default -> node.below().forEach(below -> visit(below, ranges));
        }
    }

    private void reference(Node column, Ranges ranges, @Nullable String output) {
        List<String> path = column.list("fields").stream()
                .map(field -> field.is("A_Star") ? "*" : field.string())
                .toList();
        column(column, path, ranges, output);
    }

    // Writing

    /// The number of the token that a node begins with.
    int token(Node node) {
        int at = offset(node.number("location") - shift);
        for (int number = 0; number < tokens.size(); number++) {
            if (tokens.get(number).start() == at) {
                return number;
            }
        }
        throw new IllegalArgumentException("nothing begins at " + at + " of " + sql);
    }

    /// The grammar counts bytes.
    private int offset(int bytes) {
        return bytes <= 0
                ? 0
                : new String(sql.getBytes(StandardCharsets.UTF_8), 0, bytes, StandardCharsets.UTF_8).length();
    }

    /// The last token of `auth.users`, `auth.users u`, `auth.users AS u`.
    int aliasEnd(Range range) {
        Node node = Objects.requireNonNull(range.node());
        int last = token(node) + (node.has("schemaname") ? 2 : 0);
        return !range.isAliased() ? last : is(last + 1, "AS") ? last + 2 : last + 1;
    }

    boolean is(int token, String word) {
        return token < tokens.size() && tokens.get(token).text(sql).equalsIgnoreCase(word);
    }

    /// The last token of the value that gives a column of the query its name: behind casts and collations.
    int outputEnd(int token) {
        int depth = 0;
        for (int at = token + 1; at < tokens.size(); at++) {
            String text = tokens.get(at).text(sql);
            if (depth == 0 && BEHIND_A_TARGET.contains(text.toUpperCase(Locale.ROOT))) {
                return at - 1;
            }
            depth += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
        }
        return tokens.size() - 1;
    }

    /// @param first the number of the first token that goes
    /// @param last  the number of the last
    void replace(int first, int last, String text) {
        replacements.add(
                new Replacement(tokens.get(first).start(), tokens.get(last).end(), text));
    }

    /// Takes tokens away, with the space before them.
    void remove(int first, int last) {
        replacements.add(new Replacement(
                tokens.get(first - 1).end(), tokens.get(last).end(), ""));
    }

    /// Puts something behind a token.
    void insert(int token, String text) {
        int end = tokens.get(token).end();
        replacements.add(new Replacement(end, end, text));
    }

    private String applied() {
        if (replacements.isEmpty()) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (Replacement one : replacements.stream()
                .distinct()
                .sorted(Comparator.comparing(Replacement::start).thenComparing(Replacement::end))
                .toList()) {
            text.append(sql, copied, one.start()).append(one.text());
            copied = one.end();
        }
        return text.append(sql.substring(copied)).toString();
    }
}
