package mana.studio.connection;

import static java.lang.ProcessBuilder.Redirect.DISCARD;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The data folder of an embedded server: which server runs on it, and whose it is.
record ServerFolder(Path folder) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerFolder.class);

    /// Held by the JVM that started the server, for as long as it lives: EmbeddedPostgres' own lock.
    private static final String LOCK = "epg-lock";

    private static final int PATIENCE_SECONDS = 15;
    private static final String LAST_PORT = "mana-port";

    record Running(long pid, int port) {}

    /// The server that runs on this folder; null for none. `postmaster.pid`: pid, folder, start time, port … one a
    /// line, written by `src/backend/utils/init/miscinit.c`.
    @Nullable Running running() throws IOException {
        try {
            List<String> lines = Files.readAllLines(pidFile());
            if (lines.size() < 4) {
                return null;
            }
            long pid = Long.parseLong(lines.get(0).strip());
            int port = Integer.parseInt(lines.get(3).strip());
            return isPostgres(pid) ? new Running(pid, port) : null;
        } catch (NoSuchFileException none) {
            return null;
        } catch (NumberFormatException unreadable) {
            LOG.warn("{} is not a postmaster.pid", pidFile());
            return null;
        }
    }

    /// A server that was killed leaves its `postmaster.pid`; where its pid was given to another process since,
    /// PostgreSQL would refuse to start.
    void forgetDead() throws IOException {
        if (running() == null) {
            Files.deleteIfExists(pidFile());
        }
    }

    /// Whether the JVM that started the server is gone.
    boolean isOrphan() throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException ofThisJvm) {
            return false;
        }
    }

    /// The port its server had the last time; 0 where that is not known.
    int lastPort() {
        try {
            return Integer.parseInt(Files.readString(folder.resolve(LAST_PORT)).strip());
        } catch (IOException | NumberFormatException unknown) {
            return 0;
        }
    }

    void rememberPort(int port) throws IOException {
        Files.writeString(folder.resolve(LAST_PORT), String.valueOf(port));
    }

    /// Ends the server, whoever started it, and waits until it has ended. Its sessions are ended with it.
    ///
    /// @param programs where the server's programs were unpacked
    void stop(Path programs) throws IOException {
        Running server = running();
        if (server == null) {
            return;
        }
        // "Fast shutdown" is SIGINT: server administration, "Shutting Down the Server". pg_ctl, which Windows needs,
        // refuses to run as root.
        List<String> command = File.separatorChar == '/'
                ? List.of("kill", "-INT", String.valueOf(server.pid()))
                : List.of(pgCtl(programs).toString(), "stop", "-D", folder.toString(), "-m", "fast", "-W");
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(DISCARD).start();
        try {
            Optional<ProcessHandle> process = ProcessHandle.of(server.pid());
            if (process.isPresent()) {
                process.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (TimeoutException | ExecutionException stillThere) {
            throw new IOException("The server on " + folder + " does not stop.", stillThere);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Path pgCtl(Path programs) throws IOException {
        try (Stream<Path> files = Files.find(programs, 3, (path, _) -> path.endsWith("pg_ctl.exe"))) {
            return files.findFirst().orElseThrow(() -> new IOException("There is no pg_ctl in " + programs + "."));
        }
    }

    /// Ends scratch servers whose JVM was killed, and deletes their folders, which are named `pid-…`.
    static void clearOrphans(Path parent, Path programs) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            for (Path folder : folders.filter(ServerFolder::isLeftBehind).toList()) {
                ServerFolder server = new ServerFolder(folder);
                if (server.running() != null) {
                    server.stop(programs);
                }
                delete(folder);
            }
        }
    }

    private static boolean isLeftBehind(Path folder) {
        String name = folder.getFileName().toString();
        try {
            long pid = Long.parseLong(name.substring(0, Math.max(0, name.indexOf('-'))));
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    /// Copies the folder of a server that does not run.
    void copyTo(Path copy) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                if (!file.endsWith(LOCK) && !file.endsWith("postmaster.pid")) {
                    // With its permissions: the server refuses a folder that others may enter.
                    Files.copy(file, copy.resolve(folder.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info().command().map(c -> c.contains("postgres")).orElse(true))
                .orElse(false);
    }

    private Path pidFile() {
        return folder.resolve("postmaster.pid");
    }
}
