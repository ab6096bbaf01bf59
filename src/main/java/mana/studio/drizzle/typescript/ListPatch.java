package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import mana.studio.drizzle.typescript.Source.Piece;

/// Changes of what stands between two brackets: elements taken out, changed, put in. A list on one line is written
/// anew, one on several keeps its lines.
final class ListPatch {
    private static final int WIDTH = 120;

    private final Source source;
    private final Lines lines;
    private final Piece list;
    private final List<Piece> elements;
    private final Set<Piece> removed = new HashSet<>();
    private final Map<Piece, String> replaced = new HashMap<>();
    private final Map<Integer, List<IntFunction<String>>> inserted = new TreeMap<>();

    ListPatch(Source source, Piece list) {
        this.source = source;
        this.lines = Lines.of(source.text());
        this.list = list;
        this.elements = source.split(list.from() + 1, list.to() - 1);
    }

    List<Piece> elements() {
        return elements;
    }

    void remove(Piece element) {
        removed.add(element);
    }

    void replace(Piece element, String text) {
        replaced.put(element, text);
    }

    /// @param after an element's position, -1 for the start
    /// @param text  by the steps of indentation of its line
    void insert(int after, IntFunction<String> text) {
        inserted.computeIfAbsent(after, absent -> new ArrayList<>()).add(text);
    }

    boolean isEmptied() {
        return inserted.isEmpty() && removed.containsAll(elements);
    }

    boolean isUntouched() {
        return inserted.isEmpty() && removed.isEmpty() && replaced.isEmpty();
    }

    /// Steps of indentation of an element that stands on a line of its own.
    int steps() {
        return elements.stream()
                .map(source::start)
                .filter(lines::startsLine)
                .findFirst()
                .map(start -> lines.steps(lines.indent(start)))
                .orElseGet(() -> lines.steps(lines.indent(source.start(list))) + 1);
    }

    void write(Edits edits) {
        if (lines.isOneLine(source.start(list), source.end(list))) {
            writeAnew(edits);
            return;
        }
        removed.forEach(element -> take(element, edits));
        replaced.forEach((element, text) -> {
            if (!text.equals(source.text(element))) {
                edits.replace(source.start(element), source.end(element), text);
            }
        });
        inserted.forEach((after, texts) -> put(after, texts, edits));
    }

    private void writeAnew(Edits edits) {
        List<String> texts = new ArrayList<>(texts(-1, 0));
        for (int position = 0; position < elements.size(); position++) {
            Piece element = elements.get(position);
            if (!removed.contains(element)) {
                texts.add(replaced.getOrDefault(element, source.text(element)));
            }
            texts.addAll(texts(position, 0));
        }
        String open = source.token(list.from()).text();
        String close = source.token(list.to() - 1).text();
        String blank = open.equals("{") ? " " : "";
        String line = open + blank + String.join(", ", texts) + blank + close;
        int before = source.start(list) - lines.start(source.start(list));
        boolean fits = before + line.length() + 2 <= WIDTH && !line.contains("\n");
        edits.replace(source.start(list), source.end(list), fits ? line : opened(open, close));
    }

    private String opened(String open, String close) {
        String indent = lines.indent(source.start(list));
        int steps = lines.steps(indent) + 1;
        List<String> texts = new ArrayList<>(texts(-1, steps));
        for (int position = 0; position < elements.size(); position++) {
            Piece element = elements.get(position);
            if (!removed.contains(element)) {
                texts.add(replaced.getOrDefault(element, source.text(element)));
            }
            texts.addAll(texts(position, steps));
        }
        StringBuilder text = new StringBuilder(open);
        texts.forEach(each -> text.append(lines.newline())
                .append(indent)
                .append(lines.unit())
                .append(each)
                .append(','));
        return text.append(lines.newline()).append(indent).append(close).toString();
    }

    private List<String> texts(int after, int steps) {
        return inserted.getOrDefault(after, List.of()).stream()
                .map(text -> text.apply(steps))
                .toList();
    }

    /// With its comma, and with its line and the comment above where it is alone on it.
    private void take(Piece element, Edits edits) {
        int end = behindComma(element);
        int start = source.start(element);
        if (lines.startsLine(start) && lines.endsLine(end)) {
            int next = Math.min(
                    lines.end(end) + lines.newline().length(), source.text().length());
            edits.remove(lines.startWithComments(start), next);
        } else {
            int stop = end;
            while (stop < source.text().length() && source.text().charAt(stop) == ' ') {
                stop++;
            }
            edits.remove(start, stop);
        }
    }

    private void put(int after, List<IntFunction<String>> texts, Edits edits) {
        int anchor = after;
        while (anchor >= 0 && removed.contains(elements.get(anchor))) {
            anchor--;
        }
        int steps = steps();
        StringBuilder text = new StringBuilder();
        texts.forEach(each -> text.append(lines.newline())
                .append(lines.unit().repeat(steps))
                .append(each.apply(steps))
                .append(','));
        if (anchor < 0) {
            edits.insert(source.token(list.from()).end(), text.toString());
            return;
        }
        Piece element = elements.get(anchor);
        int behind = behindComma(element);
        if (behind == source.end(element)) {
            edits.insert(behind, ",");
        }
        edits.insert(lines.endsLine(behind) ? lines.end(behind) : behind, text.toString());
    }

    private int behindComma(Piece element) {
        Token next = source.token(element.to());
        return next.is(",") ? next.end() : source.end(element);
    }
}
