package mana.studio.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/// The incident of December 2025, rebuilt: the first migration of mana-core-auth was applied; then its file was
/// rewritten
/// and its `when` set back by a year, and three more were added by hand with a `when` of the year before. The migrator
/// passed over all of them without a word; a fresh database got them all. The project beside it is as it was on the
/// evening of the 19th. Names and statements are the demo's own.
final class DemoIncident {
    /// The `when` that the first migration had when it ran.
    private static final long RAN = 1766081368788L;

    private DemoIncident() {}

    /// Applies the first migration as it was then, and records it.
    static void fill(DataSource empty, DemoProgress progress) throws IOException, SQLException {
        progress.step("Going back to December 2025", -1);
        Migration first = new Migration("0000_initial_auth", RAN, DemoResource.text("incident/as-it-ran.sql"));
        try (Connection connection = empty.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute("CREATE SCHEMA drizzle");
            statement.execute("CREATE TABLE drizzle.__drizzle_migrations"
                    + " (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at bigint)");
            for (String piece : first.pieces()) {
                statement.execute(piece);
            }
            statement.execute("INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('" + first.hash()
                    + "', " + first.when() + ")");
        }
    }
}
