package mana.studio.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.design.Sketch;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;
import mana.studio.testing.TestServer.TestDatabase;

/// A real database that is designed upon: its catalog is read, and designs are applied to it by plan.
public record RealDesign(TestDatabase server) {
    /// A fresh database with what the script makes.
    public static RealDesign of(String script) {
        return new RealDesign(TestServer.freshDatabase().run(script));
    }

    public DataSource source() {
        return server.source();
    }

    /// Runs statements in it, past the design.
    public void run(String sql) {
        server.run(sql);
    }

    public Snapshot snapshot() {
        try {
            return new CatalogReader(server.source()).read(new Cancellation());
        } catch (SQLException lost) {
            throw new AssertionError(lost);
        }
    }

    public Database read() {
        return snapshot().database();
    }

    /// Applies the way from what was read to the design; returns the SQL that ran.
    public String apply(Database base, Sketch design) {
        String sql =
                Planner.planDesign(base, design.database(), design.labels()).sql();
        server.run(sql);
        return sql;
    }

    /// The first column of every row, as text.
    public List<String> rows(String query) {
        try (Connection connection = server.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException refused) {
            throw new AssertionError(query, refused);
        }
    }
}
