package mana.studio.design.template;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Index;
import mana.studio.schema.Schema;
import mana.studio.sql.GeneratedName;

/// The names that PostgreSQL gives to the parts of a table: none that another of the schema's relations or of the
/// table's constraints has.
final class Names {
    private static final int LONGEST = 63;

    private final String table;
    private final Set<String> taken = new HashSet<>();

    Names(Database database, String schema, String table) {
        this.table = table;
        database.schema(schema).ifPresent(this::take);
    }

    /// Indexes and keys live among the tables; other constraints are told apart by their schema too.
    private void take(Schema schema) {
        schema.objects().forEach(object -> taken.add(object.name().name()));
        schema.relations()
                .forEach(
                        relation -> relation.indexes().stream().map(Index::name).forEach(taken::add));
        schema.tables()
                .forEach(other ->
                        other.constraints().stream().map(Constraint::name).forEach(taken::add));
    }

    String primaryKey() {
        return free("", "pkey");
    }

    String unique(List<String> columns) {
        return free(String.join("_", columns), "key");
    }

    String foreignKey(List<String> columns) {
        return free(String.join("_", columns), "fkey");
    }

    String check(String column) {
        return free(column, "check");
    }

    String sequence(String column) {
        return free(column, "seq");
    }

    /// The house's name of an index.
    String index(List<String> columns) {
        return given("idx_" + table + "_" + String.join("_", columns));
    }

    /// A name that a person gave, with a number where it is another's by now.
    String given(String wanted) {
        String name = clipped(wanted, 0);
        for (int number = 1; taken.contains(name); number++) {
            name = clipped(wanted, Integer.toString(number).length()) + number;
        }
        taken.add(name);
        return name;
    }

    private String free(String columns, String label) {
        String name = generated(columns, label);
        for (int number = 1; taken.contains(name); number++) {
            name = generated(columns, label + number);
        }
        taken.add(name);
        return name;
    }

    private String generated(String columns, String label) {
        return columns.isEmpty()
                ? clipped(table, label.length() + 1) + "_" + label
                : GeneratedName.of(table, columns, label);
    }

    /// The name of a part with another word in the place of its table's name; the same where it does not say it.
    static String replaced(String part, String table, String word) {
        Pattern whole = Pattern.compile("(?<![^_])" + Pattern.quote(table) + "(?![^_])");
        return whole.matcher(part).replaceFirst(Matcher.quoteReplacement(word));
    }

    /// @param room how many bytes are to stay free behind it
    static String clipped(String name, int room) {
        int end = name.length();
        while (name.substring(0, end).getBytes(StandardCharsets.UTF_8).length > LONGEST - room) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end);
    }
}
