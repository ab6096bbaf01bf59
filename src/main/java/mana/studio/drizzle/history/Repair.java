package mana.studio.drizzle.history;

import java.util.List;
import mana.studio.drizzle.files.MigrationFolder;

/// A way out, to be looked at before anything is done.
public sealed interface Repair {
    /// What it does, as on a button: "Give it a later when".
    String label();

    /// What comes of it, and what to think of first.
    String explanation();

    /// One that can be shown and done.
    sealed interface Ready extends Repair {}

    /// Changes of files that have to be found first, by running migrations on the scratch server: see
    /// {@link SnapshotRepair}.
    ///
    /// @param folder    of the migrations
    /// @param positions of the migrations that get a snapshot, in order
    record OfReplay(String label, String explanation, MigrationFolder folder, List<Integer> positions)
            implements Repair {
        public OfReplay {
            positions = List.copyOf(positions);
        }
    }

    /// Changes of files.
    record OfFiles(String label, String explanation, List<FileChange> changes) implements Ready {
        public OfFiles {
            changes = List.copyOf(changes);
        }
    }

    /// Statements, to be run in one transaction.
    ///
    /// @param touches how many rows each of them must change, or -1 where it does not matter: else it is taken back
    record OfRows(String label, String explanation, List<String> statements, List<Integer> touches) implements Ready {
        public OfRows {
            statements = List.copyOf(statements);
            touches = List.copyOf(touches);
        }

        /// The statements as a script.
        public String script() {
            StringBuilder script = new StringBuilder("BEGIN;\n\n");
            for (String statement : statements) {
                String sql = statement.strip();
                // Where a comment ends it, the semicolon has to come below.
                boolean comment = sql.substring(sql.lastIndexOf('\n') + 1).contains("--");
                script.append(sql)
                        .append(sql.endsWith(";") && !comment ? "" : comment ? "\n;" : ";")
                        .append("\n\n");
            }
            return script.append("COMMIT;\n").toString();
        }
    }
}
