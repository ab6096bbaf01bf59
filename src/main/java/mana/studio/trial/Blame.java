package mana.studio.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Problem.Severity;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.design.Spots;
import mana.studio.plan.Statement;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/// Finds the field of a design that the server is unhappy about: by the place in the statement that it names, where an
/// expression of the design stands there, else by the change that the statement makes.
final class Blame {
    private final Database base;
    private final Database design;

    Blame(Database base, Database design) {
        this.base = base;
        this.design = design;
    }

    /// A text of a design that goes into statements as it is.
    private record Piece(Spot spot, String text) {}

    List<Problem> of(Statement statement, ServerErrorMessage message) {
        List<Spot> spots = statement.change() == null ? List.of() : Spots.of(statement.change(), base, design);
        if (spots.isEmpty()) {
            return List.of();
        }
        Spot first = spots.getFirst();
        Spot spot = inside(statement.sql(), message.getPosition() - 1, first.object())
                .or(() -> mentioned(message, first))
                .orElse(first);
        return List.of(new Problem(spot, Severity.ERROR, words(message)));
    }

    /// ALTER TABLE names no place in what it reads later: then the expression is the one whose words the message has.
    private java.util.Optional<Spot> mentioned(ServerErrorMessage message, Spot first) {
        List<String> said = List.of(String.valueOf(message.getMessage()).split("\\W+"));
        return message.getPosition() > 0 || first.field() != Field.WHOLE
                ? java.util.Optional.empty()
                : Edits.object(design, first.object()).stream()
                        .flatMap(found -> pieces(found).stream())
                        .filter(piece -> first.part() == null || piece.spot().samePart(first))
                        .filter(piece -> Stream.of(piece.text().split("\\W+"))
                                .anyMatch(word -> word.length() > 1 && said.contains(word)))
                        .map(Piece::spot)
                        .findFirst();
    }

    private java.util.Optional<Spot> inside(String sql, int position, Identity object) {
        if (position < 0) {
            return java.util.Optional.empty();
        }
        // The server counts characters, Java counts UTF-16 units.
        int at = sql.offsetByCodePoints(0, Math.min(position, sql.codePointCount(0, sql.length())));
        return Edits.object(design, object).stream()
                .flatMap(found -> pieces(found).stream())
                .filter(piece -> !piece.text().isBlank() && holds(sql, piece.text(), at))
                .min(java.util.Comparator.comparingInt(piece -> piece.text().length()))
                .map(Piece::spot);
    }

    /// Whether the text stands in the statement around the place.
    private static boolean holds(String sql, String text, int at) {
        int from = sql.indexOf(text, Math.max(0, at - text.length()));
        return from >= 0 && from <= at && at <= from + text.length();
    }

    private static List<Piece> pieces(SchemaObject object) {
        List<Piece> pieces = new ArrayList<>();
        if (object instanceof Relation relation) {
            relation.columns().forEach(column -> column(object, column, pieces));
            relation.indexes().forEach(index -> index(object, index, pieces));
        }
        switch (object) {
            case Table table -> {
                table.constraints().forEach(constraint -> constraint(table, constraint, pieces));
                table.policies().forEach(policy -> policy(table, policy, pieces));
            }
            case View view -> add(pieces, view, null, Field.DEFINITION, view.definition());
            case DomainType domain -> {
                add(pieces, domain, null, Field.DEFAULT, domain.defaultExpression());
                domain.checks().forEach(check -> add(pieces, domain, check.id(), Field.EXPRESSION, check.expression()));
            }
            case mana.studio.schema.Sequence _,
                    mana.studio.schema.EnumType _,
                    mana.studio.schema.CompositeType _,
                    mana.studio.schema.Routine _ -> {}
        }
        return pieces;
    }

    private static void column(SchemaObject object, Column column, List<Piece> pieces) {
        add(pieces, object, column.id(), Field.DEFAULT, column.defaultExpression());
        if (column.generated() != null) {
            add(pieces, object, column.id(), Field.GENERATED, column.generated().expression());
        }
    }

    private static void index(SchemaObject object, Index index, List<Piece> pieces) {
        index.keys().stream()
                .map(Index.Key::expression)
                .filter(Objects::nonNull)
                .forEach(text -> add(pieces, object, index.id(), Field.EXPRESSION, text));
        add(pieces, object, index.id(), Field.PREDICATE, index.predicate());
    }

    private static void constraint(Table table, Constraint constraint, List<Piece> pieces) {
        String text = switch (constraint) {
            case Constraint.Check check -> check.expression();
            case Constraint.Exclusion exclusion -> exclusion.definition();
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.ForeignKey _ -> null;
        };
        Field field = constraint instanceof Constraint.Exclusion ? Field.DEFINITION : Field.EXPRESSION;
        add(pieces, table, constraint.id(), field, text);
    }

    private static void policy(Table table, Policy policy, List<Piece> pieces) {
        add(pieces, table, policy.id(), Field.EXPRESSION, policy.using());
        add(pieces, table, policy.id(), Field.EXPRESSION, policy.check());
    }

    private static void add(
            List<Piece> pieces, SchemaObject object, @Nullable Identity part, Field field, @Nullable String text) {
        if (text != null) {
            pieces.add(new Piece(new Spot(object.id(), part, field), text));
        }
    }

    /// The names of what does not come about when a statement is refused.
    List<String> names(Statement statement) {
        List<Spot> spots = statement.change() == null ? List.of() : Spots.of(statement.change(), base, design);
        return spots.stream()
                .flatMap(spot -> names(spot))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Stream<String> names(Spot spot) {
        SchemaObject object = Edits.object(design, spot.object()).orElse(null);
        if (object == null) {
            return Stream.empty();
        }
        Identity part = spot.part();
        if (part == null) {
            return Stream.of(object.name().name());
        }
        return object instanceof Relation relation
                ? Edits.column(relation, part).map(Column::name).stream()
                : Stream.empty();
    }

    /// What the server said, a sentence or three.
    private static String words(ServerErrorMessage message) {
        return sentences(message.getMessage(), message.getDetail(), message.getHint());
    }

    static String sentences(@Nullable String... texts) {
        StringBuilder words = new StringBuilder();
        for (String text : texts) {
            if (text != null && !text.isBlank()) {
                words.append(words.isEmpty() ? "" : " ")
                        .append(Character.toUpperCase(text.charAt(0)))
                        .append(text.substring(1))
                        .append(text.endsWith(".") ? "" : ".");
            }
        }
        return words.toString();
    }
}
