package mana.studio.drizzle.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mana.studio.drizzle.write.Refusal.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The text of a journal with more entries, as drizzle-kit writes it: what is in it already stays as it is.
final class JournalText {
    private static final String VERSION = "7";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final DefaultPrettyPrinter INDENTED = new DefaultPrettyPrinter()
            .withSeparators(Separators.createDefaultInstance()
                    .withObjectNameValueSpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("")
                    .withArrayEmptySeparator(""))
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

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
        return MAPPER.writer().with(INDENTED).writeValueAsString(root);
    }

    private static ObjectNode fresh() {
        ObjectNode root = MAPPER.createObjectNode().put("version", VERSION).put("dialect", "postgresql");
        root.putArray("entries");
        return root;
    }

    private static ObjectNode parsed(String journal) throws Refusal {
        try {
            JsonNode root = MAPPER.readTree(journal);
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
