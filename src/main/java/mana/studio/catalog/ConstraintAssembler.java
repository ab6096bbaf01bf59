package mana.studio.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Action;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.Deferrability;
import mana.studio.schema.Constraint.Exclusion;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.Match;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.DomainType.DomainCheck;
import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Puts the constraints of tables and domains together.
final class ConstraintAssembler {
    private final Grouped<ConstraintRow> constraints;
    private final Comments comments;
    private final Names names;
    private final ColumnAssembler columns;
    private final IndexAssembler indexes;

    ConstraintAssembler(CatalogRows rows, Names names, ColumnAssembler columns, IndexAssembler indexes) {
        this.constraints = rows.constraints.result();
        this.comments = rows.comments.result();
        this.names = names;
        this.columns = columns;
        this.indexes = indexes;
    }

    /// The constraints of a table, by name.
    List<Constraint> ofTable(long table) {
        List<Constraint> list = new ArrayList<>();
        for (ConstraintRow row : constraints.of(table)) {
            list.add(constraint(row));
        }
        list.sort(Comparator.comparing(Constraint::name));
        return list;
    }

    /// The checks of a domain, by name.
    List<DomainCheck> ofDomain(long domain) {
        return constraints.of(domain).stream()
                .filter(row -> row.domain() == domain)
                .map(row -> new DomainCheck(
                        Identity.ofOid(row.oid()), row.name(), definition(row), row.validated(), comment(row)))
                .sorted(Comparator.comparing(DomainCheck::name))
                .toList();
    }

    private Constraint constraint(ConstraintRow row) {
        Identity id = Identity.ofOid(row.oid());
        String comment = comment(row);
        return switch (row.kind()) {
            case 'p' -> primaryKey(row, id, comment);
            case 'u' -> unique(row, id, comment);
            case 'f' -> foreignKey(row, id, comment);
            case 'c' ->
                new Check(
                        id,
                        row.name(),
                        comment,
                        row.local(),
                        definition(row),
                        row.noInherit(),
                        row.validated(),
                        row.enforced());
            default -> new Exclusion(id, row.name(), comment, row.local(), definition(row));
        };
    }

    private PrimaryKey primaryKey(ConstraintRow row, Identity id, @Nullable String comment) {
        return new PrimaryKey(
                id,
                row.name(),
                comment,
                row.local(),
                columns.names(row.table(), row.columns()),
                deferrability(row),
                row.period(),
                indexes.backing(row.index()));
    }

    private Unique unique(ConstraintRow row, Identity id, @Nullable String comment) {
        return new Unique(
                id,
                row.name(),
                comment,
                row.local(),
                columns.names(row.table(), row.columns()),
                deferrability(row),
                indexes.nullsNotDistinct(row.index()),
                row.period(),
                indexes.backing(row.index()));
    }

    private ForeignKey foreignKey(ConstraintRow row, Identity id, @Nullable String comment) {
        QualifiedName referenced = Objects.requireNonNull(names.relation(row.referencedTable()), row.name());
        return new ForeignKey(
                id,
                row.name(),
                comment,
                row.local(),
                columns.names(row.table(), row.columns()),
                referenced,
                columns.names(row.referencedTable(), row.referencedColumns()),
                action(row.onUpdate()),
                action(row.onDelete()),
                columns.names(row.table(), row.setColumns()),
                match(row.match()),
                deferrability(row),
                row.validated(),
                row.enforced(),
                row.period());
    }

    private @Nullable String comment(ConstraintRow row) {
        return comments.of(SystemCatalog.CONSTRAINT, row.oid());
    }

    private static String definition(ConstraintRow row) {
        return Objects.requireNonNull(row.definition(), row.name());
    }

    private static Deferrability deferrability(ConstraintRow row) {
        if (!row.deferrable()) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return row.deferred() ? Deferrability.INITIALLY_DEFERRED : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static Action action(char letter) {
        return switch (letter) {
            case 'r' -> Action.RESTRICT;
            case 'c' -> Action.CASCADE;
            case 'n' -> Action.SET_NULL;
            case 'd' -> Action.SET_DEFAULT;
            default -> Action.NO_ACTION;
        };
    }

    private static Match match(char letter) {
        return switch (letter) {
            case 'f' -> Match.FULL;
            case 'p' -> Match.PARTIAL;
            default -> Match.SIMPLE;
        };
    }
}
