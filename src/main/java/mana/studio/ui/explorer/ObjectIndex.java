package mana.studio.ui.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Relation;
import mana.studio.schema.SchemaObject;
import mana.studio.ui.kit.FuzzyMatcher;
import org.jspecify.annotations.Nullable;

/// Every object and column of a database, ready to be searched. Immutable.
final class ObjectIndex {
    /// What a column gives way by to an object that fits as well.
    private static final int COLUMN_PENALTY = 150;

    private static final int STOP_EVERY = 512;

    private final List<Entry> entries;

    ObjectIndex(Database database) {
        entries = database.schemas().stream()
                .flatMap(schema -> schema.objects())
                .map(Entry::of)
                .toList();
    }

    /// An object or a column that was found.
    ///
    /// @param column    null where it is the object itself
    /// @param path      `credits.transactions`, `credits.transactions.user_id`
    /// @param positions the letters of the path that were matched
    record Hit(SchemaObject object, @Nullable Column column, String path, List<Integer> positions) {
        Hit {
            positions = List.copyOf(positions);
        }

        static Hit of(SchemaObject object) {
            return new Hit(object, null, object.name().toString(), List.of());
        }
    }

    /// @param letters of the path; those of the columns are of their names alone
    private record Entry(SchemaObject object, String path, long letters, List<Column> columns, long[] columnLetters) {
        static Entry of(SchemaObject object) {
            String path = object.name().toString();
            List<Column> columns = object instanceof Relation relation ? relation.columns() : List.of();
            long[] columnLetters = columns.stream()
                    .mapToLong(column -> FuzzyMatcher.lettersOf(column.name()))
                    .toArray();
            return new Entry(object, path, FuzzyMatcher.lettersOf(path), columns, columnLetters);
        }
    }

    /// @param column of the entry; -1 for the object itself
    private record Candidate(int score, Entry entry, int column) {
        static final Comparator<Candidate> WORST_FIRST = Comparator.comparingInt(Candidate::score)
                .thenComparing(Comparator.comparing(Candidate::path).reversed());

        String path() {
            return column < 0
                    ? entry.path
                    : entry.path + "." + entry.columns.get(column).name();
        }
    }

    /// How many objects and columns there are.
    int size() {
        return entries.stream().mapToInt(entry -> 1 + entry.columns.size()).sum();
    }

    /// What an empty query shows: the objects named, then the others in their order.
    List<Hit> first(List<SchemaObject> before, int limit) {
        return Stream.concat(
                        before.stream(), entries.stream().map(Entry::object).filter(object -> !before.contains(object)))
                .limit(limit)
                .map(Hit::of)
                .toList();
    }

    /// The best hits, the best first. An object is found by `schema.name`, a column by `name.column`, or by
    /// `schema.name.column` where the query has two dots.
    ///
    /// @param stopped asked now and then
    /// @throws CancellationException once it answers true
    List<Hit> search(String query, int limit, BooleanSupplier stopped) {
        FuzzyMatcher matcher = new FuzzyMatcher(query);
        boolean wholePath = query.chars().filter(letter -> letter == '.').count() > 1;
        PriorityQueue<Candidate> best = new PriorityQueue<>(Candidate.WORST_FIRST);
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < entries.size(); i++) {
            if (i % STOP_EVERY == 0 && stopped.getAsBoolean()) {
                throw new CancellationException();
            }
            Entry entry = entries.get(i);
            if (matcher.mayMatch(entry.letters)) {
                offer(best, limit, matcher.score(entry.path, 0, 0), entry, -1);
            }
            path.setLength(0);
            path.append(entry.path).append('.');
            for (int column = 0; column < entry.columns.size(); column++) {
                if (matcher.mayMatch(entry.letters | entry.columnLetters[column])) {
                    offer(best, limit, score(matcher, path, entry, column, wholePath), entry, column);
                }
            }
        }
        List<Candidate> found = new ArrayList<>(best);
        found.sort(Candidate.WORST_FIRST.reversed());
        return found.stream()
                .map(candidate -> hit(matcher, candidate, wholePath))
                .toList();
    }

    /// A column is only found by a query that ends in its own name: what matches the table alone finds the table.
    private static int score(FuzzyMatcher matcher, StringBuilder path, Entry entry, int column, boolean wholePath) {
        int tablePath = path.length();
        path.append(entry.columns.get(column).name());
        int score = matcher.score(path, from(entry, wholePath), tablePath);
        path.setLength(tablePath);
        return score == FuzzyMatcher.NONE ? score : score - COLUMN_PENALTY;
    }

    private static int from(Entry entry, boolean wholePath) {
        return wholePath ? 0 : entry.object.name().schema().length() + 1;
    }

    private static void offer(PriorityQueue<Candidate> best, int limit, int score, Entry entry, int column) {
        Candidate worst = best.size() < limit ? null : best.peek();
        if (score == FuzzyMatcher.NONE || (worst != null && score < worst.score)) {
            return;
        }
        best.add(new Candidate(score, entry, column));
        if (best.size() > limit) {
            best.poll();
        }
    }

    private static Hit hit(FuzzyMatcher matcher, Candidate candidate, boolean wholePath) {
        Entry entry = candidate.entry;
        String path = candidate.path();
        boolean isColumn = candidate.column >= 0;
        int from = isColumn ? from(entry, wholePath) : 0;
        matcher.score(path, from, isColumn ? entry.path.length() + 1 : 0);
        List<Integer> positions = new ArrayList<>();
        for (int position : matcher.positions()) {
            positions.add(from + position);
        }
        return new Hit(entry.object, isColumn ? entry.columns.get(candidate.column) : null, path, positions);
    }
}
