package mana.studio.drizzle.snapshot;

import java.util.List;
import java.util.Optional;
import mana.studio.drizzle.model.DrizzleColumn.Counter;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Sequence;
import mana.studio.schema.SequenceOptions;
import mana.studio.sql.Identifier;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// Which columns are what `serial` stands for: a number that a sequence of its own counts in the usual way.
final class Serials {
    private final Database now;
    private final @Nullable Database before;

    Serials(Database now, @Nullable Database before) {
        this.now = now;
        this.before = before;
    }

    boolean is(QualifiedName table, Column column) {
        return sequence(now, table, column).isPresent();
    }

    boolean isBefore(QualifiedName table, Column column) {
        return before != null && sequence(before, table, column).isPresent();
    }

    /// Whether the sequence is part of a column.
    boolean isPart(Sequence sequence) {
        Sequence.OwningColumn owner = sequence.ownedBy();
        return owner != null
                && now.table(owner.table())
                        .flatMap(table -> table.column(owner.column()))
                        .flatMap(column -> sequence(now, owner.table(), column))
                        .isPresent();
    }

    SpelledType spelled(Column column) {
        return new SpelledType(
                switch (column.type().sql()) {
                    case "smallint" -> "smallserial";
                    case "bigint" -> "bigserial";
                    default -> "serial";
                },
                null);
    }

    private static Optional<Sequence> sequence(Database database, QualifiedName table, Column column) {
        String type = column.type().sql();
        if (!column.isNotNull()
                || column.defaultExpression() == null
                || !List.of("smallint", "integer", "bigint").contains(type)) {
            return Optional.empty();
        }
        return database.schema(table.schema())
                .flatMap(schema -> schema.sequences().stream()
                        .filter(sequence -> new Sequence.OwningColumn(table, column.name()).equals(sequence.ownedBy()))
                        .filter(sequence -> usual(type).equals(sequence.options()))
                        .filter(sequence -> nextValue(sequence.name()).equals(column.defaultExpression()))
                        .findFirst());
    }

    private static String nextValue(QualifiedName sequence) {
        return "nextval(%s::regclass)".formatted(Literal.quote(Identifier.quote(sequence.schema(), sequence.name())));
    }

    private static SequenceOptions usual(String type) {
        long maximum = switch (type) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
        return new SequenceOptions(type, 1, 1, 1, maximum, 1, false);
    }

    static Counter counter(SequenceOptions options) {
        return new Counter(
                String.valueOf(options.increment()),
                String.valueOf(options.start()),
                String.valueOf(options.minimum()),
                String.valueOf(options.maximum()),
                String.valueOf(options.cache()),
                options.cycle());
    }
}
