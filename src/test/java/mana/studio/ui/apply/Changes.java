package mana.studio.ui.apply;

import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;

/// Designs of the table users.
final class Changes {
    private Changes() {}

    static Table withNickname(Table users) {
        List<Column> columns = new ArrayList<>(users.columns());
        Column like = users.column("note").orElseThrow();
        columns.add(new Column(
                Identity.fresh(),
                "nickname",
                like.type(),
                like.notNull(),
                "lower( 'A' )",
                like.identity(),
                like.generated(),
                like.collation(),
                like.storage(),
                like.compression(),
                like.statisticsTarget(),
                like.options(),
                like.foreignOptions(),
                like.local(),
                null,
                like.privileges()));
        return users.withColumns(columns);
    }

    static Table withoutNote(Table users) {
        return users.withColumns(users.columns().stream()
                .filter(column -> !column.name().equals("note"))
                .toList());
    }

    static Table withRequiredEmail(Table users) {
        return users.withColumns(users.columns().stream()
                .map(column -> column.name().equals("email") ? column.withNotNull(Column.NotNull.PLAIN) : column)
                .toList());
    }

    static Table withCheck(Table users, String expression) {
        List<Constraint> constraints = new ArrayList<>(users.constraints());
        constraints.add(
                new Constraint.Check(Identity.fresh(), "users_check", null, true, expression, false, true, true));
        return users.withConstraints(constraints);
    }

    static Table withUniqueEmail(Table users) {
        Index.Key key = new Index.Key("email", null, null, null, List.of(), false, false);
        return users.withIndexes(List.of(new Index(
                Identity.fresh(),
                "users_email",
                null,
                "btree",
                true,
                false,
                List.of(key),
                List.of(),
                null,
                List.of(),
                null,
                true,
                false,
                false,
                null)));
    }

    /// A new value of an enum, and a column whose default it is.
    static Schema withNewMood(Schema schema) {
        if (schema.enums().isEmpty()) {
            return schema;
        }
        EnumType mood = schema.enums().getFirst();
        DataType type = new DataType("public.mood", DataType.Family.ENUM, mood.name());
        Schema extended = schema.withEnums(List.of(new EnumType(
                mood.id(),
                mood.name(),
                mood.owner(),
                mood.comment(),
                mood.privileges(),
                List.of("good", "bad", "odd"))));
        return extended.withTables(extended.tables().stream()
                .map(table -> table.name().name().equals("users") ? withMood(table, type) : table)
                .toList());
    }

    private static Table withMood(Table users, DataType type) {
        Table added = withNickname(users);
        List<Column> columns = new ArrayList<>(added.columns());
        columns.add(columns.removeLast()
                .withName("mood")
                .withType(type)
                .withDefault("'odd'::mood")
                .withCollation(null));
        return added.withColumns(columns);
    }
}
