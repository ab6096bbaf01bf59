package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Translated;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;

/// Writes a schema as Drizzle's TypeScript. Compiled by drizzle-kit it gives the schema again.
public final class TypeScript {
    private static final String MIGRATOR = "drizzle";

    private TypeScript() {}

    /// The whole schema, in as many files as the layout has.
    public static List<TypeScriptFile> write(DrizzleSchema schema, Options options) {
        return new FileWriter(schema, options).files();
    }

    /// One PostgreSQL schema: what stands elsewhere is imported.
    public static Optional<TypeScriptFile> schema(DrizzleSchema schema, String name, Options options) {
        return new FileWriter(schema, options.withLayout(Options.Layout.FILE_PER_SCHEMA)).ofSchema(name);
    }

    /// One table with the enums that only it uses and its relations, or one view, enum or sequence: what stands
    /// elsewhere
    /// is imported.
    public static Optional<TypeScriptFile> object(DrizzleSchema schema, QualifiedName name, Options options) {
        FileWriter writer = new FileWriter(schema, options.withLayout(Options.Layout.FILE_PER_TABLE));
        return writer.withRelations(Thing.table(name))
                .or(() -> writer.withRelations(Thing.view(name)))
                .or(() -> writer.alone(Thing.enumType(name)))
                .or(() -> writer.alone(Thing.sequence(name)));
    }

    /// What a database holds in Drizzle's words, spelled as one would write it; the migrator's own tables are left out.
    public static Translated declared(Database database) {
        Set<String> schemas = database.schemas().stream().map(Schema::name).collect(Collectors.toSet());
        schemas.remove(MIGRATOR);
        return Translation.of(database, ServiceScope.of(schemas), DrizzleSchema.EMPTY, null);
    }
}
