package mana.studio.convention.rule;

import java.util.Set;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;

/// The usual key.
final class PrimaryKeyId implements Convention {
    private static final Set<String> DEFAULTS = Set.of("gen_random_uuid()", "uuidv7()", "uuidv4()");
    private static final Set<String> USERS = Set.of("users", "user");

    @Override
    public String id() {
        return "primary-key-id";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "The primary key is id uuid DEFAULT gen_random_uuid()";
    }

    @Override
    public String reason() {
        return "Ids that are made anywhere without asking the server, tell nothing, and are called "
                + "the same in every table.";
    }

    @Override
    public String example() {
        return "id uuid PRIMARY KEY DEFAULT gen_random_uuid()";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.primaryKey().map(PrimaryKey::columns).filter(columns -> columns.size() == 1).stream()
                .flatMap(columns -> table.column(columns.getFirst()).stream())
                .filter(column -> isOwn(table, column))
                .flatMap(column -> column.name().equals("id") ? id(table, column) : name(table, column));
    }

    /// Neither a foreign key (one to one) nor the id of a user.
    private static boolean isOwn(Table table, Column column) {
        boolean borrowed =
                table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
        return !borrowed
                && !column.name().equals("user_id")
                && !USERS.contains(table.name().name());
    }

    private Stream<Breach> id(Table table, Column column) {
        if (column.type().family() != Family.UUID) {
            return Stream.of(breach(
                    Spots.of(table, column, Field.TYPE),
                    Spots.part(table, column),
                    "id is " + column.type().sql() + ", not uuid.",
                    null));
        }
        String expression = column.defaultExpression();
        if (expression != null && DEFAULTS.contains(expression)) {
            return Stream.empty();
        }
        return Stream.of(breach(
                Spots.of(table, column, Field.DEFAULT),
                Spots.part(table, column),
                expression == null
                        ? "id has no default: every insert has to bring one."
                        : "id has the default " + expression + ", not gen_random_uuid().",
                Fixes.column(
                        "Give id the default gen_random_uuid()",
                        table,
                        column,
                        now -> now.withDefaultExpression("gen_random_uuid()"))));
    }

    /// A number or UUID under another name; a word (`slug`, `code`) is a key of its own kind.
    private Stream<Breach> name(Table table, Column column) {
        boolean surrogate = column.type().family() == Family.UUID
                || column.identity() != null
                || String.valueOf(column.defaultExpression()).startsWith("nextval(");
        return surrogate
                ? Stream.of(breach(
                        Spots.of(table, column, Field.NAME),
                        Spots.part(table, column),
                        "The primary key is called " + column.name() + ", not id.",
                        column.type().family() == Family.UUID
                                        && DEFAULTS.contains(String.valueOf(column.defaultExpression()))
                                ? Fixes.renamed(table, column, "id")
                                : null))
                : Stream.empty();
    }
}
