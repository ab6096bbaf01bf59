package mana.studio.ui.preview;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mana.studio.design.Spot;
import mana.studio.safety.safer.SaferPlan;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.FilePicker;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator;
import mana.studio.ui.kit.PreviewSide;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What the pending changes do to the database, always current: beside a form, and on the screen of all changes.
public final class PreviewPane extends BorderPane {
    /// What of the plan is shown.
    private enum Side {
        STATEMENTS("Statements"),
        SCRIPT("Script"),
        BEFORE_AFTER("Before / after"),
        WAY_BACK("Way back"),
        /// Another feature's, where there is one.
        OTHER("");

        private final String words;

        Side(String words) {
            this.words = words;
        }
    }

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    /// From here on buttons have words beside their icons.
    private static final double WIDE = 670;

    private final Session session;
    private final FilePicker files;
    private final PreviewModel model;
    private final Notices notices;
    private final OutlineBar outline;
    private final StatementList statements;
    private final CodePane script;
    private final BeforeAfterView beforeAfter;
    private final WayBackView wayBack;
    private final @Nullable PreviewSide other;
    private final StackPane middle = new StackPane();
    private final Label feedback = new Label();
    private final VBox head = new VBox();
    private final Node bar;
    private final ToggleGroup group = new ToggleGroup();
    private final Map<Side, ToggleButton> toggles = new EnumMap<>(Side.class);
    private final ObjectBinding<@Nullable SaferWay> safer;
    private final Subscription subscription;
    private Side side = Side.STATEMENTS;

    /// @param highlight shared with the form beside it
    public PreviewPane(Session session, Highlight highlight) {
        this(session, highlight, FilePicker::ofSystem, null);
    }

    /// @param other one more side
    public PreviewPane(Session session, Highlight highlight, PreviewSide other) {
        this(session, highlight, FilePicker::ofSystem, other);
    }

    PreviewPane(Session session, Highlight highlight, FilePicker files) {
        this(session, highlight, files, null);
    }

    private PreviewPane(Session session, Highlight highlight, FilePicker files, @Nullable PreviewSide other) {
        this.other = other;
        this.session = session;
        this.files = files;
        getStyleClass().add("preview");
        model = new PreviewModel(session, highlight);
        safer = Bindings.createObjectBinding(this::saferWay, model.way(), model.safer());
        notices = new Notices(session, model);
        outline = new OutlineBar(model);
        statements = new StatementList(new Actions());
        script = CodePane.readOnly(session.background());
        beforeAfter = new BeforeAfterView(session);
        wayBack = new WayBackView(session, this::save);
        bar = bar();
        setTop(head);
        setCenter(middle);
        feedback.getStyleClass().add("preview-feedback");
        statements.chosen().subscribe(model::choose);
        subscription = Subscription.combine(
                highlight.focused().subscribe(statements::point),
                model.rows().subscribe(statements::show),
                model.rows().subscribe(_ -> refresh()),
                model.forecast().subscribe(_ -> refresh()),
                model.failure().subscribe(_ -> refresh()),
                session.designing().design().subscribe(_ -> refresh()));
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// The safer way, while it is shown; null while the direct way is.
    ObservableValue<@Nullable SaferWay> safer() {
        return safer;
    }

    private @Nullable SaferWay saferWay() {
        SaferPlan careful =
                model.way().get() == PreviewModel.Way.SAFER ? model.safer().get() : null;
        return careful == null || careful.isEmpty() ? null : new SaferWay(careful.phases());
    }

    /// Opens the search in what is shown (Ctrl+F).
    public void find() {
        switch (side) {
            case STATEMENTS -> statements.find();
            case SCRIPT -> script.find();
            case BEFORE_AFTER -> beforeAfter.find();
            case WAY_BACK -> wayBack.find();
            case OTHER -> Optional.ofNullable(other).ifPresent(PreviewSide::find);
        }
    }

    /// Follows the design no longer; what runs for it is cancelled.
    public void close() {
        subscription.unsubscribe();
        Optional.ofNullable(other).ifPresent(PreviewSide::close);
        notices.close();
        outline.close();
        model.close();
    }

    @Override
    public void requestFocus() {
        statements.requestFocus();
    }

    private Node bar() {
        HBox sides = new HBox();
        sides.getStyleClass().add("side-switch");
        for (Side each : Side.values()) {
            if (each == Side.OTHER && other == null) {
                continue;
            }
            ToggleButton button = new ToggleButton(words(each));
            button.getStyleClass().add("side-button");
            button.setToggleGroup(group);
            button.setUserData(each);
            toggles.put(each, button);
            sides.getChildren().add(button);
        }
        group.selectToggle(toggles.get(side));
        group.selectedToggleProperty().addListener((_, old, now) -> {
            if (now == null) {
                group.selectToggle(old);
            } else {
                side = (Side) now.getUserData();
                refresh();
            }
        });
        Button copy = new Button("Copy SQL", Icons.of(Feather.COPY));
        copy.setId("copy-plan");
        copy.setOnAction(_ -> copy());
        MenuItem whole = new MenuItem("Save as file…");
        whole.setOnAction(_ -> save("up", model.sql()));
        MenuItem down = new MenuItem("Save down script…");
        down.setOnAction(_ -> saveWayBack());
        MenuItem migration = new MenuItem("Write Drizzle migration…");
        migration.setOnAction(_ -> session.navigator().open(Navigator.Screen.MIGRATION));
        MenuButton save = new MenuButton("Save", Icons.of(Feather.DOWNLOAD), migration, whole, down);
        save.setAccessibleText("Save scripts");
        widthProperty().subscribe(width -> {
            ContentDisplay display = width.doubleValue() < WIDE ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT;
            pseudoClassStateChanged(NARROW, display == ContentDisplay.GRAPHIC_ONLY);
            copy.setContentDisplay(display);
            save.setContentDisplay(display);
        });
        copy.setTooltip(new Tooltip("Copy SQL"));
        save.setTooltip(new Tooltip("Save scripts"));
        FlowPane line = new FlowPane(8, 6, sides, copy, save, feedback);
        line.getStyleClass().add("preview-line");
        return line;
    }

    private String words(Side each) {
        return each == Side.OTHER && other != null ? other.words() : each.words;
    }

    /// Shows what is to be seen now.
    private void refresh() {
        Forecast forecast = model.forecast().get();
        if (forecast == null || model.isEmpty()) {
            head.getChildren().setAll(notices);
            middle.getChildren().setAll(nothing(forecast));
            return;
        }
        boolean planned = side == Side.STATEMENTS || side == Side.SCRIPT;
        if (planned) {
            head.getChildren().setAll(bar, outline, notices);
        } else {
            head.getChildren().setAll(bar, notices);
        }
        Node shown = switch (side) {
            case STATEMENTS -> statements;
            case SCRIPT -> script;
            case BEFORE_AFTER -> beforeAfter;
            case WAY_BACK -> wayBack;
            case OTHER -> other == null ? statements : other.view();
        };
        switch (side) {
            case STATEMENTS -> {}
            case SCRIPT -> write(model.sql());
            case BEFORE_AFTER -> beforeAfter.show(forecast, chosenSpot());
            case WAY_BACK -> wayBack.show(forecast);
            case OTHER -> Optional.ofNullable(other).ifPresent(each -> each.show(forecast, chosenSpot()));
        }
        if (!middle.getChildren().contains(shown)) {
            middle.getChildren().setAll(shown);
        }
    }

    private void write(String sql) {
        if (!sql.equals(script.text().getValue())) {
            script.setText(sql);
        }
    }

    private @Nullable Spot chosenSpot() {
        return statements.chosen().get().stream()
                .flatMap(row -> row.spots().stream())
                .findFirst()
                .orElse(null);
    }

    private Node nothing(@Nullable Forecast forecast) {
        if (session.designing().design().get() == null) {
            return new EmptyState(
                    Feather.DATABASE, "Waiting for the catalog", "The preview needs to know what the database holds.");
        }
        if (forecast == null && model.failure().get() != null) {
            return new EmptyState(
                    Feather.CLOCK, "No plan yet", "The statements appear here when the design can be planned.");
        }
        if (forecast == null && !model.isEmpty()) {
            return new EmptyState(Feather.CLOCK, "Planning", "The statements appear here in a moment.");
        }
        if (model.isEmpty() && !isUntouched()) {
            return new EmptyState(
                    Feather.CHECK,
                    "No difference",
                    "What was edited leaves the database as it is: there is nothing to run.");
        }
        return new EmptyState(
                Feather.EDIT_3,
                "No changes pending",
                "Change a table in its Structure tab. The SQL that makes the change appears here as you type, with"
                        + " what it locks, rewrites and loses.");
    }

    private boolean isUntouched() {
        var design = session.designing().design().get();
        return design == null || design.isEmpty();
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.sql());
        Clipboard.getSystemClipboard().setContent(content);
        feedback.setText("Copied");
    }

    private void saveWayBack() {
        Forecast forecast = model.forecast().get();
        if (forecast == null) {
            return;
        }
        String title = "Planning the way back";
        session.background()
                .start(Job.of(title, _ -> WayBackView.of(forecast))
                        .whenDone(back -> save("down", back.plan().sql()))
                        .whenFailed(error -> failed(title, error)));
    }

    private void save(String name, String sql) {
        files.pick(this, new FilePicker.Wanted("Save script", "SQL", name + ".sql"))
                .ifPresent(file -> write(file, sql));
    }

    private void write(Path file, String sql) {
        String title = "Saving " + file.getFileName();
        session.background()
                .start(Job.of(title, _ -> Files.writeString(file, sql))
                        .whenDone(_ -> feedback.setText("Saved " + file.getFileName()))
                        .whenFailed(error -> failed(title, error)));
    }

    private void failed(String title, Exception error) {
        head.getChildren().add(new FailurePane(Failure.of(title, error)));
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            find();
            event.consume();
        }
    }

    /// What is done with a statement of the list.
    private final class Actions implements StatementActions {
        @Override
        public void count(Row.Direct row) {
            model.count(row);
        }

        @Override
        public void toggle(Row.Direct row) {
            model.toggle(row);
        }

        @Override
        public void safer() {
            model.way().set(PreviewModel.Way.SAFER);
        }

        @Override
        public void jump(Row row) {
            List<Spot> spots = row.spots();
            if (!spots.isEmpty()) {
                session.navigator().show(spots.getFirst());
            }
        }
    }
}
