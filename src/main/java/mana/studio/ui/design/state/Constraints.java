package mana.studio.ui.design.state;

import java.util.Arrays;
import java.util.List;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Table;
import mana.studio.sql.GeneratedName;
import org.jspecify.annotations.Nullable;

/// Constraints with something of theirs changed.
public final class Constraints {
    private Constraints() {}

    public static ForeignKey enforced(ForeignKey key, boolean enforced) {
        return new ForeignKey(
                key.id(),
                key.name(),
                key.comment(),
                key.local(),
                key.columns(),
                key.referencedTable(),
                key.referencedColumns(),
                key.onUpdate(),
                key.onDelete(),
                key.setColumns(),
                key.match(),
                key.deferrability(),
                // What is not enforced was not validated either.
                enforced && key.validated(),
                enforced,
                key.period());
    }

    public static Check enforced(Check check, boolean enforced) {
        return new Check(
                check.id(),
                check.name(),
                check.comment(),
                check.local(),
                check.expression(),
                check.noInherit(),
                enforced && check.validated(),
                enforced);
    }

    /// A name that was made of a key's columns follows them.
    ///
    /// @param table where it is; null where its name is to stay
    public static ForeignKey renamed(ForeignKey changed, ForeignKey before, @Nullable Table table) {
        boolean follows = table != null && before.name().equals(name(table, before, "fkey"));
        return follows && table != null ? changed.withName(name(table, changed, "fkey")) : changed;
    }

    /// The same of a unique constraint.
    public static Unique renamed(Unique changed, Unique before, @Nullable Table table) {
        boolean follows = table != null && before.name().equals(name(table, before, "key"));
        return follows && table != null ? changed.withName(name(table, changed, "key")) : changed;
    }

    private static String name(Table table, Constraint key, String label) {
        return GeneratedName.of(table.name().name(), String.join("_", key.columns()), label);
    }

    /// Roles as they are typed, `PUBLIC` for everyone.
    public static List<String> roles(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(role -> !role.isEmpty())
                .map(role -> role.equalsIgnoreCase("public") ? "PUBLIC" : role)
                .toList();
    }
}
