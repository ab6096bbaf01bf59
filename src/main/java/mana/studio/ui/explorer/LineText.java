package mana.studio.ui.explorer;

import java.util.stream.Collectors;
import mana.studio.schema.Constraint;
import mana.studio.schema.Index;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.ColumnMark;
import mana.studio.ui.kit.Icons;

/// The words of a line.
///
/// @param name   what it is called
/// @param note   what is said beside the name, muted; may be empty
/// @param amount what stands at the right, muted; may be empty
/// @param spoken the whole line, for a screen reader
record LineText(String name, String note, String amount, String spoken) {
    static LineText of(Entry entry) {
        return switch (entry) {
            case Entry.OfSchema(var schema, var service) ->
                service == null
                        ? new LineText(schema.name(), "", "", "schema " + schema.name())
                        : new LineText(
                                schema.name(), "· " + service, "", "schema " + schema.name() + ", of " + service);
            case Entry.OfGroup(Entry.Group group, int shown, int total) -> {
                String count =
                        shown == total ? Amounts.exact(total) : Amounts.exact(shown) + " of " + Amounts.exact(total);
                yield new LineText(group.title(), count, "", group.title() + ", " + count);
            }
            case Entry.OfObject(var object, long rows) -> ofObject(object, rows);
            case Entry.OfColumn(var relation, var column) -> {
                String marks = ColumnMark.of(relation, column).stream()
                        .map(mark -> ", " + mark.text())
                        .collect(Collectors.joining());
                String nullable = column.isNotNull() ? ", not null" : "";
                yield new LineText(
                        column.name(),
                        column.type().sql(),
                        "",
                        "column " + column.name() + ", " + column.type().sql() + nullable + marks);
            }
            case Entry.OfConstraint(_, var constraint) -> ofKey(constraint);
            case Entry.OfIndex(_, var index) -> {
                String keys = keys(index);
                yield new LineText(index.name(), keys, "", "index " + index.name() + " on " + keys);
            }
            case Entry.OfExtension(var extension) ->
                new LineText(extension.name(), extension.version(), "", "extension " + extension.name());
            case Entry.OfOther(var other) -> {
                String name = other.schema() == null ? other.name() : other.schema() + "." + other.name();
                yield new LineText(name, other.kind(), "", other.kind() + " " + name);
            }
        };
    }

    private static LineText ofObject(SchemaObject object, long rows) {
        String name = object.name().name();
        String spoken = Icons.word(object) + " " + object.name();
        if (object instanceof Routine routine) {
            return new LineText(name, "(" + routine.arguments() + ")", "", spoken);
        }
        return rows < 0
                ? new LineText(name, "", "", spoken)
                : new LineText(name, "", Amounts.count(rows), spoken + ", about " + Amounts.count(rows) + " rows");
    }

    private static LineText ofKey(Constraint constraint) {
        String columns = String.join(", ", constraint.columns());
        return switch (constraint) {
            case Constraint.ForeignKey key ->
                new LineText(
                        key.name(),
                        columns + " → " + key.referencedTable(),
                        "",
                        "foreign key " + key.name() + ", " + columns + " references " + key.referencedTable());
            case Constraint.PrimaryKey key ->
                new LineText(key.name(), columns, "", "primary key " + key.name() + " on " + columns);
            case Constraint.Unique key ->
                new LineText(key.name(), columns, "", "unique " + key.name() + " on " + columns);
            case Constraint.Check check -> new LineText(check.name(), check.expression(), "", "check " + check.name());
            case Constraint.Exclusion exclusion ->
                new LineText(exclusion.name(), exclusion.definition(), "", "exclusion " + exclusion.name());
        };
    }

    private static String keys(Index index) {
        return index.keys().stream()
                .map(key -> key.column() == null ? String.valueOf(key.expression()) : key.column())
                .collect(Collectors.joining(", "));
    }
}
