package mana.studio.safety.safer;

import java.util.Locale;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.GeneratedName;

/// What a safer plan needs for a while. The last words of its name tell what it is for, and that it may go.
enum Helper {
    /// The column of the new type, before it takes the place of the old.
    NEW,
    /// The column of the old type, or an index, after that.
    OLD,
    /// The trigger, and its function, that keep two columns alike.
    SYNC,
    /// The sequence that counts for a column until it has an identity.
    SEQ,
    /// The constraint that marks a column whose rows are being filled.
    FILL,
    /// The constraint that proves there is no NULL.
    NN,
    /// The constraint that proves which rows a partition has.
    BOUND,
    /// An index before it takes the name it is to have.
    IDX,
    /// A table that has stepped aside.
    WAS;

    /// The name of such a thing.
    ///
    /// @param part a column or an index of the table
    String name(String table, String part) {
        return GeneratedName.of(table, part, label());
    }

    String name(QualifiedName table, String part) {
        return name(table.name(), part);
    }

    String name(String table) {
        return name(table, "table");
    }

    boolean isName(String name) {
        return name.endsWith("_" + label());
    }

    private String label() {
        return "mana_" + name().toLowerCase(Locale.ROOT);
    }
}
