package mana.studio.drizzle.write;

import java.util.List;
import mana.studio.plan.PlanOptions;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;

/// What a new migration is to do.
///
/// @param base    the database as it is
/// @param target  as it is to be
/// @param renames what stays what it is under another name; names are those of the base
/// @param schemas those of the service, by their names before and after; what lies elsewhere is left to other services
/// @param name    of the migration, without its number
public record Wish(
        Database base, Database target, List<Rename> renames, List<String> schemas, String name, Options options) {
    public Wish {
        renames = List.copyOf(renames);
        schemas = List.copyOf(schemas);
    }

    /// What a person chooses.
    ///
    /// @param down          whether the way back is written beside it
    /// @param indexesByHand whether indexes of standing tables are first built by hand, without stopping writers
    /// @param validateLater whether new checks and foreign keys of standing tables prove the old rows in a migration of
    ///                      its own; so do columns of standing tables that take no NULL any more
    /// @param fillFirst     whether a new column that must have a value comes without that demand, so that rows can be
    ///                      filled before it is made
    /// @param own           statements of the person's own
    public record Options(
            boolean down, boolean indexesByHand, boolean validateLater, boolean fillFirst, List<OwnStatement> own) {
        public static final Options PLAIN = new Options(true, false, false);

        public Options {
            own = List.copyOf(own);
        }

        public Options(boolean down, boolean indexesByHand, boolean validateLater) {
            this(down, indexesByHand, validateLater, false, List.of());
        }
    }

    PlanOptions planned() {
        return new PlanOptions(renames, schemas, null);
    }
}
