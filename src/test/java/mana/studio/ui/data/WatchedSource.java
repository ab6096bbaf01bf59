package mana.studio.ui.data;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javafx.application.Platform;
import javax.sql.DataSource;

/// A way to a server that can be cut, and that counts who asked for a connection on the interface's thread.
final class WatchedSource implements DataSource {
    private final DataSource source;
    private final AtomicInteger onFxThread = new AtomicInteger();
    private volatile boolean cut;

    WatchedSource(DataSource source) {
        this.source = source;
    }

    /// From now on the server cannot be reached.
    void cut() {
        cut = true;
    }

    void mend() {
        cut = false;
    }

    /// How often the interface's thread asked for a connection.
    int askedOnFxThread() {
        return onFxThread.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (Platform.isFxApplicationThread()) {
            onFxThread.incrementAndGet();
        }
        if (cut) {
            throw new SQLException("Connection to 127.0.0.1:5432 refused.", "08001");
        }
        return source.getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
