package mana.studio.drizzle.drift;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mana.studio.ddl.Pieces;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.Match;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.sql.Identifier;

/// All of a database that Drizzle has words for, part by part, each as the SQL that says what it is. What Drizzle
/// cannot say (comments, storage, grants, triggers, whether a key is deferrable) is left out, so that it is no drift.
final class Portrait {
    /// The stable line gives the key of one column no name, so the name of such a key is no difference.
    static final String KEY = "primary key";

    private final Map<Part, String> parts = new TreeMap<>();

    private Portrait() {}

    static Map<Part, String> of(Database database) {
        Portrait portrait = new Portrait();
        database.schemas().forEach(portrait::draw);
        return portrait.parts;
    }

    /// The schema that a part is in, or is.
    static String schema(Part part) {
        return part.object().kind() == ObjectName.Kind.OTHER
                ? part.object().name().name()
                : part.object().name().schema();
    }

    private void draw(Schema schema) {
        if (!schema.name().equals("public")) {
            parts.put(Part.schema(schema.name()), "schema");
        }
        schema.enums().forEach(type -> parts.put(Part.whole(ObjectName.of(type)), labels(type)));
        schema.sequences().stream()
                .filter(sequence -> sequence.ownedBy() == null)
                .forEach(sequence -> parts.put(Part.whole(ObjectName.of(sequence)), counting(sequence)));
        schema.tables().forEach(this::draw);
        schema.views().forEach(this::draw);
    }

    private static String labels(EnumType type) {
        return type.labels().stream().map(Pieces::literal).collect(Collectors.joining(", ", "enum (", ")"));
    }

    private static String counting(Sequence sequence) {
        return ("sequence " + Pieces.counting(sequence.options()).strip()).strip();
    }

    private void draw(Table table) {
        boolean secured = table.rowSecurity().enabled();
        parts.put(Part.relation(table.name()), secured ? "table with row-level security" : "table");
        table.columns().forEach(column -> parts.put(Part.column(table.name(), column.name()), text(column, table)));
        for (Constraint constraint : table.constraints()) {
            String text = text(constraint);
            if (!text.isEmpty()) {
                parts.put(Part.of(table.name(), Part.Kind.CONSTRAINT, name(constraint)), text);
            }
        }
        indexes(table.name(), table.indexes());
        table.policies()
                .forEach(policy -> parts.put(
                        Part.of(table.name(), Part.Kind.POLICY, policy.name()), Pieces.policy(policy, table)));
    }

    private void draw(View view) {
        String kind = view.materialized() ? "materialized view" : "view";
        String with = view.options().isEmpty() ? "" : " with " + Pieces.settings(view.options());
        parts.put(Part.relation(view.name()), kind + with + " as " + view.definition());
        indexes(view.name(), view.indexes());
    }

    private void indexes(QualifiedName relation, List<Index> indexes) {
        for (Index index : indexes) {
            Index said = index.withInclude(List.of()).withTablespace(null);
            parts.put(Part.of(relation, Part.Kind.INDEX, index.name()), Pieces.index(said, relation));
        }
    }

    private static String text(Column column, Table table) {
        Column said = column.withCollation(null);
        if (column.notNull() != null) {
            said = said.withNotNull(Column.NotNull.PLAIN);
        }
        String whole = Pieces.column(said, table.name(), true);
        String name = Identifier.quote(column.name()) + " ";
        // Six digits are what a timestamp has without a word about them.
        return whole.substring(name.length()).replaceFirst("^(timestamp|time)\\(6\\)", "$1");
    }

    private static String name(Constraint constraint) {
        return constraint instanceof Constraint.PrimaryKey key && key.columns().size() == 1 ? KEY : constraint.name();
    }

    /// @return empty for what Drizzle has no words for
    private static String text(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey key -> "PRIMARY KEY " + Pieces.columns(key.columns());
            case Constraint.Unique key ->
                clause(key.withBacking(Backing.PLAIN).withDeferrability(Deferrability.NOT_DEFERRABLE));
            case Constraint.ForeignKey key ->
                clause(key.withValidated(true)
                        .withDeferrability(Deferrability.NOT_DEFERRABLE)
                        .withMatch(Match.SIMPLE)
                        .withSetColumns(List.of()));
            case Constraint.Check check -> clause(check.withValidated(true).withNoInherit(false));
            case Constraint.Exclusion _ -> "";
        };
    }

    /// What follows the constraint's name.
    private static String clause(Constraint constraint) {
        String whole = Pieces.constraint(constraint);
        String start = "CONSTRAINT " + Identifier.quote(constraint.name()) + " ";
        return whole.startsWith(start) ? whole.substring(start.length()) : whole;
    }
}
