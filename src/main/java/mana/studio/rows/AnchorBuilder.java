package mana.studio.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mana.studio.connection.Cancellation;

/// Learns where rows are.
final class AnchorBuilder {
    /// Rows between two anchors, at least.
    private static final long STEP = 1_000;

    /// Anchors held, at most; at more rows the step grows.
    private static final int MOST = 10_000;

    private static final int KEYS_AT_ONCE = 20;

    private static final int SAMPLED = 10_000;
    private static final int SAMPLED_PAGES = 500;

    /// Names that no column has.
    private static final String PLACE = "\"mana row place\"";
    private static final String SIZE = "\"mana sample size\"";

    private final long smallestStep;
    private final int most;
    private final Server server;
    private final Selection selection;
    private final KeyWalk walk;
    private final Counts counts;

    AnchorBuilder(Server server, Selection selection) {
        this(server, selection, STEP, MOST);
    }

    AnchorBuilder(Server server, Selection selection, long smallestStep, int most) {
        this.smallestStep = smallestStep;
        this.most = most;
        this.server = server;
        this.selection = selection;
        this.walk = new KeyWalk(server, selection, Anchors.NONE);
        this.counts = new Counts(server, selection);
    }

    /// Reads every so many rows' keys: step by step along an index where one has the whole order; otherwise, as each
    /// step would sort everything, in one pass.
    Anchors exact(Cancellation cancellation) throws SQLException {
        return selection.order().whole() ? chain(cancellation) : pass(cancellation);
    }

    private Anchors chain(Cancellation cancellation) throws SQLException {
        List<List<Cell>> keys = new ArrayList<>();
        long step = smallestStep;
        List<List<Cell>> next = next(walk.everything(true), step, cancellation);
        while (!next.isEmpty()) {
            keys.addAll(next);
            while (keys.size() >= most) {
                keys = everySecond(keys);
                step *= 2;
            }
            // What was thinned out may be behind the last key that is left.
            next = next(walk.beyond(keys.getLast(), true, true), step, cancellation);
        }
        return new Anchors(step, keys, true);
    }

    /// The keys of some rows, each a step further; none at the end. Several at once where all rows are one range, as
    /// the way to the server may be longer than the step; otherwise one.
    private List<List<Cell>> next(List<Range> ranges, long step, Cancellation cancellation) throws SQLException {
        if (ranges.size() > 1) {
            return walk.seek(ranges, step, cancellation).stream().toList();
        }
        String place = "row_number() OVER (" + selection.order().by(true, 0, "") + ") - 1 AS " + PLACE;
        Sql rows = Sql.of("SELECT " + names())
                .then(selection.from(ranges.getFirst().condition()))
                .then(selection.order().by(true, 0, "") + " LIMIT ?", KEYS_AT_ONCE * step + 1);
        Sql sql = rows.in("SELECT " + names() + ", " + place + " FROM (", ") AS rows")
                .in("SELECT " + keys() + " FROM (", ") AS page")
                .then(" WHERE " + PLACE + " > 0 AND " + PLACE + " % ? = 0 ORDER BY " + PLACE, step);
        return server.list(sql, row -> selection.key(row, 1), cancellation);
    }

    private static List<List<Cell>> everySecond(List<List<Cell>> keys) {
        return IntStream.range(0, keys.size() / 2)
                .mapToObj(i -> keys.get(2 * i + 1))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Anchors pass(Cancellation cancellation) throws SQLException {
        long rows = counts.estimate(cancellation).orElse(0);
        long step = Math.max(smallestStep, rows / most + 1);
        String place = "row_number() OVER (" + selection.order().by(true, 0, "") + ") - 1 AS " + PLACE;
        Sql sql = Sql.of("SELECT " + keys() + " FROM (SELECT " + names() + ", " + place)
                .then(selection.from(Sql.of("TRUE")))
                .then(") AS page WHERE " + PLACE + " > 0 AND " + PLACE + " % ? = 0 ORDER BY " + PLACE, step);
        return new Anchors(step, server.list(sql, row -> selection.key(row, 1), cancellation), true);
    }

    /// Guesses where rows are from a sample of the relation's blocks.
    Anchors sampled(Cancellation cancellation) throws SQLException {
        long pages = counts.statistics(cancellation).pages();
        List<Sampled> sample = sample(SAMPLED_PAGES, pages, cancellation);
        if (sample.size() < SAMPLED / 100 && pages > SAMPLED_PAGES) {
            sample = sample(20 * SAMPLED_PAGES, pages, cancellation);
        }
        if (sample.isEmpty()) {
            return Anchors.NONE;
        }
        Sampled first = sample.getFirst();
        double rows = counts.estimate(cancellation).orElse(Math.round(first.size() / first.share()));
        return new Anchors(
                rows * first.place() / first.size(), sample.stream().map(Sampled::key).toList(), false);
    }

    /// @param place the row's place in the sample, from 1
    /// @param size  the number of rows in the sample
    /// @param share of the relation that was sampled, up to 1
    private record Sampled(long place, long size, double share, List<Cell> key) {}

    private List<Sampled> sample(long wanted, long pages, Cancellation cancellation) throws SQLException {
        double share = pages == 0 ? 1 : Math.min(1, (double) wanted / pages);
        String place = "row_number() OVER (" + selection.order().by(true, 0, "") + ") AS " + PLACE;
        Sql sql = Sql.of("SELECT " + PLACE + ", " + SIZE + ", " + keys())
                .then(" FROM (SELECT " + names() + ", " + place + ", count(*) OVER () AS " + SIZE)
                .then(" FROM " + Columns.table(selection.query().relation()))
                .then(" TABLESAMPLE SYSTEM (?) WHERE ", Double.toString(share * 100))
                .then(selection.condition())
                .then(") AS page WHERE " + PLACE + " % (" + SIZE + " / ? + 1) = 0", (long) SAMPLED)
                .then(" ORDER BY " + PLACE);
        return server.list(
                sql, row -> new Sampled(row.getLong(1), row.getLong(2), share, selection.key(row, 3)), cancellation);
    }

    private String names() {
        return selection.order().terms().stream().map(Order.Term::name).collect(Collectors.joining(", "));
    }

    private String keys() {
        return selection.order().terms().stream()
                .map(term -> selection.keyText(term, "page."))
                .collect(Collectors.joining(", "));
    }
}
