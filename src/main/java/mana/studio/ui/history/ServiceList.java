package mana.studio.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.State;
import mana.studio.drizzle.project.Service;
import mana.studio.ui.history.HistoryModel.Loaded;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The services of the project: which schemas they own, and how their migrations stand.
final class ServiceList extends ListView<ServiceList.Listed> {
    private boolean changing;

    /// A service and its history.
    record Listed(Service service, History history) {
        /// In a few words, the worst first.
        String summary() {
            List<String> parts = new ArrayList<>();
            add(parts, count(State.Skipped.class), "will be skipped");
            add(parts, count(State.RunsAgain.class), "run again");
            add(parts, count(State.FileMissing.class), "without a file");
            add(parts, count(State.Edited.class) + count(State.Rewritten.class), "edited");
            add(parts, count(State.OtherLineEnds.class), "with other line ends");
            add(parts, count(State.NotInJournal.class), "not in the journal");
            add(parts, count(State.RowOnly.class), "without a file here");
            add(parts, count(State.NotRead.class), "not read");
            add(parts, count(State.Pending.class), "pending");
            if (parts.isEmpty()) {
                return history.entries().isEmpty() ? "no migrations" : "all " + count(State.Applied.class) + " applied";
            }
            return String.join(", ", parts.subList(0, Math.min(2, parts.size())));
        }

        private long count(Class<? extends State> state) {
            return history.count(state);
        }

        private static void add(List<String> parts, long count, String words) {
            if (count > 0) {
                parts.add(count + " " + words);
            }
        }

        boolean isWrong() {
            return history.entries().stream().anyMatch(Entry::needsAttention);
        }
    }

    ServiceList(Consumer<String> chosen) {
        setId("services");
        setAccessibleText("Services");
        getStyleClass().add("service-list");
        setCellFactory(_ -> new Cell());
        getSelectionModel().selectedItemProperty().subscribe(listed -> {
            if (!changing && listed != null) {
                chosen.accept(listed.service().name());
            }
        });
    }

    void show(Loaded loaded, @Nullable History chosen) {
        List<Listed> all = new ArrayList<>();
        for (Service service : loaded.project().services()) {
            loaded.histories().of(service.name()).ifPresent(history -> all.add(new Listed(service, history)));
        }
        changing = true;
        getItems().setAll(all);
        all.stream()
                .filter(one -> chosen != null && one.service().name().equals(chosen.service()))
                .findFirst()
                .ifPresent(getSelectionModel()::select);
        changing = false;
    }

    private static final class Cell extends ListCell<Listed> {
        private final Label name = new Label();
        private final Label owns = new Label();
        private final Label summary = new Label();
        private final VBox words = new VBox(1, name, owns, summary);
        private final HBox line = new HBox(8);

        Cell() {
            setPrefWidth(0);
            name.getStyleClass().add("service-name");
            owns.getStyleClass().add("muted");
            summary.getStyleClass().add("service-summary");
            HBox.setHgrow(words, Priority.ALWAYS);
            words.setMinWidth(0);
            line.setAlignment(Pos.TOP_LEFT);
        }

        @Override
        protected void updateItem(@Nullable Listed listed, boolean empty) {
            super.updateItem(listed, empty);
            if (empty || listed == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            name.setText(listed.service().name());
            owns.setText(owns(listed.service()));
            summary.setText(listed.summary());
            summary.getStyleClass().removeAll("state-odd", "state-good");
            summary.getStyleClass().add(listed.isWrong() ? "state-odd" : "muted");
            line.getChildren()
                    .setAll(
                            listed.isWrong()
                                    ? Icons.of(Feather.ALERT_TRIANGLE, "state-odd")
                                    : Icons.of(Feather.CHECK_CIRCLE, "state-good"),
                            words);
            setGraphic(line);
            setAccessibleText(String.join(
                    ", ",
                    name.getText(),
                    owns.getText(),
                    summary.getText(),
                    listed.isWrong() ? "needs attention" : ""));
        }

        private static String owns(Service service) {
            return service.owns().isEmpty()
                    ? "owns no schema"
                    : (service.owns().size() == 1 ? "schema " : "schemas ") + String.join(", ", service.owns());
        }
    }
}
