package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Optional;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.schema.QualifiedName;

/// Writes a schema as Drizzle's TypeScript. Compiled by drizzle-kit it gives the schema again.
public final class TypeScript {
    private TypeScript() {}

    /// The whole schema, in as many files as the layout has.
    public static List<TypeScriptFile> write(DrizzleSchema schema, Options options) {
        return new FileWriter(schema, options).files();
    }

    /// One PostgreSQL schema: what stands elsewhere is imported.
    public static Optional<TypeScriptFile> schema(DrizzleSchema schema, String name, Options options) {
        return new FileWriter(schema, options.withLayout(Options.Layout.FILE_PER_SCHEMA)).fileOf(Thing.schema(name));
    }

    /// One table with the enums that only it uses: what stands elsewhere is imported.
    public static Optional<TypeScriptFile> table(DrizzleSchema schema, QualifiedName name, Options options) {
        return new FileWriter(schema, options.withLayout(Options.Layout.FILE_PER_TABLE)).fileOf(Thing.table(name));
    }
}
