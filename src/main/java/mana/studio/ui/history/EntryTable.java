package mana.studio.ui.history;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import mana.studio.drizzle.history.BooksRow;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.Flaws;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.Owner;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.history.State;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The migrations of a service, a line each: state, name, time, row, what else.
final class EntryTable extends TableView<Entry> {
    private boolean changing;

    /// @param chosen hears which is chosen
    EntryTable(Consumer<Optional<Entry>> chosen) {
        setId("migrations");
        setAccessibleText("Migrations");
        getStyleClass().add("history-table");
        setFixedCellSize(30);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getColumns()
                .setAll(List.of(
                        column("State", 164, 130, Function.identity(), StateCell::new),
                        column("Migration", 210, 120, Entry::tag, EntryTable::plain),
                        column("Time (UTC)", 136, 136, entry -> time(entry.when()), EntryTable::muted),
                        column("Row", 52, 52, EntryTable::row, EntryTable::muted),
                        column("Note", 200, 80, EntryTable::note, EntryTable::muted)));
        getColumns().forEach(column -> column.setReorderable(false));
        setRowFactory(_ -> new Row());
        getSelectionModel().selectedItemProperty().subscribe(_ -> {
            if (!changing) {
                chosen.accept(chosen());
            }
        });
    }

    Optional<Entry> chosen() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /// Shows other entries; the one of the same name stays chosen, else the first that needs a person.
    void show(History history, boolean attentionOnly, boolean byTime) {
        String before = chosen().map(Entry::tag).orElse("");
        Stream<Entry> wanted = history.entries().stream().filter(entry -> !attentionOnly || entry.needsAttention());
        if (byTime) {
            wanted = wanted.sorted(Comparator.comparingLong(
                    entry -> entry.when() == null ? Long.MAX_VALUE : Objects.requireNonNull(entry.when())));
        }
        changing = true;
        getItems().setAll(wanted.toList());
        changing = false;
        Entry again = getItems().stream()
                .filter(entry -> entry.tag().equals(before))
                .findFirst()
                .or(() -> getItems().stream().filter(EntryTable::isBad).findFirst())
                .or(() -> getItems().stream().filter(Entry::needsAttention).findFirst())
                .or(() -> getItems().stream().findFirst())
                .orElse(null);
        getSelectionModel().select(again);
        if (again != null && getItems().indexOf(again) > 6) {
            scrollTo(getItems().indexOf(again) - 3);
        }
    }

    private static boolean isBad(Entry entry) {
        return StateLook.style(entry.state()).equals("state-bad");
    }

    private static String time(@Nullable Long when) {
        return when == null ? "–" : Sentences.time(when).replace(" UTC", "");
    }

    private static String row(Entry entry) {
        BooksRow row = entry.state().ran();
        return row == null ? "–" : row.id() == null ? "yes" : String.format(Locale.ROOT, "%d", row.id());
    }

    /// In a few words what the sentence beside says.
    static String note(Entry entry) {
        String state = switch (entry.state()) {
            case State.Applied _, State.Pending _ -> "";
            case State.Edited _ -> "hash differs";
            case State.OtherLineEnds same -> same.carriageReturns() ? "CRLF now" : "LF now";
            case State.Rewritten _ -> "file and when rewritten";
            case State.RunsAgain again ->
                switch (again.why()) {
                    case State.Again.NoTime _ -> "a row has no created_at";
                    case State.Again.MovedOn _ -> "its when was moved on";
                    case State.Again.Renamed _ -> "its folder was renamed";
                };
            case State.Skipped skipped ->
                switch (skipped.owner()) {
                    case Owner.Of owner -> "not after " + owner.tag() + " of " + owner.service();
                    case Owner.Unknown _ -> "not after " + skipped.cause().shown();
                };
            case State.FileMissing _ -> "";
            case State.NotInJournal lost -> lost.row() == null ? "never run" : "ran here";
            case State.RowOnly _ -> "unknown hash";
            case State.OfOther other -> other.owner().service();
            case State.NotRead _ -> "";
        };
        return Stream.concat(
                        Stream.of(state).filter(words -> !words.isEmpty()),
                        entry.flaws().stream().map(Flaws::word).distinct())
                .collect(Collectors.joining(" · "));
    }

    private interface Cells<T> {
        TableCell<Entry, T> make();
    }

    private static <T> TableColumn<Entry, T> column(
            String title, double width, double least, Function<Entry, T> value, Cells<T> cells) {
        TableColumn<Entry, T> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(least);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        column.setCellFactory(_ -> cells.make());
        return column;
    }

    private static TableCell<Entry, String> plain() {
        return new TextCell("history-tag");
    }

    private static TableCell<Entry, String> muted() {
        return new TextCell("muted");
    }

    /// Long text is cut at its end, and whole in the tooltip.
    private static final class TextCell extends TableCell<Entry, String> {
        TextCell(String style) {
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.length() < 24 ? null : new Tooltip(text));
        }
    }

    private static final class StateCell extends TableCell<Entry, Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : StateLook.label(entry));
        }
    }

    /// The row tells a screen reader everything.
    private static final class Row extends TableRow<Entry> {
        @Override
        protected void updateItem(@Nullable Entry entry, boolean empty) {
            super.updateItem(entry, empty);
            getStyleClass().remove("history-foreign");
            if (empty || entry == null) {
                setAccessibleText(null);
                return;
            }
            if (entry.state() instanceof State.OfOther) {
                getStyleClass().add("history-foreign");
            }
            setAccessibleText(
                    String.join(" ", Sentences.word(entry.state()), entry.tag(), time(entry.when()), note(entry)));
        }
    }

    /// What stands in its place where the filter leaves nothing.
    static Label nothingLeft() {
        Label label = new Label("Nothing here needs attention.", Icons.of(Feather.CHECK_CIRCLE, "state-good"));
        label.getStyleClass().add("muted");
        return label;
    }
}
