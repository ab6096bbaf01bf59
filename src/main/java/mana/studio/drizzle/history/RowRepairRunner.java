package mana.studio.drizzle.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import mana.studio.connection.Cancellation;

/// Runs a repair of the books that a person has looked at.
public final class RowRepairRunner {
    private RowRepairRunner() {}

    /// Runs its statements in one transaction; takes all back where one fails, or touches other rows than it said.
    ///
    /// @param connection of its own, without a transaction
    /// @throws SQLException where the server refuses, or the rows are no longer what they were
    public static void run(Connection connection, Repair.OfRows repair, Cancellation cancellation) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                Cancellation.Running _ = cancellation.watch(statement)) {
            statement.setEscapeProcessing(false);
            for (int i = 0; i < repair.statements().size(); i++) {
                statement.execute(repair.statements().get(i));
                int wanted = repair.touches().get(i);
                int touched = statement.getUpdateCount();
                if (wanted >= 0 && touched != wanted) {
                    throw new SQLException("The rows are no longer what they were: " + touched
                            + " would change instead of " + wanted + ". Nothing was changed.");
                }
            }
            connection.commit();
        } catch (SQLException refused) {
            connection.rollback();
            throw refused;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
