package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mana.studio.drizzle.snapshot.Json;
import mana.studio.drizzle.write.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The text of a journal with more entries, as drizzle-kit writes it: what is in it already stays as it is.
final class JournalText {
    private static final String VERSION = "7";

    private JournalText() {}

    /// The journal of a folder as it stands; null where there is none.
    static @Nullable String read(Path root) throws Refusal {
        Path journal = root.resolve(FolderContents.JOURNAL);
        try {
            return Files.exists(journal) ? Files.readString(journal) : null;
        } catch (IOException refused) {
            throw new Refusal(Reason.UNREADABLE, "The journal cannot be read: " + refused.getMessage(), refused);
        }
    }

    static String with(@Nullable String journal, List<Stamp> stamps, boolean breakpoints) throws Refusal {
        ObjectNode root = journal == null ? fresh() : parsed(journal);
        ArrayNode entries = (ArrayNode) root.get("entries");
        for (Stamp stamp : stamps) {
            entries.addObject()
                    .put("idx", stamp.index())
                    .put("version", VERSION)
                    .put("when", stamp.when())
                    .put("tag", stamp.tag())
                    .put("breakpoints", breakpoints);
        }
        return Json.indented(root);
    }

    private static ObjectNode fresh() {
        ObjectNode root = Json.object().put("version", VERSION).put("dialect", "postgresql");
        root.putArray("entries");
        return root;
    }

    private static ObjectNode parsed(String journal) throws Refusal {
        try {
            JsonNode root = Json.read(journal);
            if (!(root instanceof ObjectNode object) || !object.path("entries").isArray()) {
                throw new Refusal(Reason.UNREADABLE, "The journal has no list of entries: nothing is added to it.");
            }
            String dialect = object.path("dialect").asString("postgresql");
            if (!dialect.equals("postgresql") && !dialect.equals("pg")) {
                throw new Refusal(Reason.LAYOUT, "The journal is one for " + dialect + ", not for PostgreSQL.");
            }
            return object;
        } catch (JacksonException broken) {
            throw new Refusal(
                    Reason.UNREADABLE,
                    "The journal is no JSON (" + broken.getOriginalMessage() + "): nothing is added to it.",
                    broken);
        }
    }
}
