package mana.studio.rows;

import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import tools.jackson.databind.json.JsonMapper;

/// How many rows a query has: as the server estimates, and counted.
final class Counts {
    /// The estimate as the planner makes it: rows per page at the last ANALYZE or VACUUM, times the pages of now
    /// (`estimate_rel_size`). Unknown where a part that is not empty was never analysed.
    private static final String STATISTICS =
            """
            SELECT coalesce(sum(relation.reltuples::float8 * relation.pages / nullif(relation.relpages, 0)), 0)::bigint,
                   coalesce(bool_or(relation.pages > 0 AND relation.relpages = 0), true),
                   coalesce(sum(relation.pages), 0)::bigint
            FROM (SELECT c.reltuples, c.relpages,
                         pg_catalog.pg_relation_size(c.oid)
                             / pg_catalog.current_setting('block_size')::bigint AS pages
                  FROM pg_catalog.pg_class c
                  WHERE c.relkind IN ('r', 'm')
                    AND (c.oid = CAST(? AS pg_catalog.regclass)
                         OR c.oid IN (SELECT part.relid
                                      FROM pg_catalog.pg_partition_tree(CAST(? AS pg_catalog.regclass)) part))
                 ) AS relation
            """;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Server server;
    private final Selection selection;

    Counts(Server server, Selection selection) {
        this.server = server;
        this.selection = selection;
    }

    /// @param pages the size of the relation in blocks
    record Statistics(long rows, boolean unknown, long pages) {}

    OptionalLong estimate(Cancellation cancellation) throws SQLException {
        if (isFiltered() || !isStored()) {
            return OptionalLong.of(planned(cancellation));
        }
        Statistics statistics = statistics(cancellation);
        return statistics.unknown() ? OptionalLong.empty() : OptionalLong.of(statistics.rows());
    }

    private boolean isFiltered() {
        RowQuery query = selection.query();
        return !query.filters().isEmpty() || query.where() != null || query.softDeleted() != SoftDeleted.SHOW;
    }

    private boolean isStored() {
        return switch (selection.query().relation()) {
            case Table table -> table.foreign() == null;
            case View view -> view.materialized();
        };
    }

    Statistics statistics(Cancellation cancellation) throws SQLException {
        String name = Columns.table(selection.query().relation());
        return server.one(
                        Sql.of(STATISTICS, name, name),
                        row -> new Statistics(row.getLong(1), row.getBoolean(2), row.getLong(3)),
                        cancellation)
                .orElseThrow();
    }

    /// The rows the planner expects.
    private long planned(Cancellation cancellation) throws SQLException {
        Sql explain = selection.from(Sql.of("TRUE")).in("EXPLAIN (FORMAT JSON) SELECT 1", "");
        List<String> plan = server.list(explain, row -> row.getString(1), cancellation);
        return JSON.readTree(String.join("\n", plan)).at("/0/Plan/Plan Rows").asLong();
    }

    long count(Cancellation cancellation) throws SQLException {
        return server.one(
                        selection.from(Sql.of("TRUE")).in("SELECT count(*)", ""),
                        row -> row.getLong(1),
                        cancellation)
                .orElseThrow();
    }

    /// Asks for a plan of the raw condition alone, whose place in the statement is known, then of the whole.
    void check(Cancellation cancellation) throws SQLException {
        String where = selection.query().where();
        if (where != null) {
            String explain = "EXPLAIN SELECT 1 FROM " + Columns.table(selection.query().relation()) + " WHERE ";
            Sql raw = RawCondition.read(where);
            try {
                server.list(Sql.of(explain).then(raw), _ -> "", cancellation);
            } catch (SQLException refused) {
                throw ConditionException.of(refused, explain + RawCondition.BEFORE, where);
            }
        }
        planned(cancellation);
    }
}
