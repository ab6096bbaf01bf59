package mana.studio.ui.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.Outcome;
import mana.studio.drizzle.history.Repair;
import mana.studio.drizzle.history.Repairs;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.history.Trouble;
import mana.studio.drizzle.project.Service;
import mana.studio.ui.history.HistoryModel.Loaded;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.ServiceMigrations;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The history of one service: what the next migrate does, what is wrong with the whole, the migrations, and below what
/// there is to know of the chosen one.
final class HistoryPane extends BorderPane {
    /// So many that they scroll, and how high they are then.
    private static final int MANY = 4;

    private static final double TROUBLES = 132;

    private final Navigator navigator;
    private final HistoryModel model;
    private final SchemaModel schema;
    private final Consumer<Repair> repair;
    private final EntryTable table;
    private final DetailPane detail;
    private final VBox head = new VBox(8);
    private @Nullable History shown;

    HistoryPane(Session session, HistoryModel model, Consumer<Repair> repair) {
        this.navigator = session.navigator();
        this.model = model;
        this.repair = repair;
        schema = new SchemaModel(session);
        detail = new DetailPane(schema, session.background(), repair);
        table = new EntryTable(this::choose);
        table.setPlaceholder(EntryTable.nothingLeft());
        head.getStyleClass().add("history-head");
        SplitPane split = new SplitPane(table, detail);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.38);
        setTop(head);
        setCenter(split);
        model.chosen().subscribe(this::show);
        model.attentionOnly().subscribe((_, _) -> fill());
        model.byTime().subscribe((_, _) -> fill());
    }

    void focusTable() {
        table.requestFocus();
    }

    void find() {
        detail.find();
    }

    private void show(@Nullable History history) {
        if (shown != null && history != null && history.isStill(shown)) {
            // The folder is watched and read often: what is the same stays as it stands, under whose mouse it may be.
            return;
        }
        boolean other = shown == null || history == null || !shown.service().equals(history.service());
        shown = history;
        if (other) {
            schema.clear();
            table.getSelectionModel().clearSelection();
        }
        fill();
    }

    private void fill() {
        History history = shown;
        if (history == null) {
            return;
        }
        head(history);
        if (history.entries().isEmpty()) {
            table.setPlaceholder(new EmptyState(
                    Feather.INBOX,
                    "No migrations yet",
                    "There is nothing in " + history.folder().root() + "."));
        } else {
            table.setPlaceholder(EntryTable.nothingLeft());
        }
        table.show(history, model.attentionOnly().get(), model.byTime().get());
        if (table.getItems().isEmpty()) {
            detail.showNothing();
        }
    }

    private void choose(Optional<Entry> entry) {
        History history = shown;
        Loaded loaded = model.loaded().get();
        if (history == null || loaded == null || entry.isEmpty()) {
            return;
        }
        Service service = loaded.project().service(history.service()).orElse(null);
        List<MigrationFolder> others = loaded.histories().folders().entrySet().stream()
                .filter(other -> !other.getKey().equals(history.service()))
                .map(Map.Entry::getValue)
                .toList();
        detail.show(history, entry.get(), service, others);
    }

    private void head(History history) {
        Sentences sentences = new Sentences(history);
        Label name = new Label(history.service());
        name.getStyleClass().add("object-name");
        Label books = new Label(history.books().table().toString(), Icons.of(Feather.BOOK, "muted-icon"));
        books.getStyleClass().add("muted");
        HBox title = new HBox(12, name, books, Pieces.gap());
        title.setAlignment(Pos.CENTER_LEFT);
        if (history.here() instanceof Outcome.Runs(List<Migration> runs, List<Migration> _) && !runs.isEmpty()) {
            title.getChildren().add(run(history, runs.size()));
        }
        boolean bad = !(history.here() instanceof Outcome.Runs(var _, var skipped)) || !skipped.isEmpty();
        Label next = new Label(
                sentences.next(),
                Icons.of(bad ? Feather.ALERT_TRIANGLE : Feather.CHECK_CIRCLE, bad ? "state-bad" : "state-good"));
        next.getStyleClass().add("history-next");
        next.setWrapText(true);
        List<Node> parts = new ArrayList<>(List.of(title, next));
        List<Node> troubles = history.troubles().stream()
                .filter(trouble -> !(trouble instanceof Trouble.Stops))
                .map(trouble -> trouble(trouble, history, sentences))
                .toList();
        if (!troubles.isEmpty()) {
            VBox all = new VBox(8);
            all.getChildren().addAll(troubles);
            parts.add(troubles.size() < MANY ? all : scrolled(all));
        }
        head.getChildren().setAll(parts);
    }

    /// Leads to where they run; nothing runs before a person says so there.
    private Button run(History history, int pending) {
        Button run = Pieces.button(
                "Run " + pending + " pending…",
                Feather.PLAY,
                () -> navigator.runMigrations(new ServiceMigrations(
                        history.service(),
                        history.folder().root(),
                        history.books().table())));
        run.getStyleClass().addAll("small", "accent");
        run.setTooltip(new Tooltip("Shows first what will run and what cannot go well"));
        return run;
    }

    private static Node scrolled(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(TROUBLES);
        scroll.getStyleClass().add("history-scroll");
        return scroll;
    }

    private Node trouble(Trouble trouble, History history, Sentences sentences) {
        FlowPane buttons = new FlowPane(8, 8);
        for (Repair one : Repairs.of(trouble, history)) {
            Button button = Pieces.button(one.label() + "…", Feather.TOOL, () -> repair.accept(one));
            button.getStyleClass().add("small");
            buttons.getChildren().add(button);
        }
        String sentence = sentences.of(trouble);
        return buttons.getChildren().isEmpty()
                ? Pieces.warning(sentence, "state-odd")
                : Pieces.warning(sentence, "state-odd", buttons);
    }

    /// The project's folder, for the names of files.
    static Path root(Loaded loaded) {
        return loaded.project().root();
    }
}
