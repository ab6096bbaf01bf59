package mana.studio.safety.safer;

import java.time.Duration;
import java.util.List;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// One step of a phase. It is done as a whole or not at all, but for {@link Batches}, which can begin again.
public sealed interface Step {
    /// What it is for, in plain words.
    String purpose();

    /// The step as `psql` runs it, with its closing semicolon.
    String sql();

    /// Statements that belong together, in one short transaction. Whoever has to wait longer for a lock than allowed
    /// gives up, lets the others pass, and tries again.
    ///
    /// @param statements  without a closing semicolon
    /// @param lockTimeout how long it may wait for each lock
    /// @param retries     how often it is tried again after `55P03` (lock_not_available)
    /// @param warnings    where there is no form that spares the others: what it locks, rewrites or scans meanwhile
    /// @param losses      what it destroys
    record InTransaction(
            String purpose,
            List<String> statements,
            Duration lockTimeout,
            int retries,
            List<String> warnings,
            List<String> losses)
            implements Step {
        public InTransaction {
            statements = List.copyOf(statements);
            warnings = List.copyOf(warnings);
            losses = List.copyOf(losses);
        }

        @Override
        public String sql() {
            return StepSql.of(this);
        }
    }

    /// A statement that cannot run in a transaction and waits for others as long as it must: a `lock_timeout` would
    /// stop it half-way, and what it leaves then is in the way.
    ///
    /// @param remains what it leaves where it fails; null for nothing
    record Alone(String purpose, String statement, @Nullable Remains remains) implements Step {
        @Override
        public String sql() {
            return StepSql.of(this);
        }
    }

    /// What a statement leaves where it fails.
    ///
    /// @param query gives a row where something is left
    /// @param clear removes it, alone, before the statement is tried again
    record Remains(String query, String clear) {}

    /// Changes rows a batch at a time, in the order of a key, each batch committed, with a pause after it, until no row
    /// is left.
    ///
    /// @param table the table, without those that inherit from it
    /// @param key   the columns whose order it follows; empty where it goes by pages
    /// @param set   what stands after SET
    /// @param where which rows are left to do
    /// @param rows  at most so many in a batch
    record Batches(
            String purpose, QualifiedName table, List<String> key, String set, String where, int rows, Duration pause)
            implements Step {
        public Batches {
            key = List.copyOf(key);
        }

        @Override
        public String sql() {
            return BatchSql.of(this);
        }

        /// Whether a row is left to do.
        public String left() {
            return BatchSql.left(this);
        }
    }

    /// A question that changes nothing. The plan goes on only with the wanted answer.
    ///
    /// @param query  gives one value
    /// @param wanted the value as text
    record Check(String purpose, String query, String wanted) implements Step {
        @Override
        public String sql() {
            return StepSql.of(this);
        }
    }
}
