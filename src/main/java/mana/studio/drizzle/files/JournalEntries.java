package mana.studio.drizzle.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a `_journal.json` says, as far as it can be understood.
///
/// @param unreadable why something of it cannot be
record JournalEntries(List<Line> lines, List<Flaw> unreadable) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /// @param index null where the entry has none
    record Line(@Nullable Integer index, String tag, long when, boolean breakpoints) {}

    static JournalEntries read(Path journal) {
        try {
            JsonNode entries =
                    MAPPER.readTree(NodeText.of(Files.readAllBytes(journal))).path("entries");
            if (!entries.isArray()) {
                return unreadable(journal, "It has no list of entries.");
            }
            return of(journal, entries);
        } catch (JacksonException broken) {
            return unreadable(journal, "It is not JSON: " + broken.getOriginalMessage());
        } catch (IOException refused) {
            return unreadable(journal, "It cannot be read: " + refused.getMessage());
        }
    }

    private static JournalEntries unreadable(Path journal, String why) {
        return new JournalEntries(List.of(), List.of(new Flaw.Unreadable(journal, why)));
    }

    private static JournalEntries of(Path journal, JsonNode entries) {
        List<Line> lines = new ArrayList<>();
        List<Flaw> unreadable = new ArrayList<>();
        for (int at = 0; at < entries.size(); at++) {
            JsonNode entry = entries.get(at);
            Long when = whole(entry.path("when"));
            if (!entry.path("tag").isString()) {
                unreadable.add(new Flaw.Unreadable(journal, "Entry " + (at + 1) + " has no tag."));
            } else if (when == null) {
                String tag = entry.path("tag").asString();
                unreadable.add(new Flaw.Unreadable(journal, "The entry " + tag + " has no time (when)."));
            } else {
                lines.add(new Line(
                        entry.path("idx").isInt() ? entry.path("idx").asInt() : null,
                        entry.path("tag").asString(),
                        when,
                        entry.path("breakpoints").asBoolean(true)));
            }
        }
        return new JournalEntries(lines, unreadable);
    }

    /// JavaScript knows one kind of number: 1e12 is as good as 1000000000000.
    private static @Nullable Long whole(JsonNode number) {
        if (number.isIntegralNumber() && number.canConvertToLong()) {
            return number.asLong();
        }
        double value = number.isNumber() ? number.asDouble() : Double.NaN;
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (Long) (long) value : null;
    }
}
