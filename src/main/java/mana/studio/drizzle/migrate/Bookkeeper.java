package mana.studio.drizzle.migrate;

import java.sql.SQLException;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Books;
import mana.studio.drizzle.history.BooksRow;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.sql.Identifier;

/// Keeps a migrations table as drizzle-orm keeps it: the stable line's `PgDialect.migrate`, 1.0's `migrate` and
/// `upgradeIfNeeded`.
final class Bookkeeper {
    private final MigrateSession session;
    private final MigrationsTable table;
    private final boolean named;
    private final Cancellation cancellation;

    Bookkeeper(MigrateSession session, MigrationsTable table, Layout layout, Cancellation cancellation) {
        this.session = session;
        this.table = table;
        this.named = layout == Layout.FOLDERS;
        this.cancellation = cancellation;
    }

    /// Makes the schema and the table where they are missing, and takes an older table over.
    void prepare(MigrationFolder folder, Books books) throws SQLException {
        session.execute("CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(table.schema()), cancellation);
        if (!books.exists()) {
            session.execute(
                    "CREATE TABLE IF NOT EXISTS " + table.sql()
                            + " (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint"
                            + (named ? ", name text, applied_at timestamp with time zone DEFAULT now()" : "") + ")",
                    cancellation);
        } else if (named && !books.named()) {
            upgrade(Upgrade.of(folder, books));
        }
    }

    private void upgrade(Upgrade upgrade) throws SQLException {
        String alter = "ALTER TABLE " + table.sql() + " ADD COLUMN IF NOT EXISTS ";
        try {
            session.execute("BEGIN", cancellation);
            session.execute(alter + "name text", cancellation);
            session.execute(alter + "applied_at timestamp with time zone DEFAULT now()", cancellation);
            for (BooksRow row : upgrade.named().rows()) {
                session.update(
                        "UPDATE " + table.sql() + " SET name = ?, applied_at = NULL WHERE id = ?",
                        cancellation,
                        row.name(),
                        row.id());
            }
            session.execute("COMMIT", cancellation);
        } catch (SQLException refused) {
            session.rollback();
            throw refused;
        }
    }

    void enter(PendingFile file) throws SQLException {
        String hash = file.file().hash();
        long when = file.migration().when();
        if (named) {
            session.update(
                    "INSERT INTO " + table.sql() + " (hash, created_at, name) VALUES (?, ?, ?)",
                    cancellation,
                    hash,
                    when,
                    file.migration().tag());
        } else {
            session.update(
                    "INSERT INTO " + table.sql() + " (hash, created_at) VALUES (?, ?)", cancellation, hash, when);
        }
    }
}
