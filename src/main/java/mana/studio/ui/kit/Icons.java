package mana.studio.ui.kit;

import mana.studio.schema.Column;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The studio's icons: one picture for one meaning.
public final class Icons {
    private Icons() {}

    public static FontIcon of(Ikon icon, String... styleClasses) {
        FontIcon node = new FontIcon(icon);
        node.getStyleClass().addAll(styleClasses);
        return node;
    }

    /// The icon of an object, in its kind's colour.
    public static FontIcon of(SchemaObject object) {
        return switch (object) {
            case Table table -> of(table.isPartitioned() ? Feather.LAYERS : Feather.GRID, "icon-table");
            case View view -> of(view.materialized() ? Feather.CAMERA : Feather.EYE, "icon-view");
            case Sequence _ -> of(Feather.HASH, "icon-sequence");
            case EnumType _ -> of(Feather.LIST, "icon-enum");
            case DomainType _ -> of(Feather.TYPE, "icon-type");
            case CompositeType _ -> of(Feather.PACKAGE, "icon-type");
            case Routine _ -> of(Feather.CODE, "icon-routine");
        };
    }

    public static FontIcon ofSchema() {
        return of(Feather.FOLDER, "icon-schema");
    }

    public static FontIcon of(Column column) {
        return of(column.isNotNull() ? Feather.MINUS : Feather.MORE_HORIZONTAL, "icon-column");
    }

    /// The kind of an object, in words.
    public static String word(SchemaObject object) {
        return switch (object) {
            case Table table when table.foreign() != null -> "foreign table";
            case Table table when table.isPartitioned() -> "partitioned table";
            case Table table when table.partitionOf() != null -> "partition";
            case Table _ -> "table";
            case View view -> view.materialized() ? "materialized view" : "view";
            case Sequence _ -> "sequence";
            case EnumType _ -> "enum";
            case DomainType _ -> "domain";
            case CompositeType _ -> "composite type";
            case Routine routine ->
                switch (routine.kind()) {
                    case FUNCTION -> "function";
                    case PROCEDURE -> "procedure";
                    case WINDOW -> "window function";
                };
        };
    }
}
