package mana.studio.ui.conventions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.ui.conventions.Entry.Finding;
import mana.studio.ui.conventions.Entry.OfObject;
import mana.studio.ui.conventions.Entry.OfRule;
import mana.studio.ui.conventions.Entry.Off;
import mana.studio.ui.conventions.Entry.Switched;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.SqlText;
import org.kordamp.ikonli.feather.Feather;

/// What the chosen line is about: the finding, its rule, and what can be done.
final class DetailPane extends ScrollPane {
    /// The one rule that no change of a design mends, but the registry of services.
    private static final String SCHEMA_OWNER = "schema-owner";

    private final ConventionsModel model;
    private final FindingList.Actions actions;
    private final VBox content = new VBox();

    DetailPane(ConventionsModel model, FindingList.Actions actions) {
        this.model = model;
        this.actions = actions;
        content.getStyleClass().add("convention-detail");
        setContent(content);
        setFitToWidth(true);
        setFocusTraversable(false);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        show(Optional.empty());
    }

    void show(Optional<Entry> chosen) {
        List<Node> parts = new ArrayList<>();
        chosen.ifPresentOrElse(
                entry -> fill(parts, entry), () -> parts.add(muted("Choose a finding to see what it is about.")));
        content.getChildren().setAll(parts);
        setVvalue(0);
    }

    private void fill(List<Node> parts, Entry entry) {
        switch (entry) {
            case Finding finding -> finding(parts, finding);
            case OfRule group ->
                rule(parts, group.rule(), buttons(fixAll(group), offMenu(group.rule(), schemas(group))));
            case OfObject group -> {
                parts.add(heading(group.name()));
                parts.add(muted(Words.count(group.entries().size(), "finding")));
                parts.add(buttons(fixAll(group)));
            }
            case Switched _ -> {
                parts.add(heading("Switched off"));
                parts.add(muted("These rules are not looked after. Choose one to switch it on again."));
            }
            case Off off -> {
                Button on = button("Switch on", Feather.TOGGLE_RIGHT, () -> model.switchOn(off));
                rule(parts, off.rule(), buttons(on));
            }
        }
    }

    private void finding(List<Node> parts, Finding finding) {
        Breach breach = finding.breach();
        String silence = finding.silence();
        parts.add(heading(breach.where()));
        parts.add(wrapped(breach.message()));
        if (silence != null) {
            HBox line = new HBox(8, Icons.of(Feather.BELL_OFF), wrapped("Silenced: " + silence));
            line.setAlignment(Pos.TOP_LEFT);
            parts.add(line);
        }
        List<Node> buttons = new ArrayList<>();
        if (silence == null && breach.fix() != null) {
            Button fix = button(breach.fix().label(), Feather.TOOL, () -> actions.fix(finding));
            fix.setTooltip(new Tooltip("It becomes a pending change of the design (F)"));
            buttons.add(fix);
        }
        if (silence == null && breach.rule().id().equals(SCHEMA_OWNER)) {
            Button register = button("Register service…", Feather.USERS, () -> model.register(breach.schema()));
            register.setTooltip(new Tooltip("Say which service owns schema " + breach.schema()));
            buttons.add(register);
        }
        Button show = button("Go to field", Feather.CORNER_DOWN_RIGHT, () -> actions.show(finding));
        show.setTooltip(new Tooltip("Show it in the form (Enter)"));
        buttons.add(show);
        Button hush = silence == null
                ? button("Silence…", Feather.BELL_OFF, () -> actions.silence(finding))
                : button("Speak of it again", Feather.BELL, () -> model.speak(breach));
        buttons.add(hush);
        parts.add(buttons(buttons.toArray(Node[]::new)));
        rule(parts, breach.rule(), buttons(offMenu(breach.rule(), List.of(breach.schema()))));
    }

    private void rule(List<Node> parts, Convention rule, Node buttons) {
        if (!parts.isEmpty()) {
            parts.add(new Separator());
        }
        Label id = new Label(rule.id());
        id.getStyleClass().addAll("mono", "muted");
        HBox line = new HBox(
                6,
                Icons.of(Words.icon(rule.severity()), Words.iconStyle(rule.severity())),
                muted(Words.of(rule.severity())),
                id);
        line.setAlignment(Pos.CENTER_LEFT);
        SqlText example = new SqlText();
        example.show(rule.example().strip());
        example.getStyleClass().add("convention-example");
        parts.add(heading(rule.title()));
        parts.add(line);
        parts.add(wrapped(rule.reason()));
        parts.add(example);
        parts.add(buttons);
    }

    private Node fixAll(Entry group) {
        int count = Entry.mendable(group).size();
        Button fix = button(
                count == 0 ? "Fix all" : count == 1 ? "Fix 1" : "Fix all " + count,
                Feather.TOOL,
                () -> actions.fix(group));
        fix.setId("fix-all");
        fix.setDisable(count == 0);
        fix.setTooltip(new Tooltip(
                count == 0
                        ? "For these a person has to think first"
                        : "All become pending changes of the design, in one step of undo (F)"));
        return fix;
    }

    private static List<String> schemas(OfRule group) {
        return group.entries().stream()
                .map(finding -> finding.breach().schema())
                .distinct()
                .toList();
    }

    private Node offMenu(Convention rule, List<String> schemas) {
        MenuButton menu = new MenuButton("Switch off", Icons.of(Feather.TOGGLE_LEFT));
        MenuItem everywhere = new MenuItem("In this connection");
        everywhere.setOnAction(_ -> model.switchOff(rule));
        menu.getItems().add(everywhere);
        for (String schema : schemas) {
            MenuItem there = new MenuItem("In schema " + schema);
            there.setMnemonicParsing(false);
            there.setOnAction(_ -> model.switchOff(rule, schema));
            menu.getItems().add(there);
        }
        return menu;
    }

    private static Button button(String text, Feather icon, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static Node buttons(Node... buttons) {
        return new FlowPane(8, 8, buttons);
    }

    private static Label heading(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("convention-heading");
        return label;
    }

    private static Label muted(String text) {
        Label label = wrapped(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }
}
