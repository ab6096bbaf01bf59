package mana.studio.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mana.studio.schema.Column;
import mana.studio.schema.Column.Generated;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Column.Storage;
import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.GeneratedName;
import org.jspecify.annotations.Nullable;

/// Puts columns together.
final class ColumnAssembler {
    private final Grouped<ColumnRow> columns;
    private final Map<Long, String> defaults;
    private final Grouped<NotNullRow> notNulls;
    private final Map<Long, SequenceRow> identitySequences = new HashMap<>();
    private final Comments comments;
    private final Names names;
    private final Types types;
    private final AclText acls;

    ColumnAssembler(CatalogRows rows, Names names, Types types, AclText acls) {
        this.columns = rows.columns.result();
        this.defaults = rows.defaults.result();
        this.notNulls = rows.notNulls.result();
        this.comments = rows.comments.result();
        this.names = names;
        this.types = types;
        this.acls = acls;
        columns.all().forEach(group -> group.sort(Comparator.comparingInt(ColumnRow::number)));
        for (SequenceRow sequence : rows.sequences.result()) {
            if (sequence.ownership() == 'i') {
                identitySequences.put(CatalogRows.columnKey(sequence.table(), sequence.column()), sequence);
            }
        }
    }

    List<Column> columns(RelationRow relation) {
        List<ColumnRow> rows = columns.of(relation.oid());
        List<Column> list = new ArrayList<>(rows.size());
        String owner = names.role(relation.owner());
        for (ColumnRow row : rows) {
            list.add(column(relation, row, owner));
        }
        return list;
    }

    /// The name of a column.
    String name(long relation, long number) {
        List<ColumnRow> rows = columns.of(relation);
        // Without dropped columns before it a column stands where its number says.
        int likely = (int) number - 1;
        if (likely < rows.size() && rows.get(likely).number() == number) {
            return rows.get(likely).name();
        }
        for (ColumnRow row : rows) {
            if (row.number() == number) {
                return row.name();
            }
        }
        throw new IllegalStateException("The catalog names a column it does not hold: " + relation + "." + number);
    }

    boolean isGenerated(long relation, int number) {
        return columns.of(relation).stream().anyMatch(row -> row.number() == number && row.generated() != ' ');
    }

    List<String> names(long relation, long[] numbers) {
        String[] list = new String[numbers.length];
        for (int at = 0; at < numbers.length; at++) {
            list[at] = name(relation, numbers[at]);
        }
        return List.of(list);
    }

    /// The collation of a column; 0 where its type has none.
    long collation(long relation, long number) {
        for (ColumnRow row : columns.of(relation)) {
            if (row.number() == number) {
                return row.collation();
            }
        }
        return 0;
    }

    private Column column(RelationRow relation, ColumnRow row, String owner) {
        Types.Used type = types.of(row.type(), row.modifier());
        String expression = defaults.get(CatalogRows.columnKey(row.relation(), row.number()));
        boolean generated = row.generated() != ' ';
        return new Column(
                Identity.ofAttribute(row.relation(), row.number()),
                row.name(),
                type.type(),
                row.notNull() ? notNull(relation, row) : null,
                generated ? null : expression,
                identity(row),
                generated && expression != null ? new Generated(expression, row.generated() == 's') : null,
                Types.collation(type, row.collation(), names),
                row.storage() == type.storage() || relation.kind() == 'v' ? null : storage(row.storage()),
                compression(row),
                row.statistics(),
                row.options(),
                row.foreignOptions(),
                row.local(),
                comments.ofColumn(row.relation(), row.number()),
                acls.read(row.acl(), AclText.Kind.COLUMN, owner));
    }

    private NotNull notNull(RelationRow relation, ColumnRow column) {
        for (NotNullRow row : notNulls.of(relation.oid())) {
            if (row.column() == column.number()) {
                return notNull(relation, column, row);
            }
        }
        return NotNull.PLAIN;
    }

    private NotNull notNull(RelationRow relation, ColumnRow column, NotNullRow row) {
        boolean usual = row.name().equals(GeneratedName.of(relation.name(), column.name(), "not_null"));
        String comment = comments.of(SystemCatalog.CONSTRAINT, row.oid());
        return usual && row.validated() && !row.noInherit() && row.local() && comment == null
                ? NotNull.PLAIN
                : new NotNull(usual ? null : row.name(), row.validated(), row.noInherit(), row.local(), comment);
    }

    private @Nullable IdentityColumn identity(ColumnRow row) {
        SequenceRow sequence = row.identity() == ' '
                ? null
                : identitySequences.get(CatalogRows.columnKey(row.relation(), row.number()));
        QualifiedName name = sequence == null ? null : names.relation(sequence.oid());
        if (sequence == null || name == null) {
            return null;
        }
        return new IdentityColumn(
                row.identity() == 'a',
                name,
                SequenceAssembler.options(sequence),
                acls.read(sequence.acl(), AclText.Kind.SEQUENCE, names.role(sequence.owner())));
    }

    private static @Nullable String compression(ColumnRow row) {
        return switch (row.compression()) {
            case "p" -> "pglz";
            case "l" -> "lz4";
            case null, default -> row.compression();
        };
    }

    private static Storage storage(char letter) {
        return switch (letter) {
            case 'p' -> Storage.PLAIN;
            case 'e' -> Storage.EXTERNAL;
            case 'm' -> Storage.MAIN;
            default -> Storage.EXTENDED;
        };
    }
}
