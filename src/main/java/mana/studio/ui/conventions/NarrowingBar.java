package mana.studio.ui.conventions;

import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.convention.Findings;
import mana.studio.convention.Severity;
import mana.studio.ui.conventions.ConventionsModel.Checked;
import mana.studio.ui.conventions.Entries.Grouping;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;

/// What is shown of the findings, and what they lie under.
final class NarrowingBar extends VBox {
    private final ConventionsModel model;
    private final Runnable toList;
    private final TextField filter = new TextField();
    private final Label summary = new Label();
    private final Map<Severity, ToggleButton> severities = new EnumMap<>(Severity.class);
    private final CheckBox silenced = new CheckBox();

    /// @param toList gives the focus to the list
    NarrowingBar(ConventionsModel model, Runnable toList) {
        super(8);
        this.model = model;
        this.toList = toList;
        getStyleClass().add("convention-bar");
        getChildren().addAll(head(), tools());
        model.checked().subscribe(this::count);
    }

    void find() {
        filter.requestFocus();
        filter.selectAll();
    }

    /// Hides no severity.
    void showAll() {
        severities.values().forEach(button -> button.setSelected(true));
    }

    private Node head() {
        Label title = new Label("Conventions");
        title.getStyleClass().add("title-text");
        summary.getStyleClass().add("muted");
        summary.setId("convention-summary");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(12, title, summary, gap, tablesInPublic());
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    /// For this connection. Where nothing is said the database tells: `mana_sync` has tables in `public` only.
    private Node tablesInPublic() {
        ComboBox<InPublic> choice = new ComboBox<>();
        choice.getItems().setAll(InPublic.values());
        choice.setId("tables-in-public");
        choice.setMinWidth(Region.USE_PREF_SIZE);
        choice.setTooltip(new Tooltip("Whether public may hold tables and enums, in this connection.\n"
                + "The database tells: it may where there are tables in no other schema."));
        Label name = new Label("Tables in public");
        name.getStyleClass().add("muted");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setLabelFor(choice);
        choice.setAccessibleText("Tables in public");
        model.onSettings(() -> choice.setValue(InPublic.of(model.tablesInPublic())));
        choice.valueProperty().subscribe((_, chosen) -> {
            if (chosen != InPublic.of(model.tablesInPublic())) {
                model.allowTablesInPublic(chosen.allowed);
            }
        });
        HBox setting = new HBox(6, name, choice);
        setting.setAlignment(Pos.BASELINE_LEFT);
        return setting;
    }

    /// What a connection says of tables in `public`.
    private enum InPublic {
        BY_DATABASE("as the database has it", null),
        ALLOWED("allowed", true),
        FORBIDDEN("not allowed", false);

        private final String words;
        private final @Nullable Boolean allowed;

        InPublic(String words, @Nullable Boolean allowed) {
            this.words = words;
            this.allowed = allowed;
        }

        static InPublic of(@Nullable Boolean allowed) {
            return allowed == null ? BY_DATABASE : allowed ? ALLOWED : FORBIDDEN;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private Node tools() {
        filter.setId("finding-filter");
        filter.setPromptText("Filter findings");
        filter.setAccessibleText("Filter findings");
        filter.setPrefWidth(240);
        filter.textProperty().bindBidirectional(model.filter());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::filterKey);
        HBox tools = new HBox(8, filter);
        tools.setAlignment(Pos.CENTER_LEFT);
        for (Severity severity : Severity.values()) {
            tools.getChildren().add(severity(severity));
        }
        silenced.setId("show-silenced");
        silenced.selectedProperty().bindBidirectional(model.silenced());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        tools.getChildren().addAll(silenced, gap, grouping());
        return tools;
    }

    private ToggleButton severity(Severity severity) {
        ToggleButton button = new ToggleButton("", Icons.of(Words.icon(severity), Words.iconStyle(severity)));
        button.getStyleClass().addAll("small", "severity-toggle");
        button.setSelected(true);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.selectedProperty().subscribe((_, shown) -> model.show(severity, shown));
        button.setTooltip(new Tooltip("Show or hide"));
        severities.put(severity, button);
        return button;
    }

    private Node grouping() {
        ToggleGroup group = new ToggleGroup();
        HBox sides = new HBox(side("By rule", Grouping.RULE, group), side("By object", Grouping.OBJECT, group));
        sides.getStyleClass().add("side-switch");
        sides.setMinWidth(Region.USE_PREF_SIZE);
        return sides;
    }

    private ToggleButton side(String text, Grouping grouping, ToggleGroup group) {
        ToggleButton button = new ToggleButton(text);
        button.getStyleClass().add("side-button");
        button.setToggleGroup(group);
        button.setSelected(model.grouping().get() == grouping);
        // One is always chosen.
        button.setOnAction(_ -> {
            button.setSelected(true);
            model.grouping().set(grouping);
        });
        return button;
    }

    private void filterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN
                || event.getCode() == KeyCode.ENTER
                || event.getCode() == KeyCode.ESCAPE) {
            toList.run();
            event.consume();
        }
    }

    private void count(@Nullable Checked checked) {
        Findings findings = checked == null ? Findings.NONE : checked.findings();
        summary.setText(checked == null ? "" : summary(checked));
        severities.forEach((severity, button) -> button.setText(Words.count(findings.count(severity), severity)));
        silenced.setText(findings.silenced().size() + " silenced");
        silenced.setVisible(!findings.silenced().isEmpty());
        silenced.setManaged(!findings.silenced().isEmpty());
    }

    private static String summary(Checked checked) {
        return Words.count(checked.findings().open().size(), "finding") + " in "
                + checked.design().database().name()
                + (checked.design().isEmpty() ? "" : ", with what is pending");
    }
}
