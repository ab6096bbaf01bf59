package mana.studio.ui.console;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.console.Ran;
import mana.studio.console.Ran.Notice;
import mana.studio.console.Ran.Outcome;
import mana.studio.console.Refusal;
import mana.studio.console.StatementWords;
import mana.studio.ui.kit.Amounts;
import mana.studio.ui.kit.Blocks;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What the server said to each statement: rows affected, notices, refusals, durations.
final class MessageList extends ScrollPane {
    /// So many statements are listed, the newest.
    private static final int MOST = 200;
    /// So many remarks of one statement.
    private static final int NOTICES = 100;

    private final VBox list = new VBox();
    private final Label left = new Label();
    private final Consumer<Ran> show;
    private int dropped;

    /// @param show goes to where a statement stands, or to the place in it that the server points at
    MessageList(Consumer<Ran> show) {
        this.show = show;
        list.getStyleClass().add("message-list");
        left.getStyleClass().add("muted");
        setContent(list);
        setFitToWidth(true);
        getStyleClass().add("edge-to-edge");
        setAccessibleText("Messages");
    }

    void clear() {
        list.getChildren().clear();
        dropped = 0;
    }

    void add(List<? extends Ran> ran) {
        list.getChildren().remove(left);
        List<? extends Ran> newest = ran.subList(Math.max(0, ran.size() - MOST), ran.size());
        newest.forEach(one -> list.getChildren().add(entry(one)));
        dropped += ran.size() - newest.size();
        while (list.getChildren().size() > MOST) {
            list.getChildren().removeFirst();
            dropped++;
        }
        if (dropped > 0) {
            left.setText(Amounts.exact(dropped) + " statements before these succeeded.");
            list.getChildren().addFirst(left);
        }
        setVvalue(1);
    }

    private Node entry(Ran ran) {
        VBox lines = new VBox(2);
        HBox.setHgrow(lines, Priority.ALWAYS);
        Label sql = new Label(oneLine(ran.sql()));
        sql.getStyleClass().add("message-sql");
        Hyperlink line = new Hyperlink("line " + ran.statement().line());
        line.setOnAction(_ -> show.accept(ran));
        HBox head = new HBox(8, sql, Blocks.gap(), line);
        head.getStyleClass().add("message-head");
        HBox.setHgrow(sql, Priority.SOMETIMES);
        sql.setMinWidth(40);
        line.setMinWidth(USE_PREF_SIZE);
        lines.getChildren().add(head);
        ran.notices().stream()
                .limit(NOTICES)
                .forEach(notice -> lines.getChildren().add(notice(notice)));
        if (ran.notices().size() > NOTICES) {
            lines.getChildren()
                    .add(Blocks.wrapped(
                            "… " + Amounts.exact(ran.notices().size() - NOTICES) + " more remarks", "muted"));
        }
        ran.outcomes().forEach(outcome -> lines.getChildren().add(outcome(ran, outcome)));
        HBox entry = new HBox(8, mark(ran), lines);
        entry.getStyleClass().add("message-entry");
        return entry;
    }

    private static Node mark(Ran ran) {
        boolean stopped = ran.outcomes().stream().anyMatch(Outcome.Cancelled.class::isInstance);
        Ikon icon = ran.succeeded() ? Feather.CHECK : stopped ? Feather.X_CIRCLE : Feather.ALERT_CIRCLE;
        String style = ran.succeeded() ? "icon-good" : stopped ? "icon-quiet" : "icon-bad";
        return Icons.of(icon, style);
    }

    private static Node notice(Notice notice) {
        boolean warns = notice.severity().equals("WARNING");
        String state = notice.sqlState().equals("00000") ? "" : " (" + notice.sqlState() + ")";
        return Blocks.wrapped(
                notice.severity() + ": " + notice.text() + state, warns ? "message-warning" : "message-notice");
    }

    private Node outcome(Ran ran, Outcome outcome) {
        String took = " · " + Durations.of(ran.took());
        return switch (outcome) {
            case Outcome.Rows(var grid) ->
                Blocks.wrapped(
                        (grid.more() ? "First " : "")
                                + Amounts.counted(grid.rows().size(), "row", "rows")
                                + took,
                        "muted");
            case Outcome.Done(long rows) ->
                Blocks.wrapped(
                        StatementWords.of(ran.sql()).tag()
                                + (rows < 0 ? "" : " · " + Amounts.counted(rows, "row", "rows") + " affected")
                                + took,
                        "muted");
            case Outcome.Cancelled _ -> Blocks.wrapped("Cancelled; the server stopped it" + took, "muted");
            case Outcome.Failed(Refusal refusal) -> failed(ran, refusal);
        };
    }

    private Node failed(Ran ran, Refusal refusal) {
        VBox box = new VBox(2, Blocks.wrapped(refusal.message(), "message-error"));
        if (!refusal.sqlState().isEmpty()) {
            box.getChildren()
                    .add(Blocks.wrapped("SQLSTATE " + refusal.sqlState() + " · " + Durations.of(ran.took()), "muted"));
        }
        line(box, "Detail: ", refusal.detail());
        line(box, "Hint: ", refusal.hint());
        line(box, "Context: ", refusal.context());
        line(box, "", advice(refusal));
        HBox actions = new HBox(8);
        actions.getStyleClass().add("message-actions");
        if (refusal.at() >= 0) {
            Button go = new Button("Show in editor");
            go.setOnAction(_ -> show.accept(ran));
            actions.getChildren().add(go);
        }
        Button copy = new Button("Copy details");
        copy.setOnAction(_ -> copy(ran.sql() + "\n" + text(refusal)));
        actions.getChildren().add(copy);
        box.getChildren().add(actions);
        return box;
    }

    private static void line(VBox box, String name, @org.jspecify.annotations.Nullable String text) {
        if (text != null && !text.isEmpty()) {
            box.getChildren().add(Blocks.wrapped(name + text));
        }
    }

    private static String advice(Refusal refusal) {
        return switch (refusal.sqlState()) {
            case "57014" ->
                "The studio's sessions stop after 60 s, so that nothing runs unseen. SET statement_timeout = '10min'"
                        + " in this console lifts that for it.";
            case "55P03" ->
                "Another session holds the lock; the studio waits 5 s for one. SET lock_timeout lifts that here.";
            case "25006" -> "This connection is read-only: the server refuses writes on it.";
            case "25P02" -> "A statement before it failed. Only Roll back is left to this transaction.";
            case "25P03" ->
                "The transaction was idle for too long, so the server ended the session. Everything in it was"
                        + " rolled back.";
            default ->
                refusal.sqlState().startsWith("08") || refusal.sqlState().startsWith("57P")
                        ? "The session is lost, with its settings, temporary tables and locks. The next statement"
                                + " opens another."
                        : "";
        };
    }

    private static String text(Refusal refusal) {
        StringBuilder text =
                new StringBuilder(refusal.message()).append("\nSQLSTATE ").append(refusal.sqlState());
        if (refusal.detail() != null) {
            text.append("\nDetail: ").append(refusal.detail());
        }
        if (refusal.hint() != null) {
            text.append("\nHint: ").append(refusal.hint());
        }
        if (refusal.context() != null) {
            text.append("\nContext: ").append(refusal.context());
        }
        return text.toString();
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static String oneLine(String sql) {
        String line = sql.length() > 400 ? sql.substring(0, 400) : sql;
        return line.strip().replaceAll("\\s+", " ");
    }
}
