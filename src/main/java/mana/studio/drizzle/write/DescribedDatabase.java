package mana.studio.drizzle.write;

import mana.studio.connection.Cancellation;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.schema.Database;
import mana.studio.scratch.ScratchException;
import org.jspecify.annotations.Nullable;

/// What a snapshot is as a database, made on the scratch server once as long as the same is asked for.
final class DescribedDatabase {
    private @Nullable DrizzleSchema schema;
    private @Nullable Database database;

    /// Null where it cannot be made.
    @Nullable
    Database of(DrizzleSchema wanted, Cancellation cancellation) {
        if (!wanted.equals(schema)) {
            try {
                database = Snapshots.toDatabase(wanted, cancellation);
            } catch (ScratchException unmakeable) {
                database = null;
            }
            schema = wanted;
        }
        return database;
    }
}
