package mana.studio.design.template;

import java.util.ArrayList;
import java.util.List;
import mana.studio.design.template.Template.CheckPart;
import mana.studio.design.template.Template.ColumnPart;
import mana.studio.design.template.Template.ForeignKeyPart;
import mana.studio.design.template.Template.IndexKey;
import mana.studio.design.template.Template.IndexPart;
import mana.studio.design.template.Template.KeyPart;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A table as a template for others like it.
///
/// @param leftOut what the table has and a template cannot say, in words
public record SavedTable(Template template, List<String> leftOut) {
    public SavedTable {
        leftOut = List.copyOf(leftOut);
    }

    /// @param name what the template is to be called
    public static SavedTable of(String name, Table table) {
        List<KeyPart> unique = new ArrayList<>();
        List<CheckPart> checks = new ArrayList<>();
        List<ForeignKeyPart> foreignKeys = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey _ -> {}
                case Constraint.Unique key ->
                    unique.add(new KeyPart(pattern(key.name(), table), key.columns(), key.nullsNotDistinct(), null));
                case Constraint.Check check ->
                    checks.add(new CheckPart(pattern(check.name(), table), check.expression(), null));
                case Constraint.ForeignKey key -> foreignKeys.add(foreignKey(key, table));
                case Constraint.Exclusion exclusion -> leftOut.add("exclusion constraint " + exclusion.name());
            }
        }
        table.triggers().forEach(trigger -> leftOut.add("trigger " + trigger.name()));
        table.policies().forEach(policy -> leftOut.add("policy " + policy.name()));
        if (table.isPartitioned()) {
            leftOut.add("partitioning by " + table.partitionKey());
        }
        Template template = new Template(
                name,
                "As " + table.name() + ".",
                List.of(),
                table.columns().stream().map(SavedTable::column).toList(),
                table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of()),
                unique,
                checks,
                foreignKeys,
                table.indexes().stream().map(index -> index(index, table)).toList());
        return new SavedTable(template, leftOut);
    }

    private static ColumnPart column(Column column) {
        Column.Generated generated = column.generated();
        Column.IdentityColumn identity = column.identity();
        QualifiedName collation = column.collation();
        return new ColumnPart(
                column.name(),
                column.type().sql(),
                column.isNotNull(),
                column.defaultExpression(),
                generated == null ? null : generated.expression(),
                generated != null && generated.stored(),
                identity == null ? null : identity.always() ? "ALWAYS" : "BY DEFAULT",
                collation == null ? null : collation.toString(),
                column.comment(),
                null);
    }

    private static ForeignKeyPart foreignKey(Constraint.ForeignKey key, Table table) {
        return new ForeignKeyPart(
                pattern(key.name(), table),
                key.columns(),
                key.referencedTable().toString(),
                key.referencedColumns(),
                key.onUpdate() == Constraint.Action.NO_ACTION ? null : key.onUpdate(),
                key.onDelete() == Constraint.Action.NO_ACTION ? null : key.onDelete(),
                null);
    }

    private static IndexPart index(Index index, Table table) {
        return new IndexPart(
                pattern(index.name(), table),
                index.unique(),
                index.nullsNotDistinct(),
                index.method().equals("btree") ? null : index.method(),
                index.keys().stream().map(SavedTable::key).toList(),
                index.include(),
                index.predicate(),
                null);
    }

    private static IndexKey key(Index.Key key) {
        return new IndexKey(
                key.column(),
                key.expression(),
                key.descending(),
                key.nullsFirst() == key.descending() ? null : key.nullsFirst(),
                text(key.operatorClass()),
                text(key.collation()));
    }

    private static @Nullable String text(@Nullable QualifiedName name) {
        return name == null ? null : name.toString();
    }

    private static String pattern(String name, Table table) {
        return Names.replaced(name, table.name().name(), "{table}");
    }
}
