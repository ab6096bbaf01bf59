package mana.studio.catalog;

import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.OtherObject;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Identifier;
import mana.studio.sql.Literal;
import org.jspecify.annotations.Nullable;

/// Comments on what is part of something else in the model: the index behind a constraint, the sequence behind an
/// identity column.
final class HiddenRemarks {
    private final CatalogRows rows;
    private final Names names;
    private final List<OtherObject> found = new ArrayList<>();

    HiddenRemarks(CatalogRows rows, Names names) {
        this.rows = rows;
        this.names = names;
    }

    List<OtherObject> others() {
        Comments comments = rows.comments.result();
        for (List<ConstraintRow> group : rows.constraints.result().all()) {
            for (ConstraintRow row : group) {
                QualifiedName table = row.index() == 0 ? null : names.relation(row.table());
                if (table != null) {
                    comment(
                            "INDEX",
                            new QualifiedName(table.schema(), row.name()),
                            comments.of(SystemCatalog.RELATION, row.index()));
                }
            }
        }
        for (SequenceRow row : rows.sequences.result()) {
            QualifiedName sequence = row.ownership() == 'i' ? names.relation(row.oid()) : null;
            if (sequence != null) {
                comment("SEQUENCE", sequence, comments.of(SystemCatalog.RELATION, row.oid()));
            }
        }
        return found;
    }

    private void comment(String word, QualifiedName name, @Nullable String comment) {
        if (comment != null) {
            String address = word + " " + Identifier.quote(name.schema(), name.name());
            String definition = "COMMENT ON " + address + " IS " + Literal.quote(comment).strip();
            found.add(OtherObject.unknown("comment", null, "on " + address, definition));
        }
    }
}
