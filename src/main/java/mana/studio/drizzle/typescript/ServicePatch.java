package mana.studio.drizzle.typescript;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.project.DrizzleConfig;
import mana.studio.drizzle.project.Service;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.drizzle.typescript.Options.Line;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;

/// The patch of a service's schema files for a design.
///
/// @param folder where the names of the patch's files lead from
public record ServicePatch(Service service, Path folder, Patch patch) {
    /// Nothing for a service that the design does not touch, or that has no schema files.
    ///
    /// @throws UnreadableTypeScript where one of them cannot be cut into tokens
    public static Optional<ServicePatch> of(Service service, Database base, Database design)
            throws IOException, UnreadableTypeScript {
        ServiceScope scope = ServiceScope.of(Set.copyOf(service.owns()));
        DrizzleSchema from =
                Translation.of(base, scope, DrizzleSchema.EMPTY, null).schema();
        DrizzleSchema to =
                Translation.of(design, scope, DrizzleSchema.EMPTY, null).schema();
        if (from.equals(to) || service.schemaFiles().isEmpty()) {
            return Optional.empty();
        }
        List<TypeScriptFile> files = new ArrayList<>();
        for (Path file : service.schemaFiles()) {
            String name = service.folder().relativize(file).toString().replace('\\', '/');
            files.add(new TypeScriptFile(name, Files.readString(file)));
        }
        Patch patch = Patch.of(files, from, to, renames(base, design), options(service));
        return Optional.of(new ServicePatch(service, service.folder(), patch));
    }

    private static Options options(Service service) {
        DrizzleConfig config = service.config();
        boolean snake = config != null && "snake_case".equals(config.casing());
        return Options.DEFAULT
                .withCasing(snake ? Casing.SNAKE_CASE : Casing.NAMED)
                .withLine(service.isOfV1() ? Line.V1 : Line.STABLE);
    }

    /// What the identities of a design tell; what moves to another schema is not renamed in the code.
    private static List<Rename> renames(Database base, Database design) {
        List<mana.studio.plan.Rename> said = Planner.renames(base, design, List.of());
        Map<QualifiedName, QualifiedName> relations = new HashMap<>();
        said.stream()
                .filter(rename -> rename.what() == Kind.RELATION)
                .forEach(rename -> relations.put(name(rename.from()), name(rename.to())));
        return said.stream().flatMap(rename -> rename(rename, relations)).toList();
    }

    private static Stream<Rename> rename(mana.studio.plan.Rename rename, Map<QualifiedName, QualifiedName> relations) {
        List<String> from = rename.from();
        List<String> to = rename.to();
        return switch (rename.what()) {
            case RELATION ->
                from.getFirst().equals(to.getFirst())
                        ? Stream.of(new Rename.OfTable(name(from), name(to)))
                        : Stream.empty();
            case TYPE ->
                from.getFirst().equals(to.getFirst())
                        ? Stream.of(new Rename.OfEnum(name(from), name(to)))
                        : Stream.empty();
            case COLUMN -> {
                QualifiedName table = name(from);
                yield Stream.of(
                        new Rename.OfColumn(relations.getOrDefault(table, table), from.getLast(), to.getLast()));
            }
            case SCHEMA, CONSTRAINT, INDEX, TRIGGER, POLICY, LABEL -> Stream.empty();
        };
    }

    private static QualifiedName name(List<String> parts) {
        return new QualifiedName(parts.get(0), parts.get(1));
    }
}
