package mana.studio.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person says beside the two databases.
///
/// @param renames what stays what it is under another name; names are those before any of the renames
/// @param schemas the schemas to change; empty for all, with extensions and whatever lives in no schema
/// @param runner  the role that will run the plan and own what it creates; null for the owner of the database
/// @param rows    evidence for renames
public record PlanOptions(
        List<Rename> renames,
        List<String> schemas,
        @Nullable String runner,
        RowCounts rows) {
    public static final PlanOptions NONE = new PlanOptions(List.of(), List.of(), null);

    public PlanOptions(List<Rename> renames, List<String> schemas, @Nullable String runner) {
        this(renames, schemas, runner, RowCounts.UNKNOWN);
    }

    public PlanOptions {
        renames = List.copyOf(renames);
        schemas = List.copyOf(schemas);
    }

    public PlanOptions withRows(RowCounts known) {
        return new PlanOptions(renames, schemas, runner, known);
    }

    public PlanOptions withRenames(List<Rename> others) {
        return new PlanOptions(others, schemas, runner, rows);
    }
}
