package mana.studio.scratch;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Database;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.AutoSave;
import org.postgresql.jdbc.PreferQueryMode;

/// A database on a scratch server; dropped when it is closed.
public final class ScratchDatabase implements AutoCloseable {
    private final ScratchServer server;
    private final String name;

    ScratchDatabase(ScratchServer server, String name) {
        this.server = server;
        this.name = name;
    }

    public String name() {
        return name;
    }

    public ScratchServer server() {
        return server;
    }

    /// Sessions of its superuser. They are not kept: each is new, and ends when it is closed.
    public DataSource source() {
        return server.server().source(name);
    }

    /// Runs a script as `psql` does: statement by statement, each committed at once unless the script says otherwise;
    /// commands of `psql` are passed over, the data of `COPY … FROM stdin` is loaded. Roles and tablespaces that the
    /// script names are made on the server. What is about the cluster (`CREATE DATABASE`, `ALTER SYSTEM`) is left out.
    /// What ran before a failure stays.
    ///
    /// @throws ScratchException where the server refuses a statement, or the script wants more than a scratch server does
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public void load(String script, Cancellation cancellation) throws ScratchException {
        try (Connection connection = plain().getConnection()) {
            new Loader(connection, new ClusterObjects(connection, server.maintenance()), script, cancellation).run();
        } catch (SQLException lost) {
            throw ScratchServer.lost(lost);
        }
    }

    /// What is in it now.
    ///
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public Database read(Cancellation cancellation) throws ScratchException {
        try {
            return new CatalogReader(source()).read(cancellation).database();
        } catch (SQLException lost) {
            throw ScratchServer.lost(lost);
        }
    }

    /// A database that holds the same, data included. Nobody may be connected to this one meanwhile.
    public ScratchDatabase copy() throws ScratchException {
        return server.create(name);
    }

    /// The server splits what it is sent, not the driver, which stumbles over `BEGIN ATOMIC`. Inside a transaction that
    /// the script began each statement can be tried again.
    private DataSource plain() throws SQLException {
        PGSimpleDataSource source = source().unwrap(PGSimpleDataSource.class);
        source.setPreferQueryMode(PreferQueryMode.SIMPLE);
        source.setAutosave(AutoSave.ALWAYS);
        return source;
    }

    /// Drops it; whoever is connected to it loses it.
    @Override
    public void close() throws ScratchException {
        server.drop(name);
    }
}
