package mana.studio.convention.rule;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Table;

/// What every query filters by.
final class SoftDeleteIndex implements Convention {
    @Override
    public String id() {
        return "soft-delete-index";
    }

    @Override
    public Severity severity() {
        return Severity.ADVICE;
    }

    @Override
    public String title() {
        return "An index has the soft-delete flag";
    }

    @Override
    public String reason() {
        return "Every query leaves deleted rows out; an index that knows the flag, as a column or in "
                + "its WHERE, need not read them.";
    }

    @Override
    public String example() {
        return "CREATE INDEX idx_notes_user_id ON notes (user_id) WHERE NOT is_deleted";
    }

    @Override
    public Stream<Breach> table(House house, Table table) {
        List<Column> flags = SoftDelete.flags(table);
        if (flags.isEmpty() || flags.stream().anyMatch(flag -> Indexed.mentions(table, flag.name()))) {
            return Stream.empty();
        }
        Column flag = flags.getFirst();
        return Stream.of(breach(
                Spots.of(table, flag, Field.WHOLE),
                Spots.part(table, flag),
                "No index of " + table.name().name() + " knows " + flag.name() + ".",
                Indexed.fix(table, List.of(flag.name()))));
    }
}
