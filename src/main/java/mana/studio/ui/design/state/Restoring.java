package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;

/// Brings back what was removed from a table, as the database has it.
public final class Restoring {
    private Restoring() {}

    /// A column, at its old place, with the keys, indexes and checks of the table that went with it and stand on
    /// nothing
    /// else that is gone.
    public static void column(TableModel model, Identity id) {
        TableState state = model.state().get();
        Table base = state == null ? null : state.base();
        if (base == null) {
            return;
        }
        PartKind.COLUMN
                .find(base, id)
                .ifPresent(column ->
                        model.edit("Bring back column " + column.name(), now -> Returning.column(now, base, column)));
    }

    /// A part that is no column.
    public static <P> void part(PartModel<P> part) {
        P old = part.base();
        if (old != null) {
            part.table()
                    .edit(
                            "Bring back " + part.kind().word() + " " + part.name(),
                            now -> part.kind().find(now, part.id()).isPresent()
                                    ? now
                                    : part.kind().add(now, old));
        }
    }

    /// The dropped table, with the foreign keys that led to it.
    public static void table(TableModel model) {
        TableState state = model.state().get();
        Table base = state == null ? null : state.base();
        if (state != null && base != null && state.table() == null) {
            Database before = state.design().base();
            model.session()
                    .designing()
                    .edit(Edit.of(
                            "Bring back table " + base.name(), now -> withKeys(Edits.add(now, base), before, base)));
        }
    }

    private static Database withKeys(Database now, Database before, Table base) {
        Database back = now;
        for (Table other : before.tables().toList()) {
            for (ForeignKey key : other.foreignKeys()) {
                boolean led = key.referencedTable().equals(base.name());
                Optional<Table> still = Edits.table(back, other.id());
                boolean fits = still.filter(table -> Edits.constraint(table, key.id())
                                        .isEmpty()
                                && key.columns().stream()
                                        .allMatch(column -> table.column(column).isPresent()))
                        .isPresent();
                if (led && fits) {
                    back = Edits.addConstraint(back, other.id(), key);
                }
            }
        }
        return back;
    }

    /// Takes back all changes of the table. Names first, so that what names them follows.
    public static void revert(TableModel model) {
        TableState state = model.state().get();
        Table base = state == null ? null : state.base();
        if (base != null) {
            model.session()
                    .designing()
                    .edit(Edit.of("Revert changes of table " + base.name(), now -> reverted(now, base)));
        }
    }

    private static Database reverted(Database now, Table base) {
        Database back = now;
        for (Column column : base.columns()) {
            back = Edits.renameColumn(back, base.id(), column.id(), column.name());
        }
        back = Edits.rename(back, base.id(), base.name().name());
        back = Edits.move(back, base.id(), base.name().schema());
        return Edits.replace(back, base);
    }

    /// The table as a table with a column back in it.
    private static final class Returning {
        static Table column(Table now, Table base, Column column) {
            if (PartKind.COLUMN.find(now, column.id()).isPresent()) {
                return now;
            }
            List<Column> columns = new ArrayList<>(now.columns());
            columns.add(place(now, base, column), column);
            Table back = now.withColumns(columns);
            back = parts(PartKind.PRIMARY_KEY, back, base, column, key -> key.columns());
            back = parts(PartKind.UNIQUE, back, base, column, key -> key.columns());
            back = parts(PartKind.FOREIGN_KEY, back, base, column, key -> key.columns());
            return parts(
                    PartKind.INDEX,
                    back,
                    base,
                    column,
                    index -> index.keys().stream()
                            .map(key -> key.column() == null ? "" : key.column())
                            .toList());
        }

        private static int place(Table now, Table base, Column column) {
            int place = 0;
            for (Column each : base.columns()) {
                if (each.id().same(column.id())) {
                    break;
                }
                for (int i = 0; i < now.columns().size(); i++) {
                    if (now.columns().get(i).id().same(each.id())) {
                        place = i + 1;
                    }
                }
            }
            return place;
        }

        private static <P> Table parts(
                PartKind<P> kind, Table now, Table base, Column column, Function<P, List<String>> columns) {
            Table back = now;
            for (P part : kind.all().apply(base)) {
                List<String> names = columns.apply(part);
                boolean whole = names.stream()
                        .allMatch(name -> name.isEmpty() || now.column(name).isPresent());
                boolean gone = kind.find(now, kind.id().apply(part)).isEmpty();
                if (names.contains(column.name()) && whole && gone) {
                    back = kind.add(back, part);
                }
            }
            return back;
        }
    }
}
