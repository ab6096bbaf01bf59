package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mana.studio.ddl.Pieces;
import mana.studio.plan.Rename;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.Privileges.Grant;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.View;
import mana.studio.sql.Identifier;

/// A table or view that is renamed can still be read and written under its old name: a view bears it.
///
/// @param name     the old name
/// @param relation what it shows, under its new name, with the columns it has at that moment
record OldName(QualifiedName name, Relation relation, int major) {
    /// @param before the model in which the relation has its new name
    /// @param both   the model in which the old name must be free
    static Optional<OldName> of(Rename rename, List<Rename> all, Database before, Database both) {
        if (rename.what() != Rename.Kind.RELATION) {
            return Optional.empty();
        }
        QualifiedName from = new QualifiedName(rename.from().get(0), rename.from().get(1));
        QualifiedName to = new QualifiedName(rename.to().get(0), rename.to().get(1));
        boolean schemasStay = all.stream().noneMatch(other -> other.what() == Rename.Kind.SCHEMA);
        boolean isFree = both.relation(from).isEmpty() && both.schema(from.schema()).isPresent();
        return schemasStay && isFree
                ? before.relation(to).map(relation -> new OldName(from, relation, before.version() / 10_000))
                : Optional.empty();
    }

    List<String> create() {
        String columns = relation.columns().stream()
                .map(Column::name)
                .map(Identifier::quote)
                .collect(Collectors.joining(", "));
        List<String> sql = new ArrayList<>();
        // The policies of the table are those of whoever asks, not of the view's owner.
        sql.add("CREATE VIEW " + Pieces.name(name) + (major >= 15 ? " WITH (security_invoker = true)" : "")
                + " AS SELECT " + columns + " FROM " + Pieces.name(relation.name()));
        for (Grant grant : relation.privileges().grants()) {
            List<String> known = grant.privileges().stream()
                    .filter(privilege -> !(relation instanceof View) || !privilege.equals("MAINTAIN"))
                    .toList();
            sql.add("GRANT " + String.join(", ", known) + " ON " + Pieces.name(name) + " TO "
                    + (grant.grantee().isEmpty() ? "PUBLIC" : Identifier.quote(grant.grantee())));
        }
        return sql;
    }

    String drop() {
        return "DROP VIEW " + Pieces.name(name);
    }
}
