package mana.studio.design;

import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// What things are called when a person is told of them: `foreign key sessions_user_id_fkey of auth.sessions`.
final class Words {
    private Words() {}

    static String of(Database database, Part part) {
        SchemaObject object = database.schemas().stream()
                .flatMap(schema -> schema.objects())
                .filter(found -> ObjectName.of(found).equals(part.object()))
                .findFirst()
                .orElse(null);
        String of = " of " + part.object();
        return switch (part.kind()) {
            case WHOLE -> object == null ? part.object().toString() : kind(object) + " " + part.object();
            case COLUMN -> (object instanceof CompositeType ? "attribute " : "column ") + part.name() + of;
            case DEFAULT -> "default of column " + part.name() + of;
            case CONSTRAINT ->
                (object instanceof Table table ? kind(table, part.name()) : "check") + " " + part.name() + of;
            case INDEX -> "index " + part.name() + of;
            case TRIGGER -> "trigger " + part.name() + of;
            case POLICY -> "policy " + part.name() + of;
        };
    }

    private static String kind(Table table, String constraint) {
        return table.constraints().stream()
                .filter(one -> one.name().equals(constraint))
                .map(Words::kind)
                .findFirst()
                .orElse("constraint");
    }

    static String kind(Constraint constraint) {
        return switch (constraint) {
            case Constraint.PrimaryKey _ -> "primary key";
            case Constraint.Unique _ -> "unique constraint";
            case Constraint.ForeignKey _ -> "foreign key";
            case Constraint.Check _ -> "check";
            case Constraint.Exclusion _ -> "exclusion constraint";
        };
    }

    static String kind(SchemaObject object) {
        return switch (object) {
            case Table _ -> "table";
            case View view -> view.materialized() ? "materialized view" : "view";
            case Sequence _ -> "sequence";
            case EnumType _ -> "enum";
            case DomainType _ -> "domain";
            case CompositeType _ -> "composite type";
            case Routine routine ->
                switch (routine.kind()) {
                    case FUNCTION -> "function";
                    case PROCEDURE -> "procedure";
                    case WINDOW -> "window function";
                };
        };
    }
}
