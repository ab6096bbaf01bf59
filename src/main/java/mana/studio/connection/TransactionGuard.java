package mana.studio.connection;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;

/// A session behind a pooler in transaction mode, seen as one of our own: nothing it sets outlives a transaction.
///
/// Each transaction starts with the guards as `SET LOCAL`. What runs outside a transaction gets one of its own, and is
/// committed at once; its result was fetched whole and stays readable. Isolation and read-only, which JDBC would set
/// for the session, are set for each transaction. So a statement that refuses to run inside a transaction (`CREATE
/// INDEX CONCURRENTLY`, `VACUUM`) needs a connection that does not go through the pooler, as PgBouncer's own
/// documentation has it.
final class TransactionGuard implements InvocationHandler {
    private final Connection session;
    private final SessionGuards guards;
    private boolean autoCommit = true;
    private boolean readOnly;
    private int isolation = Connection.TRANSACTION_READ_COMMITTED;

    private TransactionGuard(Connection session, SessionGuards guards) {
        this.session = session;
        this.guards = guards;
    }

    /// @param session stays the caller's to close, through what is returned
    static Connection guard(Connection session, SessionGuards guards) throws SQLException {
        session.setAutoCommit(false);
        return proxy(Connection.class, new TransactionGuard(session, guards));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
        return switch (method.getName()) {
            case "getAutoCommit" -> autoCommit;
            case "setAutoCommit" -> {
                setAutoCommit((boolean) first(arguments));
                yield null;
            }
            case "isReadOnly" -> readOnly;
            case "setReadOnly" -> {
                readOnly = (boolean) first(arguments);
                yield null;
            }
            case "getTransactionIsolation" -> isolation;
            case "setTransactionIsolation" -> {
                isolation = (int) first(arguments);
                yield null;
            }
            case "createStatement" -> watched(Statement.class, proxy, call(session, method, arguments));
            case "prepareStatement" -> watched(PreparedStatement.class, proxy, call(session, method, arguments));
            case "prepareCall" -> watched(CallableStatement.class, proxy, call(session, method, arguments));
            case "close" -> {
                close();
                yield null;
            }
            case "equals" -> proxy == first(arguments);
            case "hashCode" -> System.identityHashCode(proxy);
            default -> call(session, method, arguments);
        };
    }

    private void setAutoCommit(boolean wanted) throws SQLException {
        if (wanted && !autoCommit) {
            session.commit();
        }
        autoCommit = wanted;
    }

    private void close() throws SQLException {
        if (session.isClosed()) {
            return;
        }
        try {
            session.rollback();
            session.setAutoCommit(true);
        } finally {
            session.close();
        }
    }

    private <S extends Statement> S watched(Class<S> type, Object connection, @Nullable Object statement) {
        S raw = Objects.requireNonNull(type.cast(statement));
        return proxy(type, (proxy, method, arguments) -> {
            String name = method.getName();
            if (name.startsWith("execute")) {
                return execute(raw, method, arguments);
            }
            return switch (name) {
                case "getConnection" -> connection;
                case "equals" -> proxy == first(arguments);
                case "hashCode" -> System.identityHashCode(proxy);
                default -> call(raw, method, arguments);
            };
        });
    }

    private @Nullable Object execute(Statement statement, Method method, Object @Nullable [] arguments)
            throws Throwable {
        if (!autoCommit) {
            begin();
            return call(statement, method, arguments);
        }
        try {
            begin();
            // A result fetched in parts would end with the transaction.
            statement.setFetchSize(0);
            Object result = call(statement, method, arguments);
            session.commit();
            return result;
        } catch (Throwable refused) {
            session.rollback();
            throw refused;
        }
    }

    private void begin() throws SQLException {
        if (session.unwrap(BaseConnection.class).getTransactionState() != TransactionState.IDLE) {
            return;
        }
        try (Statement statement = session.createStatement()) {
            statement.execute(guards.transactionStatements());
            statement.execute("SET TRANSACTION ISOLATION LEVEL " + isolationName());
            if (readOnly) {
                statement.execute("SET TRANSACTION READ ONLY");
            }
        }
    }

    private String isolationName() {
        return switch (isolation) {
            case Connection.TRANSACTION_SERIALIZABLE -> "SERIALIZABLE";
            case Connection.TRANSACTION_REPEATABLE_READ -> "REPEATABLE READ";
            default -> "READ COMMITTED";
        };
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(TransactionGuard.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object first(Object @Nullable [] arguments) {
        if (arguments == null) {
            throw new IllegalArgumentException("an argument is missing");
        }
        return arguments[0];
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause() == null ? thrown : thrown.getCause();
        }
    }
}
