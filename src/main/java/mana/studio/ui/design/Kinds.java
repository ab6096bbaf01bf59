package mana.studio.ui.design;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.schema.Table;

/// What of a table cannot be designed, and why.
final class Kinds {
    private Kinds() {}

    static String fixed(Table table) {
        List<String> said = new ArrayList<>();
        Table.ForeignTable foreign = table.foreign();
        Table.PartitionOf partition = table.partitionOf();
        if (foreign != null) {
            String columns = table.columns().stream()
                    .filter(column -> !column.foreignOptions().isEmpty())
                    .map(column -> column.name() + ": " + String.join(", ", column.foreignOptions()))
                    .collect(Collectors.joining("; "));
            said.add("Foreign table of server " + foreign.server() + ": server and options"
                    + (foreign.options().isEmpty() ? "" : " (" + String.join(", ", foreign.options()) + ")")
                    + (columns.isEmpty() ? "" : ", also those of columns (" + columns + "),")
                    + " are not changed here, because what they mean is the wrapper's.");
        }
        if (partition != null) {
            said.add("Partition of " + partition.parent() + " " + partition.bound()
                    + ": its columns come from there and are changed there.");
        }
        if (table.ofType() != null) {
            said.add("Table of type " + table.ofType() + ": its columns are the type's and are changed there.");
        }
        if (!table.inherits().isEmpty()) {
            said.add("Inherits from "
                    + table.inherits().stream().map(Object::toString).collect(Collectors.joining(", "))
                    + ": the columns and checks from there are changed there, and the inheritance itself by SQL.");
        }
        return String.join("\n", said);
    }
}
