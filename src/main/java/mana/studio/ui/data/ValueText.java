package mana.studio.ui.data;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mana.studio.rows.ArrayText;
import mana.studio.rows.BytesText;
import mana.studio.rows.JsonText;
import mana.studio.schema.DataType;

/// A value laid out for reading.
///
/// @param spans what is coloured, in order, without overlaps
/// @param whole false where only the beginning is laid out
record ValueText(String text, List<Span> spans, boolean whole) {
    static final ValueText NOTHING = new ValueText("", List.of(), true);

    /// More than this freezes a text control.
    static final int LIMIT = 300_000;

    private static final int LONGEST_LINE = 4_000;
    private static final Pattern JSON = Pattern.compile(
            "(?<key>\"(?:[^\"\\\\]|\\\\.)*+\"(?=\\s*:))|(?<string>\"(?:[^\"\\\\]|\\\\.)*+\")"
                    + "|(?<number>-?\\d[\\d.eE+-]*)|(?<word>true|false|null)");
    private static final List<String> KINDS = List.of("key", "string", "number", "word");

    ValueText {
        spans = List.copyOf(spans);
    }

    /// @param from the first character, counted from 0
    /// @param to   the one after the last
    /// @param kind `key`, `string`, `number` or `word`
    record Span(int from, int to, String kind) {}

    /// Lays a value of a type out, as PostgreSQL printed it.
    static ValueText of(DataType type, String value) {
        String beginning = value.length() > LIMIT ? value.substring(0, evenLimit(type)) : value;
        boolean whole = beginning.length() == value.length();
        return switch (type.family()) {
            case JSON -> json(whole ? JsonText.pretty(value) : beginning, whole);
            case ARRAY -> plain(whole ? elements(value, type) : beginning, whole);
            case BINARY -> plain(BytesText.dump(beginning), whole);
            case TIMESTAMP -> plain(Moment.of(value, ZoneId.systemDefault()), true);
            case BOOLEAN, INTEGER, DECIMAL, TEXT, UUID, DATE, TIME, INTERVAL, ENUM, RANGE, COMPOSITE, NETWORK,
                    GEOMETRIC, BITS, OTHER ->
                plain(beginning, whole);
        };
    }

    /// The hex of a bytea is cut between bytes.
    private static int evenLimit(DataType type) {
        return type.family() == DataType.Family.BINARY ? LIMIT / 4 : LIMIT;
    }

    private static ValueText plain(String text, boolean whole) {
        return new ValueText(folded(text), List.of(), whole);
    }

    private static ValueText json(String text, boolean whole) {
        String shown = folded(text);
        List<Span> spans = new ArrayList<>();
        Matcher tokens = JSON.matcher(shown);
        while (tokens.find()) {
            String kind = KINDS.stream()
                    .filter(name -> tokens.group(name) != null)
                    .findFirst()
                    .orElseThrow();
            spans.add(new Span(tokens.start(), tokens.end(), kind));
        }
        return new ValueText(shown, spans, whole);
    }

    /// One element a line, each with its number as PostgreSQL counts.
    private static String elements(String array, DataType type) {
        List<ArrayText.Element> elements = ArrayText.split(array, type);
        int digits = Integer.toString(elements.size()).length();
        StringBuilder list = new StringBuilder();
        for (int index = 0; index < elements.size(); index++) {
            list.append(("%" + digits + "d  ").formatted(index + 1))
                    .append(word(elements.get(index)))
                    .append('\n');
        }
        return list.toString();
    }

    private static String word(ArrayText.Element element) {
        return switch (element) {
            case ArrayText.Element.Value value -> value.text() == null ? "NULL" : value.text();
            case ArrayText.Element.Nested nested ->
                nested.elements().stream().map(ValueText::word).collect(Collectors.joining(", ", "{", "}"));
        };
    }

    /// A text control lays a paragraph out as one piece: very long ones are broken.
    private static String folded(String text) {
        if (text.lines().noneMatch(line -> line.length() > LONGEST_LINE)) {
            return text;
        }
        StringBuilder folded = new StringBuilder(text.length() + text.length() / LONGEST_LINE);
        text.lines().forEach(line -> {
            for (int start = 0; start < line.length(); start += LONGEST_LINE) {
                folded.append(line, start, Math.min(line.length(), start + LONGEST_LINE)).append('\n');
            }
        });
        return folded.toString();
    }
}
