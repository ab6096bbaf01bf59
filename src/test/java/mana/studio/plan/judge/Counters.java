package mana.studio.plan.judge;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;

/// How far the sequences of a database have counted: by their name, and by the column they fill, whatever is behind it.
/// A column whose sequence begins anew hands out values that are taken.
///
/// @param last  the last value of those that have counted
/// @param taken the greatest value in the rows, by column
record Counters(Map<String, Long> last, Map<String, SequenceOptions> options, Map<String, Long> taken) {
    private static final String POSITIONS =
            "SELECT schemaname, sequencename, last_value FROM pg_sequences WHERE last_value IS NOT NULL";
    private static final Pattern NEXTVAL =
            Pattern.compile("^nextval\\('(?:\"?([^\"']+)\"?\\.)?\"?([^\"']+)\"?'::regclass\\)$");

    static Counters of(JudgedDatabase source, Database database) throws SQLException {
        Map<QualifiedName, Long> positions = new HashMap<>();
        for (List<String> row : source.query(POSITIONS)) {
            positions.put(new QualifiedName(row.get(0), row.get(1)), Long.valueOf(row.get(2)));
        }
        Counters counters = new Counters(new TreeMap<>(), new HashMap<>(), new HashMap<>());
        Map<QualifiedName, SequenceOptions> sequences = new HashMap<>();
        database.schemas().stream()
                .flatMap(schema -> schema.sequences().stream())
                .forEach(sequence -> {
                    sequences.put(sequence.name(), sequence.options());
                    counters.add("sequence " + sequence.name(), sequence.name(), sequence.options(), positions);
                });
        for (Table table : database.tables().toList()) {
            for (Column column : table.columns()) {
                String label = "column " + table.name() + "." + column.name();
                boolean counts = column.identity() != null
                        || (column.defaultExpression() != null
                                && NEXTVAL.matcher(column.defaultExpression()).find());
                if (counts && !table.isPartitioned()) {
                    counters.take(label, table, column, source);
                }
                if (column.identity() != null) {
                    counters.add(
                            label,
                            column.identity().sequence(),
                            column.identity().options(),
                            positions);
                } else if (column.defaultExpression() != null) {
                    Matcher nextval = NEXTVAL.matcher(column.defaultExpression());
                    QualifiedName name = nextval.find() && nextval.group(1) != null
                            ? new QualifiedName(nextval.group(1), nextval.group(2))
                            : null;
                    if (sequences.containsKey(name)) {
                        counters.add(label, name, sequences.get(name), positions);
                    }
                }
            }
        }
        return counters;
    }

    private void add(String label, QualifiedName sequence, SequenceOptions of, Map<QualifiedName, Long> positions) {
        options.put(label, of);
        if (positions.containsKey(sequence)) {
            last.put(label, positions.get(sequence));
        }
    }

    private void take(String label, Table table, Column column, JudgedDatabase source) throws SQLException {
        String most = source.query("SELECT max(" + Identifier.quote(column.name()) + ")::bigint FROM ONLY "
                        + TableSeeder.quote(table.name()))
                .getFirst()
                .getFirst();
        if (most != null) {
            taken.put(label, Long.valueOf(most));
        }
    }

    /// Those of the later ones that fell back, in words; a position that the later options rule out is no fall.
    List<String> fallen(Counters later) {
        List<String> fallen = new ArrayList<>();
        last.forEach((label, was) -> {
            SequenceOptions made = later.options.get(label);
            boolean comparable = made != null
                    && made.increment() > 0 == options.get(label).increment() > 0
                    && made.minimum() <= was
                    && was < made.maximum();
            if (comparable) {
                Long counted = later.last.get(label);
                long next = counted == null ? made.start() : counted + made.increment();
                // A column may go on behind the values that its rows have, be some lost by rollbacks or not.
                long passed = label.startsWith("column ") ? later.taken.getOrDefault(label, next - 1) : was;
                if (made.increment() > 0 ? next <= passed : next >= was) {
                    fallen.add(label + " counted up to " + was + " and goes on with " + next);
                }
            }
        });
        return fallen;
    }
}
