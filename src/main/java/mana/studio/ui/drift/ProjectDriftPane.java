package mana.studio.ui.drift;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.drizzle.drift.DriftReader;
import mana.studio.drizzle.drift.Side;
import mana.studio.ui.drift.ProjectDriftModel.Line;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Every service of the project, with how much differs; one that is chosen is shown whole.
final class ProjectDriftPane extends BorderPane {
    private static final int LONG = 30;

    private final ProjectDriftModel model;
    private final Consumer<Line> open;
    private final TableView<Line> table = new TableView<>();
    private final Label said = new Label();
    private final ProgressBar bar = new ProgressBar(0);
    private final Button show = new Button("Show", Icons.of(Feather.CHEVRON_RIGHT));
    private final Button cancel = new Button("Cancel", Icons.of(Feather.X));

    /// @param open shows a service that was compared
    ProjectDriftPane(ProjectDriftModel model, Consumer<Line> open) {
        this.model = model;
        this.open = open;
        cancel.setId("drift-cancel");
        cancel.setMinWidth(USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancel());
        bar.setPrefWidth(160);
        bar.setAccessibleText("Services compared");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        show.setId("drift-show");
        show.setMinWidth(USE_PREF_SIZE);
        show.setTooltip(new Tooltip("Enter, or a double click"));
        show.setOnAction(_ -> choose(table.getSelectionModel().getSelectedItem()));
        show.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        HBox head = new HBox(12, said, bar, gap, cancel, show);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("drift-bar");
        setTop(head);
        table.setId("services");
        table.setAccessibleText("Services");
        table.getStyleClass().add("drift-table");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .setAll(List.of(
                        column("Service", 200, line -> line.service().name()),
                        column(
                                "Differences",
                                110,
                                line -> count(
                                        line, read -> read.drift().differences().size())),
                        column(
                                "Push would destroy",
                                150,
                                line -> count(
                                        line,
                                        read -> read.missing().containsKey(Side.CODE)
                                                ? null
                                                : read.losses().size())),
                        column(
                                "Unknown to Drizzle",
                                150,
                                line -> count(
                                        line,
                                        read -> read.missing().containsKey(Side.DATABASE)
                                                ? null
                                                : read.silent().size())),
                        column("Not compared", 320, ProjectDriftPane::missing)));
        table.setItems(model.lines());
        table.setRowFactory(_ -> new Row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose(table.getSelectionModel().getSelectedItem());
                event.consume();
            }
        });
        setCenter(table);
        model.lines().addListener((ListChangeListener<Line>) _ -> follow());
        model.running().subscribe(_ -> follow());
    }

    @Override
    public void requestFocus() {
        table.requestFocus();
    }

    private void choose(@Nullable Line line) {
        if (line != null) {
            open.accept(line);
        }
    }

    private void follow() {
        List<Line> lines = model.lines();
        long known = lines.stream().filter(Line::isKnown).count();
        boolean running = model.running().get();
        int differences = lines.stream()
                .mapToInt(line -> line.read() == null
                        ? 0
                        : line.read().drift().differences().size())
                .sum();
        long apart = lines.stream()
                .filter(line -> line.isKnown() && !line.isCompared())
                .count();
        String found = differences == 1 ? "1 difference" : differences + " differences";
        said.setText(
                known == lines.size()
                        ? found + " in " + (lines.size() == 1 ? "1 service" : lines.size() + " services")
                                + (apart == 0 ? "" : ", " + apart + " of them not compared")
                        : known + " of " + lines.size() + " services compared" + (running ? "" : ", then stopped"));
        bar.setProgress(lines.isEmpty() ? 0 : (double) known / lines.size());
        bar.setVisible(running);
        bar.setManaged(running);
        cancel.setVisible(running);
        cancel.setManaged(running);
    }

    private static String count(Line line, Function<DriftReader.Read, @Nullable Integer> number) {
        DriftReader.Read read = line.read();
        Integer found = read == null || !line.isCompared() ? null : number.apply(read);
        return found == null ? line.isKnown() ? "–" : "…" : found.toString();
    }

    private static String missing(Line line) {
        DriftReader.Read read = line.read();
        if (read == null) {
            return line.failed() == null ? "" : line.failed();
        }
        return read.missing().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .map(entry -> entry.getKey().word() + ": " + entry.getValue())
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ");
    }

    private static TableColumn<Line, String> column(String title, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setMinWidth(70);
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(text.apply(row.getValue())));
        column.setCellFactory(_ -> new TextCell(title.equals("Push would destroy")));
        return column;
    }

    private static final class TextCell extends TableCell<Line, String> {
        private final boolean alarming;

        TextCell(boolean alarming) {
            this.alarming = alarming;
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            String shown = empty || text == null ? "" : text;
            boolean quiet = shown.equals("0") || shown.equals("…") || shown.equals("–");
            setText(shown.isEmpty() ? null : shown);
            setTooltip(shown.length() < LONG ? null : new Tooltip(shown));
            getStyleClass().removeAll("muted", "drift-alarm");
            if (quiet) {
                getStyleClass().add("muted");
            } else if (!shown.isEmpty() && alarming) {
                getStyleClass().add("drift-alarm");
            }
        }
    }

    private final class Row extends TableRow<Line> {
        Row() {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2) {
                    choose(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setAccessibleText(
                    empty || line == null
                            ? null
                            : line.service().name() + ", "
                                    + count(
                                            line,
                                            read -> read.drift().differences().size()) + " differences. "
                                    + missing(line));
        }
    }
}
