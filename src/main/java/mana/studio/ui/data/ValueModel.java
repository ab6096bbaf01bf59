package mana.studio.ui.data;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import mana.studio.rows.Cell;
import mana.studio.rows.Row;
import mana.studio.schema.Column;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import org.jspecify.annotations.Nullable;

/// The value under the cursor, whole and laid out. Follows the cursor while it is open; what was cut is fetched.
final class ValueModel {
    private final DataModel data;
    private final CursorCell cursor;
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private String whole = "";

    /// What is on screen.
    ///
    /// @param facts   type and size
    /// @param note    what a person should know besides; empty for nothing
    /// @param failure why it could not be fetched; null where it could
    record Shown(
            String name, String facts, String note, ValueText text, boolean loading, @Nullable Failure failure) {
        static final Shown NOTHING =
                new Shown("No cell selected", "", "Choose a cell to see its value.", ValueText.NOTHING, false, null);
    }

    /// Finds what the cursor is on.
    interface CursorCell {
        /// The row; null for none.
        @Nullable Row row();

        /// The column; null for none.
        @Nullable Column column();
    }

    ValueModel(DataModel data, CursorCell cursor) {
        this.data = data;
        this.cursor = cursor;
        open.addListener(_ -> follow());
        data.selection().range().addListener(_ -> follow());
        data.window().openedAt().addListener(_ -> follow());
    }

    BooleanProperty open() {
        return open;
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The value's text as stored, for the clipboard; what is known of it while it is fetched.
    String whole() {
        return whole;
    }

    private void follow() {
        Row row = cursor.row();
        Column column = cursor.column();
        if (!open.get()) {
            return;
        }
        if (row == null || column == null) {
            whole = "";
            shown.set(Shown.NOTHING);
            return;
        }
        Cell cell = row.cells().get(data.relation().columns().indexOf(column));
        if (cell.cut()) {
            show(column, cell, true, null);
            data.beside().value(
                    row,
                    column.name(),
                    fetched -> show(column, fetched, false, null),
                    failure -> show(column, cell, false, failure));
        } else {
            show(column, cell, false, null);
        }
    }

    private void show(Column column, Cell cell, boolean loading, @Nullable Failure failure) {
        String text = cell.text();
        whole = text == null ? "" : text;
        if (text == null) {
            set(column, cell, "This value is NULL.", ValueText.NOTHING, loading, failure);
        } else if (text.isEmpty() && !cell.cut()) {
            set(column, cell, "This value is the empty text.", ValueText.NOTHING, loading, failure);
        } else if (cell.cut()) {
            set(column, cell, "", new ValueText(text, List.of(), false), loading, failure);
        } else {
            layOut(column, cell, text);
        }
    }

    /// Laying out a large value takes a while: not on this thread.
    private void layOut(Column column, Cell cell, String text) {
        String title = "Laying out " + column.name();
        Job<ValueText> job = Job.<ValueText>of(title, _ -> ValueText.of(column.type(), text))
                .quietly()
                .superseding(List.of(this, "layout"));
        Background background = data.background();
        background.start(job.whenDone(laidOut -> set(column, cell, note(laidOut), laidOut, false, null))
                .whenFailed(error -> set(
                        column,
                        cell,
                        "",
                        new ValueText(text, List.of(), true),
                        false,
                        Failure.of(title, error))));
    }

    private static String note(ValueText laidOut) {
        return laidOut.whole()
                ? ""
                : "Only the beginning is shown (" + Counts.of(ValueText.LIMIT, "character") + "). Copy takes all.";
    }

    private void set(
            Column column, Cell cell, String note, ValueText text, boolean loading, @Nullable Failure failure) {
        String size = cell.isNull() ? "" : " · " + size(column, cell);
        shown.set(new Shown(column.name(), column.type().sql() + size, note, text, loading, failure));
    }

    private static String size(Column column, Cell cell) {
        return switch (column.type().family()) {
            case BINARY -> Amounts.bytes(cell.length());
            case BOOLEAN, INTEGER, DECIMAL, TEXT, UUID, DATE, TIME, TIMESTAMP, INTERVAL, JSON, ENUM, ARRAY, RANGE,
                    COMPOSITE, NETWORK, GEOMETRIC, BITS, OTHER ->
                cell.cut() ? Amounts.bytes(cell.length()) : Counts.of(cell.length(), "character");
        };
    }
}
