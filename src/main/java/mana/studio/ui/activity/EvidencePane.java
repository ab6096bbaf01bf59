package mana.studio.ui.activity;

import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.locks.Backend;
import mana.studio.locks.look.Closely;
import mana.studio.locks.release.Act;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is known of the selected session, and what can be done to it.
final class EvidencePane extends ScrollPane {
    private final Node nothing = hint();
    private final ActivityModel model;
    private final VBox content = new VBox(8);
    private final Label headline = Blocks.wrapped("", "strong");
    private final VBox facts = new VBox(2);
    private final VBox statement = new VBox(4);
    private final Button cancel = new Button("Cancel its statement (C)", Icons.of(Feather.X_CIRCLE));
    private final Button end = new Button("End session (K)", Icons.of(Feather.SLASH));
    private final Label why = Blocks.wrapped("", "muted");
    private @Nullable Line shown;

    /// @param acting asks before it acts
    EvidencePane(ActivityModel model, BiConsumer<Act, Line> acting) {
        this.model = model;
        getStyleClass().add("session-evidence");
        setFitToWidth(true);
        content.getStyleClass().add("session-evidence-content");
        end.getStyleClass().add("danger");
        cancel.setOnAction(_ -> act(Act.CANCEL, acting));
        end.setOnAction(_ -> act(Act.END, acting));
        HBox acts = new HBox(8, cancel, end);
        content.getChildren().setAll(headline, facts, statement, acts, why);
        show(null);
    }

    private static Node hint() {
        Label hint = new Label("Choose a session to see what it does and whom it keeps waiting.");
        hint.getStyleClass().addAll("muted", "session-evidence-content");
        return hint;
    }

    private void act(Act act, BiConsumer<Act, Line> acting) {
        if (shown != null) {
            acting.accept(act, shown);
        }
    }

    void show(@Nullable Line line) {
        boolean other = line == null || shown == null || !line.same(shown);
        shown = line;
        if (line == null) {
            setContent(nothing);
            return;
        }
        setContent(content);
        Backend backend = line.session().backend();
        headline.setText(ActivityWords.sentence(line));
        facts.getChildren().clear();
        fact("User " + backend.user()
                + (backend.client() == null ? "" : ", from " + backend.client().text()));
        if (backend.age() != null) {
            fact("Connected for " + ActivityWords.age(backend.age())
                    + (backend.transactionAge() == null
                            ? ""
                            : ", in a transaction for " + ActivityWords.age(backend.transactionAge())
                                    + (backend.writes() ? " that has written" : "")));
        }
        if (backend.waitsFor() != null) {
            fact("Waits for " + backend.waitsFor());
        } else if (backend.waitEvent() != null) {
            fact("Wait event " + backend.waitEventType() + " / " + backend.waitEvent());
        }
        String hindered = model.hindrance(Act.END, line).orElse("");
        end.setDisable(!hindered.isEmpty());
        cancel.setDisable(model.hindrance(Act.CANCEL, line).isPresent());
        why.setText(hindered.isEmpty() ? model.hindrance(Act.CANCEL, line).orElse("") : hindered);
        why.setVisible(!why.getText().isEmpty());
        if (other) {
            statement.getChildren().setAll(Blocks.sql(backend.query()));
        }
        lookClosely(line);
    }

    private void fact(String text) {
        facts.getChildren().add(Blocks.wrapped(text));
    }

    /// The whole statement, and how far a long command is.
    private void lookClosely(Line line) {
        Backend backend = line.session().backend();
        model.session()
                .background()
                .start(Job.of("Looking at a session", _ -> model.closely(backend))
                        .quietly()
                        .superseding("closely " + System.identityHashCode(this))
                        .whenDone(closely -> {
                            if (shown != null && shown.same(line)) {
                                add(closely);
                            }
                        }));
    }

    private void add(Closely closely) {
        statement.getChildren().setAll(Blocks.sql(closely.query()));
        closely.progress()
                .forEach(progress -> statement
                        .getChildren()
                        .add(new Label(progress.command() + " " + progress.relation() + ": " + progress.phase()
                                + (progress.total() > 0
                                        ? ", " + 100 * progress.done() / progress.total() + " %"
                                        : ""))));
    }
}
