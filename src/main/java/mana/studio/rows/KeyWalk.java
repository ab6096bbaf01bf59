package mana.studio.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mana.studio.connection.Cancellation;

/// Walks by the order's keys: a page is found from the row it follows, never by counting.
final class KeyWalk implements Walk {
    private final Server server;
    private final Selection selection;
    private final Anchors anchors;

    KeyWalk(Server server, Selection selection, Anchors anchors) {
        this.server = server;
        this.selection = selection;
        this.anchors = anchors;
    }

    @Override
    public Page first(int limit, Cancellation cancellation) throws SQLException {
        return forward(everything(true), limit, true, cancellation);
    }

    @Override
    public Page last(int limit, Cancellation cancellation) throws SQLException {
        return backward(everything(false), limit, true, cancellation);
    }

    @Override
    public Page after(Row row, int limit, Cancellation cancellation) throws SQLException {
        return forward(beyond(row.key(), true, false), limit, false, cancellation);
    }

    @Override
    public Page before(Row row, int limit, Cancellation cancellation) throws SQLException {
        return backward(beyond(row.key(), false, false), limit, false, cancellation);
    }

    @Override
    public Optional<Page> at(long position, int limit, Cancellation cancellation) throws SQLException {
        if (position == 0) {
            return Optional.of(first(limit, cancellation));
        }
        Anchors.Anchor anchor = anchors.before(position);
        List<Range> ranges = anchor.key().isEmpty() ? everything(true) : beyond(anchor.key(), true, true);
        if (!anchors.exact() && !anchor.key().isEmpty()) {
            // Counting on from a guess would make it no better.
            Page page = forward(ranges, limit, false, cancellation);
            return page.atEnd() ? Optional.empty() : Optional.of(page);
        }
        Optional<List<Cell>> key = seek(ranges, position - anchor.position(), cancellation);
        return key.isEmpty()
                ? Optional.empty()
                : Optional.of(forward(beyond(key.get(), true, true), limit, false, cancellation));
    }

    /// The key of the row that comes so many rows after the start of the ranges.
    Optional<List<Cell>> seek(List<Range> ranges, long skip, Cancellation cancellation) throws SQLException {
        long rest = skip;
        for (Range range : ranges) {
            Optional<List<Cell>> key = server.one(
                    selection.keys(range, rest, 1), result -> selection.key(result, 1), cancellation);
            if (key.isPresent()) {
                return key;
            }
            if (ranges.size() > 1) {
                rest -= server.one(
                                selection.from(range.condition()).in("SELECT count(*)", ""),
                                result -> result.getLong(1),
                                cancellation)
                        .orElseThrow();
            }
        }
        return Optional.empty();
    }

    List<Range> everything(boolean forward) {
        return Range.everything(selection.query(), selection.order(), forward);
    }

    List<Range> beyond(List<Cell> key, boolean forward, boolean inclusive) {
        return new Keyset(selection.query(), selection.order(), key, forward).ranges(inclusive);
    }

    private Page forward(List<Range> ranges, int limit, boolean atStart, Cancellation cancellation)
            throws SQLException {
        List<Row> rows = read(ranges, true, limit + 1L, cancellation);
        boolean atEnd = rows.size() <= limit;
        return new Page(atEnd ? rows : rows.subList(0, limit), atStart, atEnd);
    }

    private Page backward(List<Range> ranges, int limit, boolean atEnd, Cancellation cancellation) throws SQLException {
        List<Row> rows = read(ranges, false, limit + 1L, cancellation);
        boolean atStart = rows.size() <= limit;
        List<Row> ordered = new ArrayList<>(atStart ? rows : rows.subList(0, limit));
        Collections.reverse(ordered);
        return new Page(ordered, atStart, atEnd);
    }

    /// Reads range after range until there are rows enough.
    private List<Row> read(List<Range> ranges, boolean forward, long limit, Cancellation cancellation)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (Range range : ranges) {
            if (rows.size() < limit) {
                rows.addAll(server.list(
                        selection.rows(range, forward, 0, limit - rows.size()), selection::row, cancellation));
            }
        }
        return rows;
    }

    @Override
    public Sql identity(Row row) {
        return new Keyset(selection.query(), selection.order(), row.key(), true).identity();
    }
}
