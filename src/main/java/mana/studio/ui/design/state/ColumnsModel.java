package mana.studio.ui.design.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import mana.studio.schema.Column;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// The columns of the table as lines that stay, and what is done to them.
public final class ColumnsModel {
    private static final String NO_REORDER =
            "PostgreSQL cannot reorder the columns of a table that exists; new ones can be moved among themselves.";

    private final TableModel table;
    private final ObservableList<ColumnRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    private final Subscription following;

    public ColumnsModel(TableModel table) {
        this.table = table;
        following = table.state().subscribe(this::follow);
    }

    public TableModel table() {
        return table;
    }

    public ObservableList<ColumnRow> rows() {
        return rows;
    }

    /// Why the last command did nothing; empty where it did something.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    public PartModel<Column> column(Identity id) {
        return new PartModel<>(table, PartKind.COLUMN, id);
    }

    public void close() {
        following.unsubscribe();
    }

    /// Says why something cannot be done.
    public void say(String reason) {
        said.set(reason);
    }

    private void follow(@Nullable TableState state) {
        if (state == null) {
            return;
        }
        List<ColumnLine> lines = ColumnLine.of(state);
        if (sameRows(lines)) {
            for (int i = 0; i < lines.size(); i++) {
                rows.get(i).show(lines.get(i));
            }
        } else {
            rows.setAll(lines.stream().map(this::row).toList());
        }
    }

    private boolean sameRows(List<ColumnLine> lines) {
        boolean same = lines.size() == rows.size();
        for (int i = 0; same && i < lines.size(); i++) {
            same = rows.get(i).id().same(lines.get(i).id());
        }
        return same;
    }

    /// The row that shows a column already, or a new one.
    private ColumnRow row(ColumnLine line) {
        Optional<ColumnRow> known = find(line.id());
        known.ifPresent(row -> row.show(line));
        return known.orElseGet(() -> new ColumnRow(line));
    }

    public Optional<ColumnRow> find(Identity id) {
        return rows.stream().filter(row -> row.id().same(id)).findFirst();
    }

    /// Adds a column behind one, or at the end; gives its identity, null where there is no table.
    public @Nullable Identity add(@Nullable Identity behind) {
        Table now = table.table();
        if (now == null || isFixed()) {
            return null;
        }
        Column column = Proposals.column(now);
        insert("Add column " + column.name(), List.of(column), behind);
        return column.id();
    }

    /// Adds a copy of each, behind the last; gives their identities.
    public List<Identity> duplicate(List<Identity> ids) {
        Table now = table.table();
        if (now == null || ids.isEmpty() || isFixed()) {
            return List.of();
        }
        List<Column> copies = new ArrayList<>();
        for (Column column : chosen(now, ids)) {
            List<Column> taken = new ArrayList<>(now.columns());
            taken.addAll(copies);
            copies.add(Proposals.copy(column, taken));
        }
        insert("Duplicate " + names(chosen(now, ids)), copies, ids.getLast());
        return copies.stream().map(Column::id).toList();
    }

    /// Whether the table's columns are not its own; says so.
    public boolean isFixed() {
        Table now = table.table();
        String reason = now == null ? "" : ColumnLine.fixed(now);
        said.set(reason);
        return !reason.isEmpty();
    }

    /// New columns of a table that exists come last.
    private void insert(String label, List<Column> columns, @Nullable Identity behind) {
        said.set("");
        table.edit(label, old -> {
            List<Column> all = new ArrayList<>(old.columns());
            int place = behind == null ? all.size() : indexOf(all, behind) + 1;
            boolean exists = base(old.columns().isEmpty() ? null : old) != null;
            int first = exists ? firstNew(all) : 0;
            all.addAll(Math.max(place <= 0 ? all.size() : place, first), columns);
            return old.withColumns(all);
        });
    }

    private @Nullable Table base(@Nullable Table old) {
        TableState state = table.state().get();
        return old == null || state == null ? null : state.base();
    }

    private int firstNew(List<Column> columns) {
        int place = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (exists(columns.get(i).id())) {
                place = i + 1;
            }
        }
        return place;
    }

    /// Whether the database has it.
    public boolean exists(Identity id) {
        return column(id).base() != null;
    }

    /// Moves columns up (−1) or down (1), where that is possible; says why where it is not.
    public void move(List<Identity> ids, int step) {
        Table now = table.table();
        said.set("");
        if (now == null || ids.isEmpty()) {
            return;
        }
        if (ids.stream().anyMatch(this::exists)) {
            said.set(NO_REORDER);
            return;
        }
        List<Column> moved = moved(now.columns(), ids, step);
        if (moved.equals(now.columns()) && sameOrder(moved, now.columns())) {
            return;
        }
        if (base(now) != null && firstNew(moved) > firstNew(now.columns())) {
            said.set(NO_REORDER);
            return;
        }
        table.edit("Move " + names(chosen(now, ids)), old -> old.withColumns(moved(old.columns(), ids, step)));
    }

    private static boolean sameOrder(List<Column> one, List<Column> other) {
        boolean same = one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i).id().same(other.get(i).id());
        }
        return same;
    }

    private static List<Column> moved(List<Column> columns, List<Identity> ids, int step) {
        List<Column> moved = new ArrayList<>(columns);
        int start = step < 0 ? 0 : moved.size() - 1;
        for (int i = start; i >= 0 && i < moved.size(); i -= step) {
            int to = i + step;
            boolean free = to >= 0 && to < moved.size() && !isIn(ids, moved.get(to));
            if (isIn(ids, moved.get(i)) && free) {
                moved.add(to, moved.remove(i));
            }
        }
        return moved;
    }

    /// Allows NULL, or no longer.
    public void toggleNotNull(Identity id) {
        Column column = column(id).now();
        if (column == null) {
            return;
        }
        if (inPrimaryKey(column) && column.isNotNull()) {
            said.set("A column of the primary key is not null.");
            return;
        }
        said.set("");
        boolean on = !column.isNotNull();
        column(id)
                .edit(
                        (on ? "Set not null on " : "Allow null in ") + column.name(),
                        old -> old.withNotNull(on ? notNull(id) : null));
    }

    /// The one it had, where it had one: taking it back is no change.
    private NotNull notNull(Identity id) {
        Column base = column(id).base();
        NotNull old = base == null ? null : base.notNull();
        return old == null ? NotNull.PLAIN : old;
    }

    private boolean inPrimaryKey(Column column) {
        Table now = table.table();
        return now != null
                && now.primaryKey()
                        .filter(key -> key.columns().contains(column.name()))
                        .isPresent();
    }

    /// Takes a column into the primary key, or out of it; the key comes and goes with its columns.
    public void toggleKey(Identity id) {
        Column column = column(id).now();
        if (column == null) {
            return;
        }
        said.set("");
        boolean in = inPrimaryKey(column);
        table.edit(
                (in
                        ? "Take " + column.name() + " out of the primary key"
                        : "Add " + column.name() + " to the primary key"),
                old -> in ? without(old, column) : with(old, column));
    }

    private Table with(Table old, Column column) {
        Table key = old.primaryKey()
                .map(known -> PartKind.PRIMARY_KEY.replace(
                        old, known.id(), was -> was.withColumns(appended(was.columns(), column.name()))))
                .orElseGet(() -> PartKind.PRIMARY_KEY.add(old, primaryKey(old, column.name())));
        return PartKind.COLUMN.replace(
                key, column.id(), was -> was.isNotNull() ? was : was.withNotNull(notNull(column.id())));
    }

    /// The key that was there, where there was one: it comes back as itself.
    private PrimaryKey primaryKey(Table old, String column) {
        Table base = base(old);
        return base == null
                ? Proposals.primaryKey(old, List.of(column))
                : base.primaryKey()
                        .map(key -> key.withColumns(List.of(column)))
                        .orElseGet(() -> Proposals.primaryKey(old, List.of(column)));
    }

    private static Table without(Table old, Column column) {
        PrimaryKey key = old.primaryKey().orElseThrow();
        List<String> left = key.columns().stream()
                .filter(name -> !name.equals(column.name()))
                .toList();
        return left.isEmpty()
                ? PartKind.PRIMARY_KEY.remove(old, key.id())
                : PartKind.PRIMARY_KEY.replace(old, key.id(), was -> was.withColumns(left));
    }

    private static List<String> appended(List<String> names, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return longer;
    }

    private static List<Column> chosen(Table now, List<Identity> ids) {
        return now.columns().stream().filter(column -> isIn(ids, column)).toList();
    }

    private static boolean isIn(List<Identity> ids, Column column) {
        return ids.stream().anyMatch(id -> id.same(column.id()));
    }

    private static int indexOf(List<Column> columns, Identity id) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().same(id)) {
                return i;
            }
        }
        return -1;
    }

    private static String names(List<Column> columns) {
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        return (columns.size() == 1 ? "column " : "columns ") + names;
    }
}
