package mana.studio.plan.judge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Puts a few rows into every table that takes some: parents before those that refer to them, and again those that took
/// none, as long as that helps.
final class Seeder {
    static final int ROWS = 3;

    private final JudgedDatabase target;
    private final Database database;
    private final @Nullable Other other;

    /// @param other only rows that it takes too are chosen; it has them afterwards. Null where nobody cares
    Seeder(JudgedDatabase target, Database database, @Nullable Other other) {
        this.target = target;
        this.database = database;
        this.other = other;
    }

    /// A second database that must take the rows.
    record Other(JudgedDatabase database, Database model) {}

    /// @return the tables that have rows now
    Set<QualifiedName> seed() throws SQLException {
        List<Table> waiting = new ArrayList<>(database.tables()
                .filter(table -> !table.isPartitioned() && table.foreign() == null)
                .toList());
        Set<QualifiedName> seeded = new LinkedHashSet<>();
        for (boolean progress = true; progress && !waiting.isEmpty(); ) {
            progress = false;
            for (Table table : List.copyOf(waiting)) {
                if (new TableSeeder(target, database, other, table).seed(seeded)) {
                    seeded.add(table.name());
                    waiting.remove(table);
                    progress = true;
                }
            }
        }
        return seeded;
    }
}
