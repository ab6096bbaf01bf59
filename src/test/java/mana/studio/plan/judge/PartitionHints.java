package mana.studio.plan.judge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.schema.Database;
import mana.studio.schema.Table;

/// Values that a partition's bound, and those of the partitions above it, let in.
final class PartitionHints {
    private static final Pattern KEY = Pattern.compile("^\\w+ \\((.*)\\)$", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("FROM \\((.*)\\) TO \\((.*)\\)$", Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("IN \\((.*)\\)$", Pattern.DOTALL);
    private static final int DAY = 8;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Set<String> columns = new LinkedHashSet<>();

    private PartitionHints() {}

    static PartitionHints of(Table table, Database database) {
        PartitionHints hints = new PartitionHints();
        for (Table at = table; at != null && at.partitionOf() != null; ) {
            Table parent = database.table(at.partitionOf().parent()).orElse(null);
            if (parent != null && parent.partitionKey() != null) {
                hints.add(parent.partitionKey(), at.partitionOf().bound());
            }
            at = parent;
        }
        return hints;
    }

    /// What the partitions of a table let in.
    static PartitionHints below(Table table, Database database) {
        PartitionHints hints = new PartitionHints();
        if (table.partitionKey() != null) {
            database.tables()
                    .map(Table::partitionOf)
                    .filter(partition -> partition != null && partition.parent().equals(table.name()))
                    .forEach(partition -> hints.add(table.partitionKey(), partition.bound()));
        }
        return hints;
    }

    List<String> of(String column) {
        return values.getOrDefault(column, List.of());
    }

    /// The columns of the keys.
    Set<String> columns() {
        return columns;
    }

    private void add(String key, String bound) {
        Matcher keyMatch = KEY.matcher(key);
        if (!keyMatch.find()) {
            return;
        }
        List<String> parts = split(keyMatch.group(1));
        for (String part : parts) {
            columns.add(name(part));
        }
        Matcher range = RANGE.matcher(bound);
        Matcher list = LIST.matcher(bound);
        if (range.find()) {
            List<String> from = split(range.group(1));
            List<String> to = split(range.group(2));
            for (int at = 0; at < parts.size(); at++) {
                hint(parts.get(at), from.get(at));
                before(parts.get(at), to.get(at));
            }
        } else if (list.find()) {
            split(list.group(1)).forEach(value -> hint(parts.getFirst(), value));
        }
    }

    private void hint(String part, String value) {
        if (!value.equals("MINVALUE") && !value.equals("MAXVALUE") && !value.equals("NULL")) {
            values.computeIfAbsent(name(part), _ -> new ArrayList<>()).add(unquoted(value));
        }
    }

    /// Something less than an upper bound.
    private void before(String part, String value) {
        String plain = unquoted(value);
        if (plain.matches("-?\\d{1,9}")) {
            hint(part, "" + (Integer.parseInt(plain) - 1));
        } else if (plain.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            hint(part, "" + (Integer.parseInt(plain.substring(0, 4)) - 1) + plain.substring(4, DAY) + "01");
        }
    }

    private static String name(String part) {
        return part.replace("\"", "").split(" ")[0];
    }

    private static String unquoted(String value) {
        return value.startsWith("'") ? value.substring(1, value.length() - 1).replace("''", "'") : value;
    }

    /// Splits at commas outside of quotes and parentheses.
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        boolean quoted = false;
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && !quoted && depth == 0) {
                parts.add(text.substring(start, at).strip());
                start = at + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts;
    }
}
