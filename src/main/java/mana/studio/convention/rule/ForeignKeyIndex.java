package mana.studio.convention.rule;

import java.util.LinkedHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Table;

/// Following a reference backwards.
final class ForeignKeyIndex implements Convention {
    @Override
    public String id() {
        return "foreign-key-index";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "An index under every foreign key";
    }

    @Override
    public String reason() {
        return "Deleting a row, or changing its key, looks for the rows that refer to it: without an "
                + "index that reads their whole table, once for every row deleted.";
    }

    @Override
    public String example() {
        return "CREATE INDEX idx_attachments_message_id ON mail.attachments (message_id)";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        return table.foreignKeys().stream()
                .filter(key -> key.local() && !Indexed.leads(table, key.columns()))
                // Two keys on the same columns want one index.
                .collect(Collectors.toMap(
                        key -> Set.copyOf(key.columns()), key -> key, (first, _) -> first, LinkedHashMap::new))
                .values()
                .stream()
                .map(key -> breach(
                        Spots.of(table, key, Field.COLUMNS),
                        Spots.part(table, key),
                        "No index leads with " + String.join(", ", key.columns()) + ", which refers to "
                                + key.referencedTable() + ".",
                        Indexed.fix(table, key.columns())));
    }
}
