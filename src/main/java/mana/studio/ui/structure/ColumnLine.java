package mana.studio.ui.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.ui.kit.ColumnMark;

/// A column as a line of the grid.
///
/// @param number     its place in the table, from 1
/// @param references the tables its foreign keys lead to, without those that have other columns beside it
record ColumnLine(int number, Column column, List<ColumnMark> marks, List<Reference> references) {
    ColumnLine {
        marks = List.copyOf(marks);
        references = List.copyOf(references);
    }

    /// @param text `auth.users.id`
    record Reference(String text, QualifiedName table) {}

    static List<ColumnLine> of(Relation relation) {
        List<ColumnLine> lines = new ArrayList<>();
        for (Column column : relation.columns()) {
            lines.add(new ColumnLine(
                    lines.size() + 1, column, ColumnMark.of(relation, column), references(relation, column)));
        }
        return lines;
    }

    private static List<Reference> references(Relation relation, Column column) {
        return relation instanceof Table table
                ? table.foreignKeys().stream()
                        .flatMap(key -> reference(key, column).stream())
                        .toList()
                : List.of();
    }

    private static Optional<Reference> reference(Constraint.ForeignKey key, Column column) {
        return key.columns().equals(List.of(column.name()))
                        && key.referencedColumns().size() == 1
                ? Optional.of(new Reference(
                        key.referencedTable() + "." + key.referencedColumns().getFirst(), key.referencedTable()))
                : Optional.empty();
    }

    /// What it is without a value: the default, or how its values are made.
    String defaultText() {
        Column.Generated generated = column.generated();
        if (generated != null) {
            return "= " + generated.expression();
        }
        Column.IdentityColumn identity = column.identity();
        if (identity != null) {
            return identity.always() ? "identity, always" : "identity, by default";
        }
        return column.defaultExpression() == null ? "" : column.defaultExpression();
    }

    /// Comment, and what else is unusual about it.
    String notes() {
        List<String> notes = new ArrayList<>();
        if (column.comment() != null) {
            notes.add(column.comment());
        }
        if (column.collation() != null) {
            notes.add("collation " + column.collation().name());
        }
        if (column.notNull() != null && !column.notNull().validated()) {
            notes.add("not null not valid");
        }
        if (column.compression() != null) {
            notes.add("compression " + column.compression());
        }
        if (!column.local()) {
            notes.add("inherited");
        }
        notes.addAll(column.options());
        return String.join(" · ", notes);
    }
}
