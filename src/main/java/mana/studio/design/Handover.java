package mana.studio.design;

import java.util.List;
import mana.studio.plan.Roles;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// Another owner, with all that the server hands over to it: what was granted, and the sequences of the columns.
final class Handover {
    private final String from;
    private final String to;

    private Handover(String from, String to) {
        this.from = from;
        this.to = to;
    }

    static Database of(Database database, Identity relation, String owner) {
        SchemaObject object = Edits.object(database, relation).orElse(null);
        return switch (object) {
            case Table table -> new Handover(table.owner(), owner).table(database, table);
            case View view -> new Handover(view.owner(), owner).view(database, view);
            case null, default -> database;
        };
    }

    private Database table(Database database, Table table) {
        Table handed = table.withOwner(to, handed(table.privileges())).withColumns(columns(table.columns()));
        Database changed = Edits.replace(database, handed);
        return changed.withSchemas(changed.schemas().stream()
                .map(schema -> sequences(schema, table.name()))
                .toList());
    }

    private Database view(Database database, View view) {
        return Edits.replace(
                database,
                view.withOwner(to, handed(view.privileges())).withColumns(columns(view.columns())));
    }

    private Schema sequences(Schema schema, QualifiedName table) {
        return schema.sequences().stream().noneMatch(sequence -> isOf(sequence, table))
                ? schema
                : schema.withSequences(schema.sequences().stream()
                        .map(sequence -> isOf(sequence, table)
                                ? sequence.withOwner(to, handed(sequence.privileges()))
                                : sequence)
                        .toList());
    }

    private static boolean isOf(Sequence sequence, QualifiedName table) {
        return sequence.ownedBy() != null && sequence.ownedBy().table().equals(table);
    }

    private List<Column> columns(List<Column> columns) {
        return columns.stream().map(this::column).toList();
    }

    private Column column(Column column) {
        IdentityColumn identity = column.identity();
        Column handed = column.withPrivileges(handed(column.privileges()));
        return identity == null
                ? handed
                : handed.withIdentity(new IdentityColumn(
                        identity.always(), identity.sequence(), identity.options(), handed(identity.privileges())));
    }

    private Privileges handed(Privileges privileges) {
        return Roles.replaced(privileges, from, to);
    }
}
