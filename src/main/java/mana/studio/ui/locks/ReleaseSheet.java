package mana.studio.ui.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.locks.Backend;
import mana.studio.locks.LockId;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Evidence;
import mana.studio.locks.release.Release;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// What a person reads before they decide, and what is asked of them.
final class ReleaseSheet extends VBox {
    private final ReleaseModel model;

    ReleaseSheet(ReleaseModel model, List<Evidence> evidence) {
        super(12);
        this.model = model;
        getStyleClass().add("lock-sheet");
        switch (model.plan()) {
            case Plan.OfSessions sessions ->
                evidence.forEach(each -> getChildren().add(sheet(each, sessions.act())));
            case Plan.OfPrepared prepared -> getChildren().add(prepared(prepared));
        }
        if (evidence.stream().anyMatch(Evidence::isRespawning)) {
            getChildren().add(stopped(evidence));
        }
    }

    private Node sheet(Evidence evidence, Act act) {
        VBox box = new VBox(8);
        Backend target = evidence.target();
        if (!evidence.changes().isEmpty()) {
            box.getChildren().add(sentences("Changed since you looked", evidence.changes(), "apply-warning"));
        }
        GridPane facts = new GridPane(12, 4);
        fact(facts, "Lock", model.plan().called());
        fact(facts, "Session", LockWords.who(target) + ", user " + target.user());
        fact(
                facts,
                "Where",
                (target.database() == null
                                ? "no database"
                                : "database " + evidence.capabilities().databaseName(target.database()))
                        + (target.client() == null
                                ? ""
                                : ", client " + target.client().text()));
        fact(
                facts,
                "State",
                LockWords.state(target)
                        + (target.stateAge() == null ? "" : " for " + Ages.text(target.stateAge()))
                        + (target.age() == null ? "" : ", connected for " + Ages.text(target.age())));
        fact(
                facts,
                "Level",
                evidence.lock().sessions().stream()
                        .filter(holder -> holder.backend().id().same(target.id()))
                        .findFirst()
                        .map(holder -> LockWords.word(holder.level()) + ". " + LockWords.proof(holder.level()))
                        .orElse("it holds none of this key"));
        fact(facts, "Gets it next", evidence.next().sentence());
        fact(facts, "Freed too", freed(evidence));
        box.getChildren().add(facts);
        if (!target.query().isBlank()) {
            box.getChildren().add(statement(target));
        }
        if (act == Act.END) {
            box.getChildren()
                    .add(sentences(
                            evidence.lost().isEmpty() ? "Nothing is lost that the server knows of" : "What is lost",
                            evidence.lost(),
                            evidence.lost().isEmpty() ? "lock-calm" : "apply-danger"));
        }
        if (!evidence.unknown().isEmpty()) {
            box.getChildren().add(sentences("Not known", evidence.unknown(), "lock-calm"));
        }
        box.getChildren().add(exact(evidence, act));
        return box;
    }

    private static String freed(Evidence evidence) {
        int others = evidence.allFreed() - 1;
        String keys = others <= 0
                ? "no other advisory lock"
                : Amounts.exact(others) + " other advisory lock" + (others == 1 ? "" : "s")
                        + evidence.alsoFreed().stream()
                                .limit(5)
                                .map(LockId::key)
                                .map(key -> key.shown())
                                .collect(Collectors.joining(", ", ": ", others > 5 ? " …" : ""));
        return evidence.tables().isEmpty()
                ? keys
                : keys + "; locks on " + String.join(", ", evidence.tables().values());
    }

    private static Node statement(Backend target) {
        VBox box = new VBox(
                4,
                caption("active".equals(target.state()) ? "Runs now" : "Its last statement"),
                Blocks.sql(target.query().strip()));
        return box;
    }

    private static Node exact(Evidence evidence, Act act) {
        TitledPane pane = new TitledPane(
                "The exact statement that is sent",
                Blocks.sql(Release.statement(
                        evidence.aim(), act, evidence.capabilities().version())));
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("lock-exact");
        return pane;
    }

    private Node prepared(Plan.OfPrepared prepared) {
        ToggleGroup group = new ToggleGroup();
        RadioButton back = choice(group, "Roll it back: what it changed is lost", false);
        RadioButton commit = choice(group, "Commit it: what it changed is kept", true);
        TextField gid = field(model.typed(), prepared.holder().gid());
        gid.setId("release-gid");
        GridPane facts = new GridPane(12, 4);
        fact(facts, "Lock", prepared.called());
        fact(facts, "Transaction", prepared.holder().gid());
        fact(facts, "Prepared", prepared.holder().prepared());
        fact(facts, "Database", prepared.database());
        return new VBox(
                12,
                facts,
                Blocks.wrapped(
                        "It has no session: it outlives every crash until somebody ends it. Which way is right, "
                                + "only its program knows.",
                        "plain"),
                back,
                commit,
                labelled("Type its name to go on", gid));
    }

    private RadioButton choice(ToggleGroup group, String words, boolean commits) {
        RadioButton button = new RadioButton(words);
        button.setToggleGroup(group);
        button.selectedProperty().subscribe(chosen -> {
            if (chosen) {
                model.commits().set(commits);
            }
        });
        return button;
    }

    private Node stopped(List<Evidence> evidence) {
        CheckBox tick = new CheckBox("The service is stopped");
        tick.setId("release-stopped");
        tick.selectedProperty().bindBidirectional(model.stopped());
        int times = evidence.stream().mapToInt(Evidence::respawns).max().orElse(0);
        return Blocks.box(
                "apply-warning",
                Blocks.marked(
                        Feather.REPEAT,
                        "icon-warning",
                        new VBox(
                                8,
                                Blocks.wrapped(
                                        "It was taken again " + times + " times in the last five minutes. Ending"
                                                + " sessions will not help while the service"
                                                + " starts again: stop it first.",
                                        "strong"),
                                tick)));
    }

    /// The fields below the evidence: why, whether the server's log is told, and the key where it must be typed.
    Node asked() {
        List<Node> rows = new ArrayList<>();
        TextField reason = field(model.reason(), "for the record of what was done");
        reason.setId("release-reason");
        rows.add(labelled("Reason", reason));
        if (model.asksForKey()) {
            String key = model.plan().lock().key().text();
            TextField typed = field(model.typed(), key);
            typed.setId("release-key");
            rows.add(labelled(
                    (model.isProduction() ? "This is production. " : "This lock is held for long by design. ")
                            + "Type the key, " + key + ", to go on",
                    typed));
        }
        CheckBox log = new CheckBox("Write a line into the server’s log too");
        log.setId("release-log");
        log.selectedProperty().bindBidirectional(model.tellsServer());
        rows.add(log);
        return new VBox(8, rows.toArray(Node[]::new));
    }

    private static TextField field(StringProperty value, String prompt) {
        TextField field = new TextField();
        field.textProperty().bindBidirectional(value);
        field.setPromptText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    private static Node labelled(String words, TextField field) {
        Label label = Blocks.wrapped(words, "lock-caption");
        label.setLabelFor(field);
        field.setAccessibleText(words);
        return new VBox(4, label, field);
    }

    static Label caption(String words) {
        return Blocks.wrapped(words, "lock-caption");
    }

    static void fact(GridPane grid, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("lock-caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(label, VPos.TOP);
        Label text = Blocks.wrapped(value, "lock-fact");
        GridPane.setHgrow(text, Priority.ALWAYS);
        grid.addRow(grid.getRowCount(), label, text);
    }

    static Node sentences(String title, List<String> sentences, String style) {
        VBox texts = new VBox(4, Blocks.wrapped(title, "strong"));
        sentences.forEach(sentence -> texts.getChildren().add(Blocks.wrapped(sentence)));
        return Blocks.box(style, texts);
    }

    static Button button(String words, Feather icon, Runnable action) {
        Button button = new Button(words, Icons.of(icon));
        button.setMnemonicParsing(false);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
