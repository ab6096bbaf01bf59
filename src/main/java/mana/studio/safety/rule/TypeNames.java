package mana.studio.safety.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.statement.Node;

/// What rules ask of the columns that a statement describes.
final class TypeNames {
    private static final Set<String> SERIALS =
            Set.of("smallserial", "serial2", "serial", "serial4", "bigserial", "serial8");

    private TypeNames() {}

    /// The columns that a statement creates, in a new table or in one that is there.
    static Stream<Node> columns(Occasion occasion) {
        Stream<Node> created = occasion.is("CreateStmt") ? occasion.tree().list("tableElts").stream() : Stream.empty();
        return Stream.concat(created, occasion.addedColumns())
                .filter(column -> column.is("ColumnDef") && column.has("typeName"));
    }

    /// The name of a column's type, without its schema.
    static String name(Node column) {
        return column.child("typeName")
                .map(type -> type.names("names").getLast())
                .orElse("");
    }

    static boolean isSerial(Node column) {
        return SERIALS.contains(name(column));
    }

    /// Whether a column's definition has a constraint of that kind.
    static boolean has(Node column, String type) {
        return column.list("constraints").stream()
                .anyMatch(each -> each.text("contype").equals(type));
    }

    static boolean isConstrainedDomain(Node column, Occasion occasion) {
        Database database = occasion.situation().database();
        if (database == null) {
            return false;
        }
        List<String> names =
                column.child("typeName").map(type -> type.names("names")).orElse(List.of());
        List<String> schemas = names.size() > 1
                ? List.of(names.getFirst())
                : occasion.situation().searchPath();
        return schemas.stream()
                .flatMap(schema -> database.schema(schema).stream())
                .flatMap(schema -> schema.domains().stream())
                .filter(domain -> domain.name().name().equals(names.getLast()))
                .anyMatch(domain -> isConstrained(domain, database));
    }

    private static boolean isConstrained(DomainType domain, Database database) {
        QualifiedName base = domain.baseType().named();
        return domain.notNull()
                || !domain.checks().isEmpty()
                || (base != null
                        && database.schema(base.schema()).stream()
                                .flatMap(schema -> schema.domains().stream())
                                .anyMatch(other -> other.name().equals(base) && isConstrained(other, database)));
    }

    /// Whether an index of the table begins with the columns.
    static boolean hasIndex(Table table, List<String> columns) {
        Stream<List<String>> keys = table.constraints().stream()
                .filter(constraint ->
                        constraint instanceof Constraint.PrimaryKey || constraint instanceof Constraint.Unique)
                .map(Constraint::columns);
        Stream<List<String>> indexes = table.indexes().stream()
                .filter(index -> index.predicate() == null)
                .map(index -> index.keys().stream()
                        .map(key -> key.column() == null ? "" : key.column())
                        .toList());
        return Stream.concat(keys, indexes)
                .anyMatch(index -> index.size() >= columns.size()
                        && Set.copyOf(index.subList(0, columns.size())).equals(Set.copyOf(columns)));
    }

    /// The name of a dropped object, as it is written.
    static String joined(Node object) {
        return switch (object.type()) {
            case "List" -> String.join(".", object.names("items"));
            case "TypeName" -> String.join(".", object.names("names"));
            default -> object.string();
        };
    }
}
