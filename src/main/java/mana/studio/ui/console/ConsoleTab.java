package mana.studio.ui.console;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import mana.studio.console.Caution;
import mana.studio.console.History;
import mana.studio.console.Kept;
import mana.studio.console.Ran;
import mana.studio.console.Ran.Outcome;
import mana.studio.console.SessionState.OpenTransaction;
import mana.studio.console.StatementWords;
import mana.studio.statement.SqlStatement;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Command;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Session;
import mana.studio.ui.kit.TabContent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// A console in a tab. What is written in it is kept while it is written.
public final class ConsoleTab implements TabContent {
    private static final String KEY = "console:";

    private final Session session;
    private final Kept kept;
    private final History history;
    private final int number;
    private final ConsoleModel model;
    private final Editor editor;
    private final ConsoleBar bar;
    private final ResultTabs results;
    private final Remarks remarks;
    private final Questions questions;
    private final HistoryPopup historyPopup;
    private final BorderPane view = new BorderPane();
    private final ReadOnlyStringWrapper title;
    private final PauseTransition saving = new PauseTransition(javafx.util.Duration.millis(400));
    private final Timeline ticking = new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> tick()));
    private final Subscription subscription;
    private @Nullable Path file;
    private String inFile = "";
    private boolean loaded;

    /// @param number names it; its text is kept by it
    /// @param sql    is written behind that text; it is not run
    public ConsoleTab(Session session, Kept kept, History history, int number, String sql) {
        this.session = session;
        this.kept = kept;
        this.history = history;
        this.number = number;
        title = new ReadOnlyStringWrapper("Console " + number);
        model = new ConsoleModel(session, history);
        editor = new Editor(session);
        bar = new ConsoleBar(model, new BarActions());
        results = new ResultTabs(model, session.background(), this::show);
        remarks = new Remarks(session.navigator());
        questions = new Questions(view);
        historyPopup = new HistoryPopup(this::insert);
        layOut();
        view.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        saving.setOnFinished(_ -> keep());
        ticking.setCycleCount(Timeline.INDEFINITE);
        ticking.play();
        model.results().addListener((ListChangeListener<Ran>) this::arrived);
        subscription = Subscription.combine(
                editor.pane().text().subscribe(_ -> written()),
                editor.current().subscribe(_ -> advise()),
                model.state().subscribe(_ -> advise()),
                model.inVain().subscribe(call -> remarks.showInVain(call)),
                model.ended().subscribe(remarks::showEnded),
                model.failure().subscribe(remarks::showFailure),
                model.running().subscribe(_ -> tick()));
        load(sql);
    }

    /// Names the tab of a console.
    public static String key(int number) {
        return KEY + number;
    }

    /// The number of the console that a key names; empty where it names none.
    public static Optional<Integer> numberOf(String key) {
        return key.matches(KEY + "\\d{1,6}")
                ? Optional.of(Integer.parseInt(key.substring(KEY.length())))
                : Optional.empty();
    }

    private void layOut() {
        BorderPane lower = new BorderPane(results);
        lower.setTop(remarks.banners());
        BorderPane upper = new BorderPane(editor);
        upper.setBottom(remarks.hint());
        SplitPane split = new SplitPane(upper, lower);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.42);
        split.getStyleClass().add("console-split");
        view.getStyleClass().addAll("console", "data-pane");
        view.setTop(new VBox(bar, remarks.running()));
        view.setCenter(split);
    }

    private void load(String sql) {
        editor.setDisable(true);
        session.background()
                .start(Job.of("Reading a console's text", _ -> read(kept.load(number)))
                        .quietly()
                        .whenDone(read -> begin(read, sql))
                        .whenFailed(error -> {
                            editor.setDisable(false);
                            remarks.showFailure(Failure.of("Reading the console's text", error));
                        }));
    }

    /// @param inFile what its file holds now; empty for none
    private record Read(Kept.Text text, String inFile) {}

    private static Read read(Kept.Text text) throws java.io.IOException {
        Path path = text.file() == null ? null : Path.of(text.file());
        return new Read(text, path == null || !Files.isReadable(path) ? "" : Files.readString(path));
    }

    private void begin(Read read, String sql) {
        file = read.text().file() == null ? null : Path.of(read.text().file());
        inFile = read.inFile();
        editor.setDisable(false);
        editor.show(read.text().text() + sql, sql.isEmpty() ? read.text().caret() : Integer.MAX_VALUE);
        loaded = true;
        entitle();
        editor.requestFocus();
    }

    private void written() {
        if (loaded) {
            saving.playFromStart();
            entitle();
        }
    }

    private void entitle() {
        Path path = file;
        title.set(
                path == null
                        ? "Console " + number
                        : path.getFileName() + (editor.text().equals(inFile) ? "" : " •"));
    }

    private void keep() {
        saving.stop();
        if (loaded) {
            Kept.Text text = new Kept.Text(editor.text(), editor.caret(), file == null ? null : file.toString());
            session.background()
                    .start(Job.of("Keeping a console's text", _ -> {
                                kept.save(number, text);
                                return text;
                            })
                            .quietly()
                            .whenFailed(error -> remarks.showFailure(Failure.of("Keeping the console's text", error))));
        }
    }

    private void advise() {
        SqlStatement statement = editor.current().get();
        remarks.advise(
                statement == null ? "" : statement.text(), model.state().get().held());
    }

    private void tick() {
        model.tick();
        bar.show();
        remarks.showRunning(
                model.running().get() ? Duration.between(model.startedAt(), Instant.now()) : Duration.ofMillis(-1));
    }

    private void arrived(ListChangeListener.Change<? extends Ran> change) {
        while (change.next()) {
            if (change.wasRemoved()) {
                results.clear();
            }
            if (change.wasAdded()) {
                results.add(List.copyOf(change.getAddedSubList()));
                change.getAddedSubList().forEach(this::markError);
            }
        }
    }

    private void markError(Ran ran) {
        place(ran).ifPresent(editor::markError);
    }

    private static Optional<Integer> place(Ran ran) {
        return ran.outcomes().stream()
                .filter(Outcome.Failed.class::isInstance)
                .map(failed -> ((Outcome.Failed) failed).refusal().at())
                .filter(at -> at >= 0)
                .findFirst();
    }

    /// Goes to where a statement stands, or to the place in it that the server points at.
    private void show(Ran ran) {
        int start = ran.statement().start();
        int length = editor.text().length();
        place(ran)
                .ifPresentOrElse(
                        at -> editor.pane().select(Math.min(at, length), Math.min(at, length)),
                        () -> editor.pane().select(start, ran.statement().end()));
    }

    private void run(List<SqlStatement> statements) {
        if (model.running().get() || statements.isEmpty()) {
            return;
        }
        Optional<Caution> caution = Caution.before(statements, model.profile());
        String database = model.profile().target().database();
        if (caution.isEmpty() || questions.mayRun(caution.get(), database, "Run")) {
            editor.clearError();
            results.begin();
            model.run(statements);
        }
    }

    private void explain(boolean analyse) {
        List<SqlStatement> chosen = editor.chosen();
        if (model.running().get() || chosen.isEmpty()) {
            return;
        }
        SqlStatement statement = chosen.getFirst();
        boolean runs = analyse || StatementWords.of(statement.text()).tag().equals("EXPLAIN");
        Optional<Caution> caution = runs ? Caution.beforeAnalysing(statement, model.profile()) : Optional.empty();
        if (caution.isEmpty() || questions.mayRun(caution.get(), "", "Analyse")) {
            editor.clearError();
            model.explain(statement, analyse);
        }
    }

    private void insert(String sql) {
        String text = editor.text();
        int caret = editor.caret();
        boolean fresh = text.isBlank() || text.substring(0, caret).endsWith("\n\n") || caret == 0;
        editor.pane().replace(caret, caret, (fresh ? "" : "\n\n") + sql + ";\n");
        editor.requestFocus();
    }

    private void pressed(KeyEvent event) {
        KeyCode key = event.getCode();
        boolean shortcut = event.isShortcutDown();
        if (key == KeyCode.ENTER && shortcut) {
            run(event.isShiftDown() ? editor.all() : editor.chosen());
        } else if (key == KeyCode.F2 && shortcut && model.running().get()) {
            model.cancel();
        } else if (key == KeyCode.F7) {
            explain(event.isShiftDown());
        } else if (key == KeyCode.S && shortcut && !event.isShiftDown()) {
            save(false);
        } else if (key == KeyCode.E && shortcut && event.isAltDown()) {
            showHistory();
        } else {
            return;
        }
        event.consume();
    }

    private void showHistory() {
        session.background()
                .start(Job.of("Reading what was run", _ -> history.entries())
                        .quietly()
                        .whenDone(entries -> historyPopup.show(bar.historyButton(), entries)));
    }

    private FileChooser chooser(String question) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(question);
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("SQL", "*.sql"),
                        new FileChooser.ExtensionFilter("All files", "*"));
        return chooser;
    }

    private void openFile() {
        File chosen = chooser("Open a file").showOpenDialog(view.getScene().getWindow());
        if (chosen != null) {
            session.background()
                    .start(Job.of("Reading " + chosen.getName(), _ -> Files.readString(chosen.toPath()))
                            .whenDone(text -> opened(chosen.toPath(), text))
                            .whenFailed(
                                    error -> remarks.showFailure(Failure.of("Reading " + chosen.getName(), error))));
        }
    }

    /// What was written before can be brought back by undoing.
    private void opened(Path path, String text) {
        file = path;
        inFile = text;
        editor.pane().replace(0, editor.text().length(), text);
        editor.pane().select(0, 0);
        entitle();
        keep();
    }

    private void save(boolean as) {
        Path path = file;
        if (path == null || as) {
            FileChooser chooser = chooser("Save");
            chooser.setInitialFileName("console.sql");
            File chosen = chooser.showSaveDialog(view.getScene().getWindow());
            path = chosen == null ? null : chosen.toPath();
        }
        if (path != null) {
            write(path, editor.text());
        }
    }

    private void write(Path path, String text) {
        session.background()
                .start(Job.of(
                                "Writing " + path.getFileName(),
                                _ -> Files.writeString(path, text, StandardCharsets.UTF_8))
                        .whenDone(_ -> {
                            file = path;
                            inFile = text;
                            entitle();
                            keep();
                        })
                        .whenFailed(error -> remarks.showFailure(Failure.of("Writing " + path.getFileName(), error))));
    }

    private final class BarActions implements ConsoleBar.Actions {
        @Override
        public void run() {
            ConsoleTab.this.run(editor.chosen());
        }

        @Override
        public void runAll() {
            ConsoleTab.this.run(editor.all());
        }

        @Override
        public void explain(boolean analyse) {
            ConsoleTab.this.explain(analyse);
        }

        @Override
        public void history() {
            showHistory();
        }

        @Override
        public void openFile() {
            ConsoleTab.this.openFile();
        }

        @Override
        public void saveFile(boolean as) {
            save(as);
        }
    }

    @Override
    public String key() {
        return key(number);
    }

    @Override
    public ObservableValue<String> title() {
        return title.getReadOnlyProperty();
    }

    @Override
    public Node icon() {
        return Icons.of(Feather.TERMINAL);
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        editor.requestFocus();
    }

    @Override
    public void find() {
        editor.find();
    }

    @Override
    public List<Command> commands() {
        boolean runs = model.running().get();
        String busy = runs ? "Something runs" : "";
        return List.of(
                new Command("run", "Run statement", () -> run(editor.chosen()))
                        .with(Feather.PLAY)
                        .unless(busy)
                        .on("Ctrl+Enter"),
                new Command("run all", "Run script", () -> run(editor.all()))
                        .with(Feather.FAST_FORWARD)
                        .unless(busy)
                        .on("Ctrl+Shift+Enter"),
                new Command("cancel statement", "Cancel statement", model::cancel)
                        .with(Feather.SQUARE)
                        .unless(runs ? "" : "Nothing runs"),
                new Command("explain", "Explain", () -> explain(false))
                        .unless(busy)
                        .on("F7"),
                new Command("analyse", "Explain and analyse", () -> explain(true))
                        .unless(busy)
                        .on("Shift+F7"),
                new Command("comment", "Toggle comment", editor::toggleComment).on("Ctrl+Slash"),
                new Command("complete", "Complete", editor::complete).on("Ctrl+Space"),
                new Command("sql history", "What was run before", this::showHistory)
                        .with(Feather.CLOCK)
                        .on("Ctrl+Alt+E"),
                new Command("open sql", "Open SQL file…", this::openFile),
                new Command("save sql", "Save SQL file", () -> save(false)).on("Ctrl+S"));
    }

    @Override
    public boolean mayClose() {
        OpenTransaction open = model.state().get().transaction();
        if (open == null) {
            return true;
        }
        String age = Durations.ticking(Duration.between(open.since(), Instant.now()));
        return switch (questions.ending(age, open.failed())) {
            case COMMIT -> {
                model.end(true);
                model.awaitEnd();
                yield model.state().get().transaction() == null && committed();
            }
            case ROLL_BACK -> true;
            case STAY -> false;
        };
    }

    private boolean committed() {
        return model.results().stream().allMatch(Ran::succeeded);
    }

    @Override
    public void close() {
        keep();
        ticking.stop();
        subscription.unsubscribe();
        editor.close();
        model.close();
    }
}
