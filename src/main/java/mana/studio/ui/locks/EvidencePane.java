package mana.studio.ui.locks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import mana.studio.locks.Backend;
import mana.studio.locks.Holder;
import mana.studio.locks.LockKey;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Closely;
import mana.studio.locks.names.LockName;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Suggestion;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.locks.Row.Subject;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is known of the selected row: the verdict with what it rests on, what is not known, and the session itself.
final class EvidencePane extends HBox {
    private final LockBoardModel model;
    private final LockActs acts;

    EvidencePane(LockBoardModel model, LockActs acts) {
        super(24);
        this.model = model;
        this.acts = acts;
        setId("lock-evidence");
        getStyleClass().add("lock-evidence");
        model.selected().subscribe((_, _) -> show());
        model.closely().subscribe((_, _) -> show());
        model.sight().subscribe((_, _) -> show());
        show();
    }

    private void show() {
        if (isPressed()) {
            // A button that is drawn anew between press and release is not heard; the next look draws it.
            return;
        }
        Row row = model.selected().get();
        if (row == null) {
            Label hint = Blocks.wrapped(
                    "Select a lock or a session to see what is known of it, and what can be done.", "muted");
            getChildren().setAll(hint);
            return;
        }
        VBox left = column();
        VBox right = column();
        row.assessment().ifPresent(assessment -> judged(left, row, assessment));
        facts(right, row);
        getChildren().setAll(left.getChildren().isEmpty() ? List.of(right) : List.of(left, right));
    }

    private static VBox column() {
        VBox column = new VBox(12);
        column.setPrefWidth(400);
        column.setMinWidth(0);
        HBox.setHgrow(column, Priority.ALWAYS);
        return column;
    }

    private void judged(VBox box, Row row, Assessment assessment) {
        if (row.subject() instanceof Subject.Gone) {
            box.getChildren()
                    .add(Blocks.marked(
                            Feather.CHECK,
                            "icon-success",
                            Blocks.wrapped(
                                    "Nobody holds or wants " + LockWords.full(assessment) + " any more.", "strong")));
            return;
        }
        box.getChildren().add(verdict(assessment));
        suggestion(assessment).ifPresent(box.getChildren()::add);
        list(box, "What this rests on", assessment.evidence());
        list(box, "Not known", assessment.unknown());
    }

    private static Node verdict(Assessment assessment) {
        String style = LockWords.style(assessment.severity());
        Label word = new Label(
                LockWords.word(assessment.severity()), Icons.of(LockWords.icon(assessment.severity()), style));
        word.getStyleClass().addAll("lock-word", style);
        word.setMinWidth(Region.USE_PREF_SIZE);
        Label sentence = Blocks.wrapped(assessment.sentence(), "lock-sentence");
        HBox.setHgrow(sentence, Priority.ALWAYS);
        HBox row = new HBox(12, word, sentence);
        row.getStyleClass().add("lock-verdict-line");
        return row;
    }

    private Optional<Node> suggestion(Assessment assessment) {
        Optional<String> words = words(assessment.suggestion());
        if (words.isEmpty()) {
            return Optional.empty();
        }
        VBox box =
                new VBox(8, Blocks.marked(Feather.ARROW_RIGHT, "icon-column", Blocks.wrapped(words.get(), "strong")));
        if (assessment.suggestion() instanceof Suggestion.EndPrepared) {
            box.getChildren()
                    .add(ReleaseSheet.button(
                            "Roll back or commit…", Feather.ARCHIVE, () -> acts.endPrepared(assessment)));
        }
        Offer.suggested(assessment, model.sight().get())
                .filter(offer -> !offer.aims().isEmpty())
                .ifPresent(offer -> box.getChildren().add(acts.button(assessment, offer)));
        return Optional.of(Blocks.box("lock-calm", box));
    }

    private static Optional<String> words(Suggestion suggestion) {
        return switch (suggestion) {
            case Suggestion.None _ -> Optional.empty();
            case Suggestion.Wait _ -> Optional.of("Wait: it is working.");
            case Suggestion.EndHolder end ->
                Optional.of(
                        end.sessions().size() == 1
                                ? "Stop its program where it runs. Only if that cannot be done: end its session."
                                : "All " + end.sessions().size() + " that share it must end; ending one frees nobody.");
            case Suggestion.EndRoot _ ->
                Optional.of("The one to act on stands at the root of the chain, not the holder.");
            case Suggestion.CancelWaiter _ ->
                Optional.of("Cancel the one that waits: it is in the way of what the holder’s program waits for.");
            case Suggestion.CancelStatement _ ->
                Optional.of("Cancel its statement: the lock goes with the transaction.");
            case Suggestion.EndPrepared _ ->
                Optional.of("Roll the prepared transaction back, or commit it. Its program knows which.");
            case Suggestion.AskSuperuser _ -> Optional.of("Somebody with more rights must do it.");
        };
    }

    private static void list(VBox box, String title, List<String> sentences) {
        if (!sentences.isEmpty()) {
            VBox lines = new VBox(4, ReleaseSheet.caption(title));
            sentences.forEach(sentence -> lines.getChildren().add(Blocks.wrapped(sentence)));
            box.getChildren().add(lines);
        }
    }

    private void facts(VBox box, Row row) {
        GridPane grid = new GridPane(12, 4);
        row.assessment().ifPresent(assessment -> ofLock(grid, assessment.lock().key(), assessment));
        if (row.subject() instanceof Subject.Key key) {
            ofLock(grid, key.lock().key(), null);
        }
        row.backend().ifPresent(backend -> ofSession(grid, backend));
        holders(grid, row);
        box.getChildren().add(grid);
        Closely closely = model.closely().get();
        row.backend().ifPresent(backend -> statement(box, backend, closely));
    }

    private static void ofLock(GridPane grid, LockKey key, @Nullable Assessment assessment) {
        String space = switch (key.kind()) {
            case BIGINT -> "one number, bigint";
            case PAIR -> "two numbers, int and int";
            case FOREIGN -> "an extension’s own";
        };
        ReleaseSheet.fact(grid, "Key", key.shown() + " (" + space + ")");
        ReleaseSheet.fact(
                grid,
                "Raw",
                key.hex()
                        + key.mnemonic()
                                .map(letters -> ", letters “" + letters + "”")
                                .orElse("") + "; classid " + key.classid() + ", objid " + key.objid() + ", objsubid "
                        + key.objsubid());
        if (assessment != null) {
            ReleaseSheet.fact(
                    grid,
                    "Name",
                    assessment
                            .name()
                            .map(name -> LockWords.name(name) + ": " + source(name))
                            .orElse("nobody has given it one"));
            ReleaseSheet.fact(grid, "Level", LockWords.proof(LockWords.level(assessment)));
        }
    }

    private static String source(LockName name) {
        String who = switch (name.source()) {
            case REGISTRY -> "from ";
            case PROJECT -> "in the project, ";
            case KNOWN -> "a known tool’s, ";
            case COMPUTED -> "";
            case LETTERS -> "";
        };
        return who + name.detail();
    }

    private void ofSession(GridPane grid, Backend backend) {
        Capabilities capabilities = model.sight().get().capabilities();
        Closely closely = model.closely().get();
        ReleaseSheet.fact(grid, "Session", LockWords.who(backend) + ", user " + backend.user());
        if (backend.masked()) {
            ReleaseSheet.fact(
                    grid,
                    "Hidden",
                    "Your role may not see its details: that needs pg_read_all_stats or pg_monitor. "
                            + "Known without: database, user, application; "
                            + LockWords.state(backend).replace("hidden, ", "") + ".");
        }
        if (backend.database() != null && capabilities != null) {
            ReleaseSheet.fact(grid, "Database", capabilities.databaseName(backend.database()));
        }
        if (backend.client() != null) {
            ReleaseSheet.fact(grid, "Client", backend.client().text());
        }
        if (!backend.masked()) {
            ReleaseSheet.fact(grid, "State", state(backend));
        }
        if (backend.transactionAge() != null) {
            ReleaseSheet.fact(
                    grid,
                    "Transaction",
                    "open for " + Ages.text(backend.transactionAge())
                            + (backend.writes() ? "; it has written something" : "; it has written nothing"));
        }
        if (!backend.blockedBy().isEmpty()) {
            String waits = Waits.text(backend.waitsFor(), closely == null ? Map.of() : closely.relations());
            ReleaseSheet.fact(grid, "Waits for", (waits.isEmpty() ? "" : waits + ", ") + "held up by " + pids(backend));
        }
        if (!backend.strongLocks().isEmpty()) {
            ReleaseSheet.fact(grid, "Table locks", tables(backend, closely));
        }
        if (closely != null) {
            closely.progress().forEach(progress -> ReleaseSheet.fact(grid, "Progress", words(progress)));
        }
    }

    private static String pids(Backend backend) {
        return backend.blockedBy().stream()
                .limit(8)
                .map(pid -> pid == 0 ? "a prepared transaction" : "pid " + pid)
                .collect(Collectors.joining(", "));
    }

    private static String state(Backend backend) {
        List<String> words = new ArrayList<>();
        words.add(Objects.requireNonNullElse(backend.state(), Objects.requireNonNullElse(backend.type(), "unknown")));
        if (backend.stateAge() != null) {
            words.add("for " + Ages.text(backend.stateAge()));
        }
        if (backend.waitEvent() != null) {
            words.add("(" + backend.waitEventType() + ": " + backend.waitEvent() + ")");
        }
        if (backend.age() != null) {
            words.add("– connected for " + Ages.text(backend.age()));
        }
        return String.join(" ", words);
    }

    private static String tables(Backend backend, @Nullable Closely closely) {
        return "keeps others from writing to "
                + backend.strongLocks().stream()
                        .limit(8)
                        .map(oid -> closely == null
                                ? "table " + oid
                                : closely.relations().getOrDefault(oid, "table " + oid))
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String words(Closely.Progress progress) {
        String part = progress.total() > 0
                ? ", " + Math.min(100, progress.done() * 100 / progress.total()) + " %"
                : progress.done() > 0 ? ", " + Amounts.exact(progress.done()) + " done" : "";
        return progress.command() + (progress.relation().isEmpty() ? "" : " of " + progress.relation()) + ": "
                + progress.phase() + part;
    }

    private static void holders(GridPane grid, Row row) {
        if (row.subject() instanceof Subject.Prepared(Assessment _, Holder.Prepared prepared)) {
            ReleaseSheet.fact(grid, "Prepared", prepared.gid() + ", at " + prepared.prepared());
        }
        row.assessment()
                .flatMap(assessment -> assessment.lock().sessions().stream()
                        .filter(session -> row.backend()
                                .filter(backend ->
                                        backend.id().same(session.backend().id()))
                                .isPresent())
                        .findFirst())
                .filter(session -> session.locks() > 1)
                .ifPresent(session -> ReleaseSheet.fact(
                        grid,
                        "Holds too",
                        Amounts.exact(session.locks() - 1) + " other advisory lock" + (session.locks() == 2 ? "" : "s")
                                + ": they end with its session"));
    }

    private static void statement(VBox box, Backend backend, @Nullable Closely closely) {
        String query = closely == null || closely.query().isEmpty() ? backend.query() : closely.query();
        if (!backend.masked() && !query.isBlank()) {
            box.getChildren()
                    .add(new VBox(
                            4,
                            ReleaseSheet.caption("active".equals(backend.state()) ? "Runs now" : "Its last statement"),
                            Blocks.sql(query.strip())));
        }
    }
}
