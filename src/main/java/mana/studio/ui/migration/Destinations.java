package mana.studio.ui.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.convention.ServiceRegistry;
import mana.studio.design.Design;
import mana.studio.design.PendingChange;
import mana.studio.design.PendingChanges;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Books;
import mana.studio.drizzle.history.BooksReader;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.drizzle.project.Service;
import mana.studio.drizzle.write.MigrationFiles;
import mana.studio.drizzle.write.Recovery;
import mana.studio.schema.Database;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// The services of a project, with what is pending for each.
///
/// @param all      those with changes first
/// @param recovered what was left of writes that were killed, and has been put right
/// @param unread   why the migrators' books could not be read; null where they could
record Destinations(
        Path root,
        List<Destination> all,
        List<Recovery> recovered,
        @Nullable String unread) {
    Destinations {
        all = List.copyOf(all);
        recovered = List.copyOf(recovered);
    }

    /// @throws IOException where the project cannot be read
    static Destinations read(
            Path root,
            ServiceRegistry registry,
            ProjectSettings settings,
            DataSource database,
            Design design,
            Cancellation cancellation)
            throws IOException {
        List<Recovery> recovered = new ArrayList<>();
        Project project = ProjectScan.scan(root, registry, settings.answers(root));
        Map<Service, MigrationFolder> folders = new LinkedHashMap<>();
        for (Service service : project.services()) {
            MigrationFiles.recover(service.migrations()).ifPresent(recovered::add);
            folders.put(service, MigrationFiles.read(service.migrations()));
        }
        Map<MigrationsTable, Books> books = Map.of();
        String unread = null;
        try {
            books = new BooksReader(database)
                    .read(project.services().stream().map(Service::table).toList(), cancellation);
        } catch (SQLException refused) {
            unread = refused.getMessage();
        }
        return new Destinations(project.root(), sorted(folders, books, design), recovered, unread);
    }

    private static List<Destination> sorted(
            Map<Service, MigrationFolder> folders, Map<MigrationsTable, Books> books, Design design) {
        List<PendingChange> changes = PendingChanges.of(design.base(), design.current());
        Set<String> owned = new HashSet<>();
        folders.keySet().forEach(service -> owned.addAll(service.owns()));
        List<PendingChange> homeless = changes.stream()
                .filter(change -> schemas(design, change).noneMatch(owned::contains))
                .toList();
        return folders.entrySet().stream()
                .map(entry -> new Destination(
                        entry.getKey(),
                        entry.getValue(),
                        books.get(entry.getKey().table()),
                        changes.stream()
                                .filter(change -> schemas(design, change)
                                        .anyMatch(entry.getKey().owns()::contains))
                                .toList(),
                        homeless))
                .sorted(Comparator.comparing(
                                (Destination destination) -> destination.own().isEmpty())
                        .thenComparing(Destination::name))
                .toList();
    }

    /// The schemas that a change lies in, by their names before and after.
    static Stream<String> schemas(Design design, PendingChange change) {
        return Stream.of(design.base(), design.database()).flatMap(database -> schemas(database, change));
    }

    private static Stream<String> schemas(Database database, PendingChange change) {
        return Stream.concat(
                database.schemas().stream()
                        .filter(schema -> schema.id().same(change.object()))
                        .map(Schema::name),
                database.objects()
                        .filter(object -> object.id().same(change.object()))
                        .map(SchemaObject::name)
                        .map(name -> name.schema()));
    }
}
