package mana.studio.convention.rule;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;

/// Booleans read as a statement.
final class BooleanName implements Convention {
    /// Verbs say as much.
    private static final Pattern STATEMENT = Pattern.compile(
            "(is|has|can|was|had|did|does|should|must|may|needs|allows|requires|uses|supports|includes|wants)_\\w+");

    /// What is_ can stand before.
    private static final Pattern ADJECTIVE =
            Pattern.compile("(\\w+_)?(\\w{2,}ed|\\w+able|\\w+ible|\\w+ful|\\w+ive|active|done"
                + "|public|private|default|visible|hidden|valid|open|read|seen|sent|paid|new|current|primary|required"
                + "|internal|external|admin|anonymous|pinned|draft|final|known|all_day|online|offline|ready|dirty|stale"
                + "|free|full|empty|locked|manual|automatic|global|local|system)");

    @Override
    public String id() {
        return "boolean-name";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "Booleans are called is_… or has_…";
    }

    @Override
    public String reason() {
        return "The name says that it is a yes or no, and reads as a statement in a condition.";
    }

    @Override
    public String example() {
        return "is_active boolean NOT NULL DEFAULT true";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.columns().stream()
                .filter(column -> column.type().family() == Family.BOOLEAN && column.local())
                .filter(column ->
                        !STATEMENT.matcher(SnakeCase.of(column.name())).matches())
                .filter(column -> !SoftDelete.isMisnamed(table, column))
                .map(column -> breach(
                        Spots.of(table, column, Field.NAME),
                        Spots.part(table, column),
                        isAdjective(column)
                                ? column.name() + " is a boolean; call it " + proposal(column) + "."
                                : column.name() + " is a boolean; call it is_… or has_….",
                        isAdjective(column) ? Fixes.renamed(table, column, proposal(column)) : null));
    }

    private static boolean isAdjective(Column column) {
        return ADJECTIVE.matcher(SnakeCase.of(column.name())).matches();
    }

    private static String proposal(Column column) {
        return "is_" + SnakeCase.of(column.name());
    }
}
