package mana.studio.drizzle.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Says when something changes in a project's folders: once a burst of changes, when it is over. Has a thread of its
/// own, on which the listener is called; ends when it is closed.
public final class FolderWatch implements AutoCloseable {
    private static final Duration CALM = Duration.ofMillis(300);
    private static final int MOST = 2_000;

    private final WatchService service;
    private final Runnable changed;

    private FolderWatch(WatchService service, Runnable changed) {
        this.service = service;
        this.changed = changed;
    }

    /// Watches where a project keeps its configurations, migrations and schema files.
    ///
    /// @throws IOException where the system does not watch
    public static FolderWatch of(Project project, Runnable changed) throws IOException {
        return of(folders(project), changed);
    }

    static FolderWatch of(Collection<Path> folders, Runnable changed) throws IOException {
        Path any = folders.stream().findFirst().orElse(Path.of("."));
        WatchService service = any.getFileSystem().newWatchService();
        FolderWatch watch = new FolderWatch(service, changed);
        folders.stream().limit(MOST).forEach(watch::register);
        Thread.ofVirtual().name("project watch").start(watch::listen);
        return watch;
    }

    static Set<Path> folders(Project project) {
        Set<Path> folders = new TreeSet<>();
        folders.add(project.root());
        for (Service service : project.services()) {
            folders.add(service.folder());
            folders.add(service.migrations());
            Path parent = service.migrations().getParent();
            if (parent != null) {
                // Where the migrations folder itself appears and disappears.
                folders.add(parent);
            }
            try (Stream<Path> inside = Files.list(service.migrations())) {
                inside.filter(Files::isDirectory).forEach(folders::add);
            } catch (IOException | UncheckedIOException missing) {
                // It is watched once it is there.
            }
            service.schemaFiles().forEach(file -> folders.add(file.getParent()));
        }
        return folders;
    }

    private void register(Path folder) {
        if (Files.isDirectory(folder)) {
            try {
                folder.register(
                        service,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
            } catch (IOException refused) {
                // Its changes are seen at the next refresh.
            }
        }
    }

    private void listen() {
        try {
            while (true) {
                drain(service.take());
                WatchKey more = service.poll(CALM.toMillis(), TimeUnit.MILLISECONDS);
                while (more != null) {
                    drain(more);
                    more = service.poll(CALM.toMillis(), TimeUnit.MILLISECONDS);
                }
                changed.run();
            }
        } catch (ClosedWatchServiceException closed) {
            // That is how it ends.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void drain(WatchKey key) {
        key.pollEvents();
        key.reset();
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
