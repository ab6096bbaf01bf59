package mana.studio.plan.judge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;

/// All rows of a database as text, by the table that holds them.
///
/// @param tables plain tables only: a partitioned one holds no rows itself
record RowImage(Map<QualifiedName, Rows> tables) {
    /// @param columns names, in the order of the values
    record Rows(List<String> columns, List<List<String>> values) {
        List<String> column(String name) {
            int at = columns.indexOf(name);
            return values.stream().map(row -> row.get(at)).toList();
        }

        /// Some columns of each row, as one text a row, sorted.
        List<String> projected(List<String> names) {
            List<Integer> places = names.stream().map(columns::indexOf).toList();
            List<String> rows = new ArrayList<>();
            values.forEach(
                    row -> rows.add(places.stream().map(row::get).toList().toString()));
            rows.sort(null);
            return rows;
        }
    }

    static RowImage of(JudgedDatabase source, Database database) throws SQLException {
        Map<QualifiedName, Rows> tables = new LinkedHashMap<>();
        for (Table table : database.tables().toList()) {
            if (!table.isPartitioned() && table.foreign() == null) {
                tables.put(table.name(), rows(source, table));
            }
        }
        return new RowImage(tables);
    }

    private static Rows rows(JudgedDatabase source, Table table) throws SQLException {
        List<String> names = table.columns().stream().map(Column::name).toList();
        String list = names.isEmpty()
                ? "1"
                : names.stream().map(name -> Identifier.quote(name) + "::text").collect(Collectors.joining(", "));
        return new Rows(names, source.query("SELECT " + list + " FROM ONLY " + TableSeeder.quote(table.name())));
    }
}
