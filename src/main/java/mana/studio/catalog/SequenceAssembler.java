package mana.studio.catalog;

import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Sequence;
import mana.studio.schema.Sequence.OwningColumn;
import mana.studio.schema.SequenceOptions;
import org.jspecify.annotations.Nullable;

/// Puts sequences together.
final class SequenceAssembler {
    private static final int INT2 = 21;
    private static final int INT4 = 23;

    private final Names names;
    private final AclText acls;
    private final Comments comments;
    private final ColumnAssembler columns;

    SequenceAssembler(Names names, AclText acls, Comments comments, ColumnAssembler columns) {
        this.names = names;
        this.acls = acls;
        this.comments = comments;
        this.columns = columns;
    }

    static SequenceOptions options(SequenceRow row) {
        String type =
                switch (row.type()) {
                    case INT2 -> "smallint";
                    case INT4 -> "integer";
                    default -> "bigint";
                };
        return new SequenceOptions(
                type, row.start(), row.increment(), row.minimum(), row.maximum(), row.cache(), row.cycle());
    }

    Sequence sequence(SequenceRow row, QualifiedName name) {
        String owner = names.role(row.owner());
        return new Sequence(
                Identity.ofOid(row.oid()),
                name,
                owner,
                comments.of(SystemCatalog.RELATION, row.oid()),
                acls.read(row.acl(), AclText.Kind.SEQUENCE, owner),
                options(row),
                row.persistence() == 'u',
                owningColumn(row));
    }

    private @Nullable OwningColumn owningColumn(SequenceRow row) {
        QualifiedName table = row.ownership() == 'a' ? names.relation(row.table()) : null;
        return table == null ? null : new OwningColumn(table, columns.name(row.table(), row.column()));
    }
}
