package mana.studio.scratch;

import java.util.List;
import java.util.concurrent.CancellationException;
import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.sql.Identifier;
import mana.studio.statement.Statements;
import org.jspecify.annotations.Nullable;

/// Tries queries of views on the scratch server: in a database that holds what they may read, without rows. It is made
/// once and used as long as the tables and views around the query stay as they are. Safe for use by several threads,
/// one
/// trial at a time.
public final class QueryTrial implements AutoCloseable {
    private @Nullable ScratchDatabase database;
    private @Nullable Database loaded;
    private boolean closed;

    /// What the server makes of a query.
    public sealed interface Outcome {
        /// @param view its columns, and the query as the server writes it
        record Fine(View view) implements Outcome {}

        /// @param start where in the query the mistake begins; -1 where the server does not say
        record Wrong(ScratchFailure failure, int start) implements Outcome {}
    }

    /// Tries a query.
    ///
    /// @param around what it may read: the database without the view itself and what reads it
    /// @throws ScratchException where the scratch server cannot be used, or cannot hold what is around
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public synchronized Outcome run(Database around, QualifiedName name, String query, Cancellation cancellation)
            throws ScratchException {
        Database skeleton = skeleton(around);
        ScratchDatabase there = ready(skeleton, name.schema(), cancellation);
        if (Statements.split(query).size() != 1) {
            String message = query.isBlank() ? "A query is needed." : "A view is one query; this is more.";
            return new Outcome.Wrong(
                    new ScratchFailure(ScratchFailure.Kind.SYNTAX, message, null, null, null, null), -1);
        }
        String quoted = Identifier.quote(name.schema(), name.name());
        String prefix = "CREATE VIEW " + quoted + " AS\n";
        try {
            there.load(prefix + query, cancellation);
        } catch (ScratchException refused) {
            if (refused.failure().kind() == ScratchFailure.Kind.NO_SERVER) {
                throw refused;
            }
            ScratchFailure.Place place = refused.failure().place();
            int start = place == null ? -1 : place.offset() - prefix.length();
            return new Outcome.Wrong(refused.failure(), Math.max(-1, Math.min(start, query.length())));
        }
        try {
            Database read = there.read(cancellation);
            return new Outcome.Fine((View) read.relation(name).orElseThrow());
        } finally {
            there.load("DROP VIEW " + quoted, new Cancellation());
        }
    }

    private ScratchDatabase ready(Database skeleton, String schema, Cancellation cancellation) throws ScratchException {
        if (closed) {
            throw new CancellationException();
        }
        ScratchDatabase current = database;
        if (current != null && skeleton.equals(loaded)) {
            return current;
        }
        drop();
        ScratchDatabase fresh = ScratchServer.shared().create();
        database = fresh;
        try {
            fresh.load(Ddl.of(skeleton), cancellation);
            fresh.load("CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(schema), cancellation);
            loaded = skeleton;
            return fresh;
        } catch (ScratchException | CancellationException failed) {
            drop();
            throw failed;
        }
    }

    /// Only what a query can notice: indexes, checks, triggers, policies and privileges only cost time. Keys stay: what
    /// is
    /// grouped by one may be asked for.
    private static Database skeleton(Database around) {
        return around.withSchemas(
                around.schemas().stream().map(QueryTrial::skeleton).toList());
    }

    private static Schema skeleton(Schema schema) {
        return new Schema(
                Identity.fresh(),
                schema.name(),
                "postgres",
                null,
                Privileges.DEFAULT,
                schema.tables().stream().map(QueryTrial::skeleton).toList(),
                schema.views().stream()
                        .map(view -> view.withIndexes(List.of()).withComment(null))
                        .toList(),
                schema.sequences(),
                schema.enums(),
                schema.domains(),
                schema.composites(),
                schema.routines());
    }

    private static Table skeleton(Table table) {
        List<Constraint> keys = table.constraints().stream()
                .filter(constraint -> constraint instanceof Constraint.PrimaryKey)
                .toList();
        return table.withConstraints(keys)
                .withIndexes(List.of())
                .withTriggers(List.of())
                .withPolicies(List.of())
                .withComment(null);
    }

    private void drop() throws ScratchException {
        ScratchDatabase old = database;
        database = null;
        loaded = null;
        if (old != null) {
            old.close();
        }
    }

    @Override
    public synchronized void close() throws ScratchException {
        closed = true;
        drop();
    }
}
