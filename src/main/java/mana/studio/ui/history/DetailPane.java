package mana.studio.ui.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.BooksRow;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.Flaws;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.Repair;
import mana.studio.drizzle.history.Repairs;
import mana.studio.drizzle.history.Said;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.history.State;
import mana.studio.drizzle.project.Service;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What there is to know of the chosen migration: on the left what its state means and what can be done, on the right
/// its SQL, what that does, and the schema before and after.
final class DetailPane extends SplitPane {
    private final SchemaModel model;
    private final Consumer<Repair> repair;
    private final VBox words = new VBox(12);
    private final Label evidence = Pieces.muted("");
    private final ToggleGroup pages = new ToggleGroup();
    private final BorderPane left = new BorderPane();
    private final BorderPane right = new BorderPane();
    private final CodePane sql;
    private final StatementsPage statements;
    private final SchemaPage schema;
    private @Nullable Shown shown;

    private record Shown(
            History history, Entry entry, @Nullable Service service, List<MigrationFolder> others) {}

    private enum Page {
        SQL("SQL"),
        STATEMENTS("Consequences"),
        SCHEMA("Schema");

        private final String words;

        Page(String words) {
            this.words = words;
        }
    }

    /// @param repair does what a person wants done, after asking
    DetailPane(SchemaModel model, Background background, Consumer<Repair> repair) {
        this.model = model;
        this.repair = repair;
        sql = CodePane.readOnly(background);
        sql.getStyleClass().add("history-code");
        statements = new StatementsPage(model);
        schema = new SchemaPage(model, background);
        words.getStyleClass().add("history-words");
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("history-scroll");
        left.setCenter(scroll);
        left.setMinWidth(220);
        getItems().setAll(left, right);
        setDividerPositions(0.46);
        getStyleClass().add("history-detail");
        model.evidence().subscribe(text -> {
            evidence.setText(text);
            evidence.setManaged(!text.isEmpty());
            evidence.setVisible(!text.isEmpty());
        });
        model.failure().subscribe((_, _) -> page());
        right.setTop(bar());
    }

    private Node bar() {
        HBox bar = new HBox();
        for (Page page : Page.values()) {
            ToggleButton button = new ToggleButton(page.words);
            button.setUserData(page);
            button.setToggleGroup(pages);
            button.getStyleClass()
                    .addAll(
                            "small",
                            page == Page.SQL ? "left-pill" : page == Page.SCHEMA ? "right-pill" : "center-pill");
            bar.getChildren().add(button);
        }
        pages.selectToggle(pages.getToggles().getFirst());
        pages.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                pages.selectToggle(before);
            } else {
                page();
            }
        });
        HBox line = new HBox(bar);
        line.getStyleClass().add("history-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// Shows another entry.
    void show(History history, Entry entry, @Nullable Service service, List<MigrationFolder> others) {
        shown = new Shown(history, entry, service, others);
        words(history, entry);
        Migration migration = entry.migration();
        if (migration != null && migration.file() != null) {
            model.look(migration);
        } else {
            evidence.setText("");
        }
        page();
    }

    void showNothing() {
        shown = null;
        words.getChildren().clear();
        left.setBottom(null);
        right.setCenter(null);
    }

    private void words(History history, Entry entry) {
        Said said = new Sentences(history).of(entry);
        List<Node> parts = new ArrayList<>();
        HBox title = new HBox(8, StateLook.label(entry));
        title.setAlignment(Pos.CENTER_LEFT);
        Label name = Pieces.wrapped(entry.tag(), "history-title");
        parts.add(new VBox(4, title, name));
        parts.add(Pieces.said("What it means", said.meaning()));
        parts.add(Pieces.said("The next migrate here", said.here()));
        parts.add(Pieces.said("A fresh database", said.fresh()));
        parts.add(evidence);
        entry.flaws().forEach(flaw -> parts.add(Pieces.warning(Flaws.sentence(flaw), "state-odd")));
        parts.add(Pieces.muted(facts(entry)));
        ways(Repairs.of(entry, history));
        words.getChildren().setAll(parts);
    }

    /// They stay in sight, however long the words above are.
    private void ways(List<Repair> repairs) {
        if (repairs.isEmpty()) {
            left.setBottom(null);
            return;
        }
        Label caption = new Label("Ways out");
        caption.getStyleClass().add("history-caption");
        FlowPane buttons = new FlowPane(8, 8);
        repairs.forEach(one -> buttons.getChildren().add(button(one)));
        VBox ways = new VBox(6, caption, buttons);
        ways.getStyleClass().add("history-ways");
        left.setBottom(ways);
    }

    private Button button(Repair one) {
        Feather icon = switch (one) {
            case Repair.OfFiles _, Repair.OfReplay _ -> Feather.FILE_TEXT;
            case Repair.OfRows _ -> Feather.DATABASE;
        };
        Button button = Pieces.button(one.label() + "…", icon, () -> repair.accept(one));
        button.getStyleClass().add("small");
        button.setTooltip(new Tooltip("Shows first what it would do"));
        return button;
    }

    private static String facts(Entry entry) {
        List<String> facts = new ArrayList<>();
        Migration migration = entry.migration();
        if (migration != null) {
            facts.add("when " + migration.when() + " · " + Sentences.time(migration.when()));
            MigrationFile file = migration.file();
            facts.add(file == null ? "no file" : "hash of the file " + file.hash());
        }
        BooksRow row = entry.state().ran();
        if (row != null) {
            facts.add(row.shown() + " · created_at " + row.createdAt() + " · " + Sentences.time(row.createdAt()));
            facts.add("hash of the row " + row.hash());
        }
        return String.join("\n", facts);
    }

    private void page() {
        Shown now = shown;
        if (now == null) {
            return;
        }
        Failure failure = model.failure().get();
        Migration migration = now.entry().migration();
        Page page = (Page) pages.getSelectedToggle().getUserData();
        if (page == Page.SQL) {
            sql(now.entry());
        } else if (failure != null) {
            right.setCenter(new FailurePane(failure));
        } else if (migration == null || migration.file() == null) {
            right.setCenter(new EmptyState(
                    Feather.FILE_MINUS,
                    "Nothing to look at",
                    "Only a migration of the journal has a place in the chain."));
        } else if (page == Page.STATEMENTS) {
            right.setCenter(statements);
            model.judge(now.history(), migration, now.others());
        } else {
            right.setCenter(schema);
            List<String> owns =
                    Optional.ofNullable(now.service()).map(Service::owns).orElse(List.of());
            schema.compare(now.history(), owns, now.others(), migration.position());
        }
    }

    private void sql(Entry entry) {
        String text = entry.text();
        if (text.isEmpty()) {
            right.setCenter(new EmptyState(
                    Feather.FILE_MINUS,
                    "No SQL",
                    entry.state() instanceof State.RowOnly || entry.state() instanceof State.OfOther
                            ? "A row keeps only the hash of what ran."
                            : "The file is not there."));
            return;
        }
        sql.setText(text);
        right.setCenter(sql);
    }

    /// Ctrl+F: searches the SQL.
    void find() {
        if (right.getCenter() == sql) {
            sql.find();
        }
    }
}
