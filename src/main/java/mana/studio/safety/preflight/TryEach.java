package mana.studio.safety.preflight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.safety.preflight.Question.Inconvertible;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// Finds the values that cannot be converted by converting each: an anonymous block that catches the errors, which works
/// on every version and in a read-only transaction. What it finds it leaves in a setting of the transaction.
final class TryEach {
    private static final String BLOCK = """
            DECLARE
              key text[];
              bad bigint := 0;
              samples text[][] := '{}';
            BEGIN
              FOR key IN SELECT ARRAY[t.tableoid::text, t.ctid::text] || ARRAY[%s] FROM %s WHERE %s IS NOT NULL LOOP
                BEGIN
                  PERFORM %s FROM %s WHERE t.tableoid = key[1]::oid AND t.ctid = key[2]::tid;
                EXCEPTION WHEN data_exception OR integrity_constraint_violation THEN
                  bad := bad + 1;
                  IF bad <= 5 THEN
                    samples := samples || ARRAY[key[3:]];
                  END IF;
                END;
              END LOOP;
              PERFORM set_config('mana.count', bad::text, true), set_config('mana.samples', samples::text, true);
            END""";

    private static final String FOUND = """
            SELECT current_setting('mana.count')::bigint, s.values
            FROM (SELECT current_setting('mana.samples')::text[]) AS found (samples)
            LEFT JOIN LATERAL (
              SELECT place, (SELECT array_agg(samples[place][i] ORDER BY i) FROM generate_subscripts(samples, 2) i)
              FROM generate_subscripts(samples, 1) AS place
            ) AS s (place, values) ON true
            ORDER BY s.place""";

    private final Connection session;
    private final Cancellation cancellation;

    TryEach(Connection session, Cancellation cancellation) {
        this.session = session;
        this.cancellation = cancellation;
    }

    /// @param key columns that name a row
    Answer answer(Inconvertible question, List<String> key) throws SQLException {
        String from = Hits.from(question.table());
        String block = BLOCK.formatted(
                Preflight.keyText(key), from, Hits.column(question.column()), question.conversion(), from);
        try (Statement statement = session.createStatement();
                var _ = cancellation.watch(statement)) {
            statement.execute("DO " + Literal.quote(block));
            try (ResultSet rows = statement.executeQuery(FOUND)) {
                long count = 0;
                List<List<@Nullable String>> samples = new ArrayList<>();
                while (rows.next()) {
                    count = rows.getLong(1);
                    var values = rows.getArray(2);
                    if (values != null) {
                        samples.add(new ArrayList<>(List.of((String[]) values.getArray())));
                    }
                }
                return new Answer.Counted(question, count, key, samples);
            }
        }
    }
}
