package mana.studio.ui.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What a column is beside a name and a type.
///
/// @param kind which mark it is
/// @param text in words: `references auth.users (id)`
public record ColumnMark(Kind kind, String text) {
    /// The marks, in the order in which they are shown.
    public enum Kind {
        PRIMARY_KEY(Feather.KEY, "icon-key"),
        FOREIGN_KEY(Feather.ARROW_UP_RIGHT, "icon-link"),
        UNIQUE(Feather.STAR, "icon-unique"),
        IDENTITY(Feather.CHEVRONS_UP, "icon-generated"),
        GENERATED(Feather.ZAP, "icon-generated");

        private final Feather icon;
        private final String styleClass;

        Kind(Feather icon, String styleClass) {
            this.icon = icon;
            this.styleClass = styleClass;
        }

        public FontIcon icon() {
            return Icons.of(icon, styleClass);
        }
    }

    /// The marks of a column, the primary key first.
    public static List<ColumnMark> of(Relation relation, Column column) {
        List<ColumnMark> marks = new ArrayList<>();
        switch (relation) {
            case Table table -> ofKeys(table, column.name(), marks);
            case View _ -> {}
        }
        if (column.identity() != null) {
            marks.add(new ColumnMark(
                    Kind.IDENTITY, column.identity().always() ? "identity, always" : "identity, by default"));
        }
        if (column.generated() != null) {
            marks.add(new ColumnMark(
                    Kind.GENERATED,
                    (column.generated().stored() ? "generated, stored: " : "generated, virtual: ")
                            + column.generated().expression()));
        }
        return marks;
    }

    private static void ofKeys(Table table, String column, List<ColumnMark> marks) {
        for (Constraint constraint : table.constraints()) {
            if (constraint.columns().contains(column)) {
                switch (constraint) {
                    case Constraint.PrimaryKey key ->
                        marks.add(new ColumnMark(Kind.PRIMARY_KEY, keyText("primary key", key)));
                    case Constraint.ForeignKey key ->
                        marks.add(new ColumnMark(
                                Kind.FOREIGN_KEY,
                                "references " + key.referencedTable() + " ("
                                        + String.join(", ", key.referencedColumns()) + ")"));
                    case Constraint.Unique key -> marks.add(new ColumnMark(Kind.UNIQUE, keyText("unique", key)));
                    case Constraint.Check _, Constraint.Exclusion _ -> {}
                }
            }
        }
        marks.sort(Comparator.comparing(ColumnMark::kind));
    }

    private static String keyText(String word, Constraint key) {
        return key.columns().size() == 1 ? word : word + " (" + String.join(", ", key.columns()) + ")";
    }
}
