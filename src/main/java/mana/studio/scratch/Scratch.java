package mana.studio.scratch;

import mana.studio.connection.Cancellation;
import mana.studio.ddl.Ddl;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// What a real PostgreSQL makes of a script, or of a model. On the shared scratch server.
public final class Scratch {
    private Scratch() {}

    /// The database that a script creates in an empty one.
    ///
    /// @throws ScratchException where the script cannot be loaded
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static Database read(String script, Cancellation cancellation) throws ScratchException {
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(script, cancellation);
            return named(database.read(cancellation), "scratch", "postgres", null);
        }
    }

    /// The same database as the scratch server's version understands and writes it, so that what means the same is
    /// equal: expressions deparsed, names cut, what is implicit in one version named as in another. Name, owner, comment
    /// and versions of extensions stay as they were.
    ///
    /// @throws ScratchException where it cannot be made there: an extension is missing, or something of its version
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public static Database canonical(Database original, Cancellation cancellation) throws ScratchException {
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(Ddl.of(original), cancellation);
            Database read = database.read(cancellation);
            return named(read, original.name(), original.owner(), original.comment());
        }
    }

    private static Database named(
            Database database, String name, String owner, @Nullable String comment) {
        return new Database(
                name,
                database.version(),
                owner,
                comment,
                database.schemas(),
                database.extensions(),
                database.others(),
                database.dependencies());
    }
}
