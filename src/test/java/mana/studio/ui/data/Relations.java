package mana.studio.ui.data;

import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.Match;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Tables as a catalog would describe them.
final class Relations {
    private final QualifiedName name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();

    private Relations(QualifiedName name) {
        this.name = name;
    }

    static Relations table(String schema, String name) {
        return new Relations(new QualifiedName(schema, name));
    }

    Relations column(String columnName, String type, Family family) {
        return column(columnName, type, family, null, false, null);
    }

    Relations required(String columnName, String type, Family family) {
        return column(columnName, type, family, null, true, null);
    }

    Relations column(
            String columnName,
            String type,
            Family family,
            @Nullable QualifiedName named,
            boolean required,
            @Nullable String comment) {
        columns.add(new Column(
                Identity.fresh(),
                columnName,
                new DataType(type, family, named),
                required ? Column.NotNull.PLAIN : null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                true,
                comment,
                Privileges.DEFAULT));
        return this;
    }

    Relations primaryKey(String... keyColumns) {
        constraints.add(new Constraint.PrimaryKey(
                Identity.fresh(),
                name.name() + "_pkey",
                null,
                true,
                List.of(keyColumns),
                Deferrability.NOT_DEFERRABLE,
                false,
                Backing.PLAIN));
        return this;
    }

    Relations foreignKey(String column, QualifiedName parent, String referenced) {
        constraints.add(new Constraint.ForeignKey(
                Identity.fresh(),
                name.name() + "_" + column + "_fkey",
                null,
                true,
                List.of(column),
                parent,
                List.of(referenced),
                Action.NO_ACTION,
                Action.CASCADE,
                List.of(),
                Match.SIMPLE,
                Deferrability.NOT_DEFERRABLE,
                true,
                true,
                false));
        return this;
    }

    Table build() {
        return new Table(
                Identity.fresh(),
                name,
                "postgres",
                null,
                Privileges.DEFAULT,
                Table.Persistence.PERMANENT,
                columns,
                constraints,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                Table.RowSecurity.OFF,
                "heap",
                List.of(),
                null,
                Table.ReplicaIdentity.DEFAULT);
    }
}
