package mana.studio.ui.locks;

import java.time.Duration;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.locks.Row.Fold;
import mana.studio.ui.locks.Row.Subject;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The tree of locks as a table. Its rows are the model's; which is selected is too.
final class LockTable extends TableView<Row> {
    private final LockBoardModel model;
    private final LongProperty clock = new SimpleLongProperty();
    private boolean following;

    LockTable(LockBoardModel model) {
        super(model.rows());
        this.model = model;
        setId("lock-table");
        setAccessibleText("Advisory locks");
        getStyleClass().addAll("lock-table", "striped");
        setFixedCellSize(28);
        setTableMenuButtonVisible(true);
        setPlaceholder(new Label(""));
        titles();
        getColumns().add(text("Key", 130, RowText::key, "mono"));
        states();
        getColumns().add(ticking("Held / waits", 96, RowText::duration));
        getColumns().add(ticking("Waiting", 130, RowText::waiting));
        getColumns().add(text("Application", 150, RowText::application));
        getColumns().add(text("User", 110, RowText::user));
        getColumns().add(text("Client", 140, RowText::client));
        getColumns().add(text("Mode", 76, RowText::modes));
        getColumns().add(text("Level", 80, RowText::level));
        getColumns()
                .add(text(
                        "Database",
                        120,
                        row -> RowText.database(row, model.sight().get().capabilities())));
        getColumns().add(text("Root", 90, RowText::root));
        getColumns().add(text("Last statement", 420, RowText::statement, "mono"));
        getColumns().forEach(column -> column.setSortable(false));
        setRowFactory(_ -> new Line());
        getSelectionModel().selectedItemProperty().subscribe((_, now) -> chosen(now));
        model.selected().subscribe(this::follow);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// The times in the rows go on.
    void tick() {
        clock.set(clock.get() + 1);
    }

    private void chosen(@Nullable Row row) {
        if (!following && row != null) {
            // What the model does with it may change the rows, and with them the selection.
            following = true;
            model.select(row);
            following = false;
            follow(model.selected().get());
        }
    }

    private void follow(@Nullable Row row) {
        if (following) {
            return;
        }
        following = true;
        if (row == null) {
            getSelectionModel().clearSelection();
        } else {
            int index = getItems().indexOf(row);
            if (getSelectionModel().getSelectedIndex() != index) {
                getSelectionModel().clearAndSelect(index);
            }
        }
        following = false;
    }

    private void pressed(KeyEvent event) {
        Row row = getSelectionModel().getSelectedItem();
        if (row == null && !getItems().isEmpty() && event.getCode() == KeyCode.DOWN) {
            // Otherwise the first step would go to the second row, or nowhere where there is but one.
            getSelectionModel().clearAndSelect(0);
            event.consume();
        }
        if (row == null || event.isShortcutDown()) {
            return;
        }
        boolean opens = event.getCode() == KeyCode.RIGHT && row.fold() == Fold.CLOSED
                || event.getCode() == KeyCode.LEFT && row.fold() == Fold.OPEN
                || event.getCode() == KeyCode.ENTER;
        if (opens) {
            model.toggle(row);
            event.consume();
        } else if (event.getCode() == KeyCode.LEFT && row.depth() > 0) {
            parent(row);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.select((Row) null);
            event.consume();
        }
    }

    private void parent(Row row) {
        for (int at = getItems().indexOf(row) - 1; at >= 0; at--) {
            if (getItems().get(at).depth() < row.depth()) {
                getSelectionModel().clearAndSelect(at);
                scrollTo(Math.max(0, at - 2));
                return;
            }
        }
    }

    private void titles() {
        TableColumn<Row, Row> column = column("Lock, sessions", 340);
        column.setCellFactory(_ -> new TitleCell());
        getColumns().add(column);
    }

    private void states() {
        TableColumn<Row, Row> column = column("State", 150);
        column.setCellFactory(_ -> new StateCell());
        getColumns().add(column);
    }

    private TableColumn<Row, Row> text(String title, double width, Function<Row, String> words, String... styles) {
        TableColumn<Row, Row> column = column(title, width);
        column.setCellFactory(_ -> new TextCell((row, _) -> words.apply(row), styles));
        return column;
    }

    private TableColumn<Row, Row> ticking(String title, double width, BiFunction<Row, Duration, String> words) {
        TableColumn<Row, Row> column = column(title, width);
        column.setCellFactory(_ -> {
            TextCell cell = new TextCell(words);
            clock.subscribe(_ -> cell.write());
            return cell;
        });
        return column;
    }

    private static TableColumn<Row, Row> column(String title, double width) {
        TableColumn<Row, Row> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        return column;
    }

    /// A row that says to a screen reader what it is about.
    private static final class Line extends TableRow<Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("lock-row", "lock-row-gone");
            setAccessibleText(null);
            if (row != null && !empty) {
                getStyleClass().add(row.subject() instanceof Subject.Gone ? "lock-row-gone" : "lock-row");
                setAccessibleText(RowText.title(row) + ", " + RowText.aside(row) + ", " + RowText.state(row));
            }
        }
    }

    private final class TextCell extends TableCell<Row, Row> {
        private final BiFunction<Row, Duration, String> words;

        TextCell(BiFunction<Row, Duration, String> words, String... styles) {
            this.words = words;
            getStyleClass().addAll(styles);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            write();
        }

        void write() {
            Row row = getItem();
            setText(isEmpty() || row == null ? null : words.apply(row, model.grown()));
        }
    }

    private static final class StateCell extends TableCell<Row, Row> {
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(RowText.state(row));
            setGraphic(
                    row.subject() instanceof Subject.Lock lock
                            ? Icons.of(
                                    LockWords.icon(lock.assessment().state()),
                                    LockWords.style(lock.assessment().severity()))
                            : null);
        }
    }

    /// Indented, with what opens it, an icon, what it is and what it has to do with the lock.
    private final class TitleCell extends TableCell<Row, Row> {
        private final Label fold = new Label();
        private final Label title = new Label();
        private final Label aside = new Label();
        private final HBox box = new HBox(6, fold, title, aside);

        TitleCell() {
            box.setAlignment(Pos.CENTER_LEFT);
            fold.setMinWidth(16);
            fold.getStyleClass().add("lock-fold");
            title.getStyleClass().add("lock-title");
            aside.setMinWidth(0);
            title.setMinWidth(USE_PREF_SIZE);
            aside.getStyleClass().add("lock-aside");
            fold.setOnMousePressed(event -> {
                Row row = getItem();
                if (row != null && row.fold() != Fold.NONE && event.getButton() == MouseButton.PRIMARY) {
                    model.toggle(row);
                    event.consume();
                }
            });
            setOnMouseClicked(event -> {
                Row row = getItem();
                if (row != null && row.subject() instanceof Subject.More) {
                    model.toggle(row);
                    event.consume();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            fold.setGraphic(
                    switch (row.fold()) {
                        case NONE -> null;
                        case OPEN -> Icons.of(Feather.CHEVRON_DOWN);
                        case CLOSED -> Icons.of(Feather.CHEVRON_RIGHT);
                    });
            title.setText(RowText.title(row));
            title.setGraphic(icon(row));
            title.getStyleClass().removeAll("lock-maybe", "lock-link", "strong");
            row.assessment()
                    .flatMap(assessment -> assessment.name())
                    .filter(name -> row.depth() == 0 && !name.sure())
                    .ifPresent(_ -> title.getStyleClass().add("lock-maybe"));
            if (row.subject() instanceof Subject.More) {
                title.getStyleClass().add("lock-link");
            } else if (row.subject() instanceof Subject.Lock) {
                title.getStyleClass().add("strong");
            }
            aside.setText(RowText.aside(row));
            box.setPadding(new Insets(0, 0, 0, row.depth() * 18.0));
            setGraphic(box);
            setTooltip(tooltip(row));
        }

        private static @Nullable Tooltip tooltip(Row row) {
            return RowText.lockId(row)
                    .map(id -> new Tooltip(id.key().shown() + "\n" + id.key().hex()
                            + id.key()
                                    .mnemonic()
                                    .map(letters -> "\n“" + letters + "”")
                                    .orElse("")))
                    .orElse(null);
        }

        private static @Nullable Node icon(Row row) {
            return switch (row.subject()) {
                case Subject.Lock lock ->
                    Icons.of(
                            LockWords.icon(lock.assessment().severity()),
                            LockWords.style(lock.assessment().severity()));
                case Subject.Session session -> Icons.of(LockWords.icon(session.part()), "icon-column");
                case Subject.Prepared _ -> Icons.of(Feather.ARCHIVE, "icon-column");
                case Subject.Bulk _ -> Icons.of(Feather.LAYERS, "icon-column");
                case Subject.Key _ -> Icons.of(Feather.KEY, "icon-column");
                case Subject.Gone _ -> Icons.of(Feather.CHECK, "icon-column");
                case Subject.More _ -> null;
            };
        }
    }
}
