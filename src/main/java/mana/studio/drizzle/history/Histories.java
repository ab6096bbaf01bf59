package mana.studio.drizzle.history;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Simulation.Participant;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.drizzle.project.Service;

/// The histories of all services of a project in one database.
///
/// @param all   in the order of the project's services
/// @param books of every table that a service names, and of those that look like books
public record Histories(
        Project project,
        Map<String, MigrationFolder> folders,
        Map<MigrationsTable, Books> books,
        Attribution attribution,
        List<History> all) {
    public Histories {
        folders = Map.copyOf(folders);
        books = Map.copyOf(books);
        all = List.copyOf(all);
    }

    /// Reads files and rows, and puts them side by side.
    ///
    /// @throws SQLException where the database cannot be asked
    public static Histories read(Project project, DataSource database, Instant now, Cancellation cancellation)
            throws SQLException {
        List<MigrationsTable> tables =
                project.services().stream().map(Service::table).toList();
        Map<MigrationsTable, Books> books = new BooksReader(database).read(tables, cancellation);
        return of(project, ProjectScan.folders(project), books, now);
    }

    static Histories of(
            Project project, Map<String, MigrationFolder> folders, Map<MigrationsTable, Books> books, Instant now) {
        Attribution attribution = Attribution.of(folders);
        List<History> all = new ArrayList<>();
        for (Service service : project.services()) {
            MigrationFolder folder = folders.get(service.name());
            if (folder != null) {
                List<String> sharing = project.services().stream()
                        .filter(other -> other != service && other.table().equals(service.table()))
                        .map(Service::name)
                        .toList();
                Books own = books.getOrDefault(service.table(), Books.none(service.table()));
                all.add(History.of(new History.Setting(
                        service.name(),
                        folder,
                        own,
                        attribution,
                        line(service, folder),
                        sharing,
                        service.drizzleOrm(),
                        now)));
            }
        }
        return new Histories(project, folders, books, attribution, all);
    }

    private static Line line(Service service, MigrationFolder folder) {
        return service.isOfV1() ? Line.V1 : Line.of(folder);
    }

    public Optional<History> of(String service) {
        return all.stream().filter(history -> history.service().equals(service)).findFirst();
    }

    /// What happens if services are migrated now, in this order.
    public Simulation simulate(List<String> order) {
        Map<String, Participant> participants = new LinkedHashMap<>();
        all.forEach(history -> participants.put(
                history.service(),
                new Participant(
                        history.service(),
                        history.folder(),
                        history.books().table(),
                        history.setting().line())));
        return Simulation.of(
                order.stream()
                        .filter(participants::containsKey)
                        .map(participants::get)
                        .toList(),
                books,
                attribution);
    }
}
