package mana.studio.drizzle.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mana.studio.drizzle.files.Migration.SnapshotFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// The first words of a snapshot, read in passing: a snapshot may be megabytes, and a folder holds hundreds.
final class SnapshotHeader {
    /// What the first snapshot of a chain names as its parent.
    static final String NO_PARENT = "00000000-0000-0000-0000-000000000000";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private @Nullable String version;
    private @Nullable String id;
    private final List<String> parents = new ArrayList<>();

    private SnapshotHeader() {}

    /// Null where it cannot be read, then with a flaw the more.
    static @Nullable SnapshotFile read(Path path, List<Flaw> flaws) {
        SnapshotHeader header = new SnapshotHeader();
        try (var input = Files.newInputStream(path);
                JsonParser parser = MAPPER.createParser(input)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                flaws.add(new Flaw.Unreadable(path, "It is not a snapshot."));
                return null;
            }
            header.fields(parser);
        } catch (JacksonException broken) {
            flaws.add(new Flaw.Unreadable(path, "It is not JSON: " + broken.getOriginalMessage()));
            return null;
        } catch (IOException refused) {
            flaws.add(new Flaw.Unreadable(path, "It cannot be read: " + refused.getMessage()));
            return null;
        }
        if (header.id == null || header.version == null) {
            flaws.add(
                    new Flaw.Unreadable(path, "It is a snapshot without " + (header.id == null ? "id." : "version.")));
            return null;
        }
        return new SnapshotFile(path, header.version, header.id, List.copyOf(header.parents));
    }

    /// To the very end: half a snapshot, or one with a merge's marks in it, is none.
    private void fields(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "version" -> version = value.isScalarValue() ? parser.getString() : null;
                case "id" -> id = value == JsonToken.VALUE_STRING ? parser.getString() : null;
                case "prevId", "prevIds" -> parents(parser, value);
                default -> parser.skipChildren();
            }
        }
        parser.nextToken();
    }

    private void parents(JsonParser parser, JsonToken value) {
        if (value == JsonToken.VALUE_STRING) {
            parents.add(parser.getString());
        } else if (value == JsonToken.START_ARRAY) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parents.add(parser.getString());
            }
        } else {
            parser.skipChildren();
        }
    }
}
