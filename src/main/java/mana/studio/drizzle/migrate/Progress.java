package mana.studio.drizzle.migrate;

import java.sql.SQLException;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Target;
import mana.studio.drizzle.migrate.Leg.Part;
import mana.studio.drizzle.project.MigrationsTable;
import org.jspecify.annotations.Nullable;

/// Writes down how far the second mode is; in one transaction there is nothing to write down.
final class Progress {
    private final @Nullable RunJournal journal;
    private final Target target;
    private final MigrationsTable table;
    private final String system;
    private final List<PendingFile> files;
    private RunJournal.@Nullable Entry entry;

    /// @param journal null for one transaction
    Progress(
            @Nullable RunJournal journal,
            Target target,
            MigrationsTable table,
            String system,
            List<PendingFile> files) {
        this.journal = journal;
        this.target = target;
        this.table = table;
        this.system = system;
        this.files = files;
    }

    /// How many pieces of the migration that runs are committed.
    int part() {
        return entry == null ? 0 : entry.done();
    }

    /// @param last the piece after which it is committed
    void begin(Part last, boolean alone) {
        PendingFile file = files.get(last.file());
        RunJournal.Entry known = entry;
        if (known == null || !known.tag().equals(file.migration().tag())) {
            known = new RunJournal.Entry(
                    file.migration().tag(), file.file().hash(), system, file.done(), file.done(), false, null, null);
        }
        write(known.running(last.piece().number(), alone));
    }

    /// By this number the server can be asked what became of it, should nobody hear its answer to COMMIT.
    void committing(MigrateSession session) throws SQLException {
        if (journal != null && entry != null) {
            write(entry.committing(session.ask("SELECT pg_current_xact_id()::text", new Cancellation())));
        }
    }

    void committed(Part last) {
        if (entry != null) {
            write(entry.done(last.piece().number()));
        }
    }

    void undone() {
        if (entry != null) {
            if (entry.done() == 0) {
                fileDone();
            } else {
                write(entry.done(entry.done()));
            }
        }
    }

    void fileDone() {
        entry = null;
        if (journal != null) {
            journal.forget(target, table);
        }
    }

    private void write(RunJournal.Entry changed) {
        if (journal != null) {
            entry = changed;
            journal.write(target, table, changed);
        }
    }
}
