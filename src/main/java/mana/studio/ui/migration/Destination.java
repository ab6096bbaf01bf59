package mana.studio.ui.migration;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import mana.studio.design.PendingChange;
import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Books;
import mana.studio.drizzle.history.BooksRow;
import mana.studio.drizzle.project.Service;
import mana.studio.drizzle.write.Place;
import mana.studio.drizzle.write.Prefix;
import org.jspecify.annotations.Nullable;

/// A service that a migration can be written for.
///
/// @param books    of its migrator, in the open database; null where they could not be read
/// @param own      what is pending in its schemas
/// @param homeless what is pending in schemas that no service owns: it can go along with any
record Destination(
        Service service,
        MigrationFolder folder,
        @Nullable Books books,
        List<PendingChange> own,
        List<PendingChange> homeless) {
    Destination {
        own = List.copyOf(own);
        homeless = List.copyOf(homeless);
    }

    String name() {
        return service.name();
    }

    Path root() {
        return folder.root();
    }

    /// `mana-auth · 3 changes`.
    String words() {
        return own.isEmpty()
                ? name() + " · no changes"
                : name() + " · " + (own.size() == 1 ? "1 change" : own.size() + " changes");
    }

    /// What the configuration says.
    Prefix prefix() {
        return service.config() == null
                ? Prefix.INDEX
                : Prefix.of(service.config().prefix()).orElse(Prefix.INDEX);
    }

    /// Whether there is a choice: 1.0 knows one way to name a folder.
    boolean hasPrefix() {
        return folder.layout() != Layout.FOLDERS && !(folder.layout() == Layout.EMPTY && service.isOfV1());
    }

    Place place(Prefix prefix, MigrationFolder now, Instant time) {
        Long newest =
                books == null ? null : books.newest().map(BooksRow::createdAt).orElse(null);
        return new Place(
                now,
                service.isOfV1() ? Layout.FOLDERS : Layout.JOURNAL,
                prefix,
                service.config() == null || service.config().breakpoints(),
                newest,
                service.table().sql(),
                time);
    }
}
