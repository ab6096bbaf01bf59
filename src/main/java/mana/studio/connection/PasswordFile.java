package mana.studio.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// PostgreSQL's own store of passwords, `~/.pgpass`: "The Password File" in libpq's documentation. The only place
/// where the studio ever writes a password, and only when asked to.
public record PasswordFile(Path path) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    /// The file libpq would read for a target: its `passfile`, `PGPASSFILE`, or the usual place.
    public static PasswordFile of(Target target) {
        String named = target.parameters().get("passfile");
        return named != null && !named.isBlank() ? new PasswordFile(Path.of(named)) : ofUser(System.getenv());
    }

    static PasswordFile ofUser(Map<String, String> environment) {
        String named = environment.getOrDefault("PGPASSFILE", "");
        String roaming = environment.getOrDefault("APPDATA", "");
        if (!named.isBlank()) {
            return new PasswordFile(Path.of(named));
        }
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("windows");
        return new PasswordFile(
                windows && !roaming.isBlank()
                        ? Path.of(roaming, "postgresql", "pgpass.conf")
                        : Path.of(System.getProperty("user.home"), ".pgpass"));
    }

    /// @param secret  null where no line fits
    /// @param warning why the file was not used; null where it was, or is not there
    public record Answer(@Nullable Secret secret, @Nullable String warning) {}

    /// Looks for the password of a target's first endpoint that has one.
    public Answer find(Target target) {
        if (!Files.exists(path)) {
            return new Answer(null, null);
        }
        try {
            if (!Files.isRegularFile(path)) {
                return new Answer(null, path + " was not read: it is not a plain file.");
            }
            if (othersMayRead()) {
                return new Answer(
                        null, path + " was not read: others may read it. Run: chmod 600 " + path);
            }
            List<PasswordLine> lines = lines();
            return new Answer(
                    target.endpoints().stream()
                            .flatMap(endpoint -> firstFor(lines, target, endpoint))
                            .findFirst()
                            .orElse(null),
                    null);
        } catch (IOException refused) {
            return new Answer(null, path + " was not read: " + refused.getMessage());
        }
    }

    /// Writes a password for every endpoint of a target; all other lines stay as they are. The file is replaced at
    /// once and is then readable by its owner only.
    ///
    /// @throws IOException where the disk refuses, or the password cannot stand on one line
    public void remember(Target target, Secret secret) throws IOException {
        if (secret.reveal().chars().anyMatch(c -> c == '\n' || c == '\r' || c == 0)) {
            throw new IOException("A password with a line break cannot be kept in " + path + ".");
        }
        List<PasswordLine> lines = Files.exists(path) ? lines() : new ArrayList<>();
        for (Endpoint endpoint : target.endpoints()) {
            place(lines, PasswordLine.of(target, endpoint, secret), target, endpoint);
        }
        write(lines.stream().map(PasswordLine::text).collect(Collectors.joining("\n", "", "\n")));
    }

    private static Stream<Secret> firstFor(List<PasswordLine> lines, Target target, Endpoint endpoint) {
        return lines.stream().filter(line -> line.matches(target, endpoint)).limit(1).map(PasswordLine::secret);
    }

    /// The first line that fits wins, so the new one goes where the first that fits is: in its place if it says the
    /// same about the same, before it if it has wildcards.
    private static void place(List<PasswordLine> lines, PasswordLine added, Target target, Endpoint endpoint) {
        int first = 0;
        while (first < lines.size() && !lines.get(first).matches(target, endpoint)) {
            first++;
        }
        if (first < lines.size() && lines.get(first).key().equals(added.key())) {
            lines.set(first, added);
        } else {
            lines.add(first, added);
        }
    }

    /// Bytes are kept as they are, whatever their encoding: Latin-1 gives each a character.
    private List<PasswordLine> lines() throws IOException {
        String text = Files.readString(path, StandardCharsets.ISO_8859_1);
        List<PasswordLine> lines = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            lines.add(new PasswordLine(line));
        }
        if (lines.getLast().text().isEmpty()) {
            lines.removeLast();
        }
        return lines;
    }

    private void write(String text) throws IOException {
        Path file = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path temporary = isPosix(folder)
                ? Files.createTempFile(folder, ".pgpass", null, PosixFilePermissions.asFileAttribute(OWNER_ONLY))
                : Files.createTempFile(folder, ".pgpass", null);
        try {
            Files.writeString(temporary, text, StandardCharsets.ISO_8859_1);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private boolean othersMayRead() throws IOException {
        return isPosix(path) && !OWNER_ONLY.containsAll(withoutExecute(Files.getPosixFilePermissions(path)));
    }

    /// libpq objects to any access of group and others, and to nothing of the owner's.
    private static Set<PosixFilePermission> withoutExecute(Set<PosixFilePermission> permissions) {
        return permissions.stream()
                .filter(permission -> permission != PosixFilePermission.OWNER_EXECUTE)
                .collect(Collectors.toSet());
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
