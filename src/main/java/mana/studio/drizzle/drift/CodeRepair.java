package mana.studio.drizzle.drift;

import java.util.List;
import java.util.Objects;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.drizzle.typescript.Options;
import mana.studio.drizzle.typescript.Patch;
import mana.studio.drizzle.typescript.TypeScriptFile;
import mana.studio.drizzle.typescript.UnreadableTypeScript;
import mana.studio.schema.Database;
import mana.studio.schema.Part;

/// The other direction of a repair: the TypeScript is made to say what the database has.
public final class CodeRepair {
    private CodeRepair() {}

    /// @param read  with code and database
    /// @param part  what differs
    /// @param files the service's schema files as they are now
    /// @throws UnreadableTypeScript where a file cannot be cut into tokens
    public static Patch of(DriftReader.Read read, Part part, List<TypeScriptFile> files, Options options)
            throws UnreadableTypeScript {
        Drift drift = read.drift();
        Database code = Objects.requireNonNull(drift.sides().get(Side.CODE), "the code was read");
        Database live = Objects.requireNonNull(drift.sides().get(Side.DATABASE), "the database was read");
        ServiceScope scope = ServiceScope.of(drift.schemas());
        DrizzleSchema now = Translation.of(
                        code, scope, read.said(), drift.sides().get(Side.SNAPSHOT))
                .schema();
        DrizzleSchema wanted =
                Translation.of(Graft.of(code, live, part), scope, now, code).schema();
        return Patch.of(files, now, wanted, List.of(), options);
    }
}
