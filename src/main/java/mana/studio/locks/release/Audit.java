package mana.studio.locks.release;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mana.studio.settings.Places;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What was done to others' sessions: a file to which lines of JSON are only ever appended, each on the disk before
/// anything goes on. Two for each act, one with what is about to be done and one with what came of it, with the same
/// `id`. It holds no password; a statement that speaks of one is left out.
public final class Audit {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int RECENT_BYTES = 1 << 18;

    private final Path file;

    public Audit(Path file) {
        this.file = file;
    }

    /// Among the data of the person who runs the studio.
    public static Audit of(Places places) {
        return new Audit(places.data().resolve("lock-acts.jsonl"));
    }

    public Path file() {
        return file;
    }

    /// @throws IOException where the disk refuses
    public synchronized void append(Map<String, ?> entry) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (!Files.exists(file)) {
            create();
        }
        byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer left = ByteBuffer.wrap(line);
            while (left.hasRemaining()) {
                channel.write(left);
            }
            channel.force(true);
        }
    }

    /// Only for who runs the studio, where the system knows such a thing.
    private void create() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    /// The newest entries, the oldest of them first; none where the file cannot be read.
    synchronized List<JsonNode> recent() {
        List<JsonNode> entries = new ArrayList<>();
        for (String line : tail().split("\n")) {
            try {
                JsonNode entry = JSON.readTree(line);
                if (entry.isObject()) {
                    entries.add(entry);
                }
            } catch (JacksonException half) {
                // The first line may begin in the middle, the last end there.
            }
        }
        return entries;
    }

    private String tail() {
        try (RandomAccessFile reading = new RandomAccessFile(file.toFile(), "r")) {
            long from = Math.max(0, reading.length() - RECENT_BYTES);
            byte[] bytes = new byte[(int) (reading.length() - from)];
            reading.seek(from);
            reading.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException missing) {
            return "";
        }
    }
}
