package mana.studio.ui.design.state;

import mana.studio.design.Edits;
import mana.studio.design.TypeNames;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;

/// Types of columns as they are typed.
public final class Types {
    private Types() {}

    /// The column becomes one of the type that was typed; it stays what it is while that is none.
    public static Database typed(Database database, Identity table, Identity column, String text) {
        return switch (TypeNames.of(database).read(text)) {
            case TypeNames.Known known -> with(database, table, column, known.type());
            case TypeNames.Serial serial -> with(database, table, column, serial.type());
            case TypeNames.Unknown _ -> database;
        };
    }

    /// The column becomes one of the type that was typed, even where there is none such: a design may be left half
    /// done.
    public static Database left(Database database, Identity table, Identity column, String text) {
        boolean unknown = TypeNames.of(database).read(text) instanceof TypeNames.Unknown;
        return unknown && !text.isBlank()
                ? with(database, table, column, new DataType(text.strip(), Family.OTHER, null))
                : typed(database, table, column, text);
    }

    /// What is to be said of what was typed; empty for nothing.
    public static String said(Database database, String text) {
        return switch (TypeNames.of(database).read(text)) {
            case TypeNames.Known _ -> "";
            case TypeNames.Serial serial -> serial.message();
            case TypeNames.Unknown unknown -> unknown.message();
        };
    }

    private static Database with(Database database, Identity table, Identity column, DataType type) {
        return Edits.changeColumn(database, table, column, old -> old.withType(type));
    }
}
