package mana.studio.drizzle.history;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// A `_journal.json`, changed where it must be and left as it is elsewhere: what a person or a tool made of its layout
/// stays.
final class JournalText {
    private final String text;
    private final List<Place> entries = new ArrayList<>();

    /// Where an entry and its values stand in the text.
    private record Place(int start, int end, Span index, Span when, Span tag) {}

    private record Span(int start, int end) {
        static final Span NONE = new Span(-1, -1);
    }

    private JournalText(String text) {
        this.text = text;
    }

    /// @throws JacksonException where it is no JSON
    static JournalText of(String text) {
        JournalText journal = new JournalText(text);
        journal.locate();
        return journal;
    }

    String text() {
        return text;
    }

    int size() {
        return entries.size();
    }

    private void locate() {
        try (JsonParser parser = JsonMapper.shared().createParser(text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME
                        && parser.currentName().equals("entries")) {
                    parser.nextToken();
                    while (parser.nextToken() == JsonToken.START_OBJECT) {
                        entries.add(entry(parser));
                    }
                    return;
                }
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        }
    }

    private static Place entry(JsonParser parser) {
        int start = at(parser);
        Span index = Span.NONE;
        Span when = Span.NONE;
        Span tag = Span.NONE;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            Span span = new Span(at(parser), end(parser));
            switch (name) {
                case "idx" -> index = span;
                case "when" -> when = span;
                case "tag" -> tag = span;
                default -> parser.skipChildren();
            }
        }
        return new Place(start, at(parser) + 1, index, when, tag);
    }

    private static int at(JsonParser parser) {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private static int end(JsonParser parser) {
        // The parser may have to read a text to its end before it knows where that is.
        int length = parser.currentToken() == JsonToken.VALUE_STRING
                ? JsonMapper.shared().writeValueAsString(parser.getString()).length()
                : parser.getString().length();
        return at(parser) + length;
    }

    JournalText withWhen(int position, long when) {
        return replaced(entries.get(position).when(), Long.toString(when));
    }

    JournalText withTag(int position, String tag) {
        return replaced(entries.get(position).tag(), JsonMapper.shared().writeValueAsString(tag));
    }

    JournalText withIndex(int position, int index) {
        return replaced(entries.get(position).index(), Integer.toString(index));
    }

    private JournalText replaced(Span span, String value) {
        return span.start() < 0 ? this : of(text.substring(0, span.start()) + value + text.substring(span.end()));
    }

    JournalText without(int position) {
        Place place = entries.get(position);
        boolean last = position == entries.size() - 1;
        int start = last && position > 0 ? entries.get(position - 1).end() : place.start();
        int end = last ? place.end() : entries.get(position + 1).start();
        return of(text.substring(0, start) + text.substring(end));
    }

    /// With one entry more, as drizzle-kit writes it.
    JournalText with(int position, int index, long when, String tag) {
        String entry = """
            {
                  "idx": %d,
                  "version": "7",
                  "when": %d,
                  "tag": %s,
                  "breakpoints": true
                }\
            """.formatted(index, when, JsonMapper.shared().writeValueAsString(tag));
        if (entries.isEmpty()) {
            return of(text.replaceFirst(
                    "\"entries\"\\s*:\\s*\\[\\s*]",
                    java.util.regex.Matcher.quoteReplacement("\"entries\": [\n    " + entry + "\n  ]")));
        }
        if (position == 0) {
            int start = entries.getFirst().start();
            return of(text.substring(0, start) + entry + ",\n    " + text.substring(start));
        }
        int end = entries.get(position - 1).end();
        return of(text.substring(0, end) + ",\n    " + entry + text.substring(end));
    }

    /// An empty one, as drizzle-kit makes it.
    static JournalText empty() {
        return of("""
            {
              "version": "7",
              "dialect": "postgresql",
              "entries": []
            }\
            """);
    }
}
