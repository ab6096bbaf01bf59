package mana.studio.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Ranges of a heap's blocks. PostgreSQL sorts for `ORDER BY ctid`, but reads only the blocks between two bounds (TID
/// range scan, PostgreSQL 14): so a walk looks in a few blocks first, then in more, and only then in all that remain.
final class Blocks {
    private static final long[] WINDOWS = {64, 4_096};

    /// The end of the heap; as a sub-select, so that it is found once.
    private static final String END =
            """
            (SELECT CAST(pg_catalog.format('(%%s,0)', greatest(0,
                    pg_catalog.pg_relation_size(CAST(? AS pg_catalog.regclass))
                        / pg_catalog.current_setting('block_size')::bigint - %d)) AS pg_catalog.tid))\
            """;

    private Blocks() {}

    /// From the start of the heap on.
    static List<Range> fromStart() {
        return upwards(List.of(), 0);
    }

    /// From a row on.
    ///
    /// @param start the condition that the rows come after it
    static List<Range> after(Cell ctid, Sql start) {
        return upwards(List.of(start), block(ctid));
    }

    private static List<Range> upwards(List<Sql> start, long block) {
        List<Range> ranges = new ArrayList<>();
        List<Sql> from = start;
        for (long window : WINDOWS) {
            String bound = "(" + (block + window) + ",0)";
            List<Sql> conditions = new ArrayList<>(from);
            conditions.add(Sql.of("ctid < ?", bound));
            ranges.add(new Range(Sql.and(conditions), 0));
            from = List.of(Sql.of("ctid >= ?", bound));
        }
        ranges.add(new Range(Sql.and(from), 0));
        return ranges;
    }

    /// From a row back.
    ///
    /// @param start the condition that the rows come before it
    static List<Range> before(Cell ctid, Sql start) {
        long block = block(ctid);
        List<Range> ranges = new ArrayList<>();
        Sql from = start;
        for (long window : WINDOWS) {
            if (block > window) {
                String bound = "(" + (block - window) + ",0)";
                ranges.add(new Range(Sql.and(List.of(from, Sql.of("ctid >= ?", bound))), 0));
                from = Sql.of("ctid < ?", bound);
            }
        }
        ranges.add(new Range(from, 0));
        return ranges;
    }

    /// From the end of the heap back.
    static List<Range> fromEnd(String table) {
        List<Range> ranges = new ArrayList<>();
        List<Sql> from = List.of();
        for (long window : WINDOWS) {
            Sql bound = Sql.of(END.formatted(window), table);
            List<Sql> conditions = new ArrayList<>(from);
            conditions.add(Sql.of("ctid >= ").then(bound));
            ranges.add(new Range(Sql.and(conditions), 0));
            from = List.of(Sql.of("ctid < ").then(bound));
        }
        ranges.add(new Range(Sql.and(from), 0));
        return ranges;
    }

    private static long block(Cell ctid) {
        String text = Objects.requireNonNull(ctid.text());
        return Long.parseLong(text.substring(1, text.indexOf(',')));
    }
}
