package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.schema.Column;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// What a column of a type usually starts with.
public final class DefaultChoices {
    private DefaultChoices() {}

    public static List<Choice> of(Column column, Database database) {
        List<Choice> choices = new ArrayList<>(ofFamily(column, database));
        choices.add(Choice.of("NULL", "no value"));
        return choices;
    }

    private static List<Choice> ofFamily(Column column, Database database) {
        String type = column.type().sql();
        Family family = column.type().family();
        return switch (family) {
            case BOOLEAN -> List.of(Choice.of("false", ""), Choice.of("true", ""));
            case INTEGER, DECIMAL -> List.of(Choice.of("0", ""), Choice.of("1", ""));
            case TEXT ->
                List.of(
                        Choice.of("''", "empty text"),
                        Choice.of("CURRENT_USER", "the role"),
                        Choice.of("gen_random_uuid()", "random, as text"));
            case UUID -> uuids(database);
            case DATE -> List.of(Choice.of("CURRENT_DATE", "today"));
            case TIME -> List.of(Choice.of("LOCALTIME", "now"), Choice.of("CURRENT_TIME", "now, with its zone"));
            case TIMESTAMP ->
                List.of(
                        Choice.of("now()", "when the transaction began"),
                        Choice.of("CURRENT_TIMESTAMP", "the same"),
                        Choice.of("clock_timestamp()", "when the row is written"));
            case INTERVAL -> List.of(Choice.of("'1 day'::interval", ""), Choice.of("'00:00:00'::interval", ""));
            case JSON -> List.of(Choice.of("'{}'::" + type, "empty object"), Choice.of("'[]'::" + type, "empty array"));
            case ARRAY -> List.of(Choice.of("'{}'::" + type, "empty array"));
            case BINARY -> List.of(Choice.of("'\\x'::bytea", "no bytes"));
            case ENUM -> labels(Objects.requireNonNull(column.type().named()), database);
            case RANGE -> List.of(Choice.of("'empty'::" + type, "empty range"));
            case COMPOSITE, NETWORK, GEOMETRIC, BITS, OTHER -> List.of();
        };
    }

    private static List<Choice> uuids(Database database) {
        List<Choice> choices = new ArrayList<>(List.of(Choice.of("gen_random_uuid()", "random")));
        if (database.version() >= 180_000) {
            choices.add(Choice.of("uuidv7()", "ordered by time"));
        }
        return choices;
    }

    private static List<Choice> labels(@Nullable QualifiedName name, Database database) {
        if (name == null) {
            return List.of();
        }
        return database.schemas().stream()
                .flatMap(schema -> schema.enums().stream())
                .filter(type -> type.name().equals(name))
                .map(EnumType::labels)
                .flatMap(List::stream)
                .map(label -> Choice.of(
                        Literal.quote(label) + "::" + Identifier.quote(name.schema(), name.name()),
                        "value of the enum"))
                .toList();
    }
}
