package mana.studio.plan;

import java.util.List;
import java.util.function.BiFunction;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// The queries in a database, after something that they read was renamed: those of views, and what policies ask of
/// other
/// tables.
final class Queries {
    private Queries() {}

    /// @param database before anything in it was renamed
    static Database relation(Database database, QualifiedName from, QualifiedName to) {
        return rewritten(database, from.name(), (sql, around) -> QueryWording.relation(sql, around, from, to));
    }

    /// @param database before anything in it was renamed
    static Database column(Database database, QualifiedName relation, String from, String to) {
        Lookup lookup = new Lookup(database);
        return rewritten(
                database,
                from,
                (sql, around) -> QueryWording.column(
                        sql,
                        around,
                        relation,
                        from,
                        to,
                        name -> columns(lookup.relation(name).orElse(null))));
    }

    private static List<String> columns(@Nullable Relation relation) {
        return relation == null
                ? List.of()
                : relation.columns().stream().map(Column::name).toList();
    }

    /// @param word   what a text must have in it to be looked at
    /// @param change of a text, and of the table of which it is an expression, if it is
    private static Database rewritten(
            Database database, String word, BiFunction<String, @Nullable QualifiedName, String> change) {
        return new Rewriting() {
            private @Nullable QualifiedName around;

            @Override
            boolean concerns(Record record) {
                return switch (record) {
                    case Database _, Schema _ -> true;
                    case View view -> Wording.mayMention(view.definition(), word);
                    case Table table -> !table.policies().isEmpty();
                    case Policy policy -> mentions(policy.using()) || mentions(policy.check());
                    default -> false;
                };
            }

            private boolean mentions(@Nullable String text) {
                return text != null && Wording.mayMention(text, word);
            }

            @Override
            Object enter(Record record) {
                if (record instanceof Table table) {
                    around = table.name();
                } else if (record instanceof View) {
                    around = null;
                }
                return record;
            }

            @Override
            QualifiedName name(QualifiedName name) {
                return name;
            }

            @Override
            String string(Object owner, String component, String value) {
                return switch (owner) {
                    case View _ when component.equals("definition") -> change.apply(value, null);
                    case Policy _
                    when component.equals("using") || component.equals("check") -> change.apply(value, around);
                    default -> value;
                };
            }
        }.rewrite(database);
    }
}
