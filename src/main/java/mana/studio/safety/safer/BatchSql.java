package mana.studio.safety.safer;

import java.util.List;
import java.util.stream.Collectors;
import mana.studio.ddl.Pieces;
import mana.studio.safety.safer.Step.Batches;
import mana.studio.sql.Identifier;

/// Batches as one block for the server: it commits after each batch.
final class BatchSql {
    /// About so many rows lie on a page; it only decides how many pages a batch has.
    private static final int ROWS_A_PAGE = 50;

    private BatchSql() {}

    static String left(Batches step) {
        return "SELECT count(*) FROM (SELECT FROM ONLY " + Pieces.name(step.table()) + " WHERE " + step.where()
                + " LIMIT 1) AS left_to_do";
    }

    static String of(Batches step) {
        return step.key().isEmpty() ? byPages(step) : byKey(step);
    }

    /// Goes by ranges of the key, each read from its index once. It begins anew until a whole pass finds nothing, since
    /// a key that changes meanwhile takes its row behind the place that has been reached.
    private static String byKey(Batches step) {
        String table = Pieces.name(step.table());
        List<String> names = step.key().stream().map(Identifier::quote).toList();
        String key = String.join(", ", names);
        String low = of("mana_low", names);
        String high = of("mana_high", names);
        String backwards = names.stream().map(name -> name + " DESC").collect(Collectors.joining(", "));
        return """
                DO $batches$
                #variable_conflict use_column
                DECLARE
                    mana_low record;
                    mana_high record;
                    mana_changed bigint;
                    mana_total bigint;
                BEGIN
                    LOOP
                        mana_total := 0;
                        SELECT %2$s INTO mana_low FROM ONLY %1$s ORDER BY %2$s LIMIT 1;
                        WHILE FOUND LOOP
                            SELECT %2$s INTO mana_high FROM (
                                SELECT %2$s FROM ONLY %1$s WHERE (%2$s) >= (%3$s) ORDER BY %2$s LIMIT %5$d
                            ) AS batch ORDER BY %6$s LIMIT 1;
                            EXIT WHEN NOT FOUND;
                            UPDATE ONLY %1$s SET %7$s
                                WHERE (%2$s) >= (%3$s) AND (%2$s) <= (%4$s) AND (%8$s);
                            GET DIAGNOSTICS mana_changed = ROW_COUNT;
                            mana_total := mana_total + mana_changed;
                            COMMIT;
                            IF mana_changed > 0 THEN
                                PERFORM pg_sleep(%9$s);
                            END IF;
                            SELECT %2$s INTO mana_low FROM ONLY %1$s WHERE (%2$s) > (%4$s) ORDER BY %2$s LIMIT 1;
                        END LOOP;
                        EXIT WHEN mana_total = 0;
                    END LOOP;
                END
                $batches$;
                """
                .formatted(
                        table, key, low, high, step.rows(), backwards, step.set(), step.where(), seconds(step));
    }

    private static String of(String record, List<String> names) {
        return names.stream().map(name -> record + "." + name).collect(Collectors.joining(", "));
    }

    /// Without a key it goes by pages: from PostgreSQL 14 on, such a range reads only its own.
    private static String byPages(Batches step) {
        String table = Pieces.name(step.table());
        return """
                DO $batches$
                #variable_conflict use_column
                DECLARE
                    mana_page bigint;
                    mana_pages bigint;
                    mana_changed bigint;
                    mana_total bigint;
                BEGIN
                    LOOP
                        mana_total := 0;
                        mana_page := 0;
                        mana_pages := pg_relation_size(%2$s) / current_setting('block_size')::bigint;
                        WHILE mana_page < mana_pages LOOP
                            UPDATE ONLY %1$s SET %4$s
                                WHERE ctid >= format('(%%s,0)', mana_page)::tid
                                    AND ctid < format('(%%s,0)', mana_page + %3$d)::tid AND (%5$s);
                            GET DIAGNOSTICS mana_changed = ROW_COUNT;
                            mana_total := mana_total + mana_changed;
                            mana_page := mana_page + %3$d;
                            COMMIT;
                            IF mana_changed > 0 THEN
                                PERFORM pg_sleep(%6$s);
                            END IF;
                        END LOOP;
                        EXIT WHEN mana_total = 0;
                    END LOOP;
                END
                $batches$;
                """
                .formatted(
                        table,
                        Pieces.literal(table),
                        Math.max(1, step.rows() / ROWS_A_PAGE),
                        step.set(),
                        step.where(),
                        seconds(step));
    }

    private static String seconds(Batches step) {
        return String.valueOf(step.pause().toMillis() / 1000.0);
    }
}
