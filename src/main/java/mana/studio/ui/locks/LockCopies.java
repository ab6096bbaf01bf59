package mana.studio.ui.locks;

import java.io.File;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.Duration;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Aim;
import mana.studio.locks.release.Release;
import mana.studio.locks.report.Deed;
import mana.studio.locks.report.Handover;
import mana.studio.locks.report.IncidentReport;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.watch.Sight;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What can be taken away from the board: the statement for somebody with more rights or without this tool, the report
/// for the chat, the report as a file.
final class LockCopies {
    private static final DateTimeFormatter FILE =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final LockBoard board;
    private final Supplier<@Nullable Window> window;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final PauseTransition fading = new PauseTransition(Duration.seconds(6));
    private final CheckMenuItem statements = new CheckMenuItem("Reports tell statements too");
    private final Button forDba = ReleaseSheet.button("Copy statement for a DBA", Feather.COPY, this::psql);

    LockCopies(LockBoard board, Supplier<@Nullable Window> window) {
        this.board = board;
        this.window = window;
        fading.setOnFinished(_ -> notice.set(""));
        forDba.setId("lock-dba");
        forDba.setVisible(false);
        forDba.managedProperty().bind(forDba.visibleProperty());
    }

    Node menu() {
        MenuButton menu = new MenuButton(
                "Copy",
                Icons.of(Feather.COPY),
                item("Statement for psql, for a colleague without this tool (Y)", this::psql),
                item("Report, as Markdown", this::markdown),
                item("Save report, as JSON…", this::save),
                new SeparatorMenuItem(),
                statements);
        menu.setId("lock-copy");
        menu.setMinWidth(MenuButton.USE_PREF_SIZE);
        return menu;
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    Node forDba() {
        return forDba;
    }

    /// What ending the selected session comes to: where this role may not, somebody else could.
    void offer(Offer ending) {
        forDba.setVisible(ending.dba());
    }

    /// The statement that ends what is selected; of a prepared transaction both ways to end it.
    void psql() {
        Row row = board.model().selected().get();
        if (row != null && row.subject() instanceof Row.Subject.Prepared(Assessment _, var prepared)) {
            Handover.prepared(prepared.gid())
                    .ifPresent(both -> copy(
                            "-- One of both, in its database:\n" + String.join("\n", both), "Copied both statements."));
            return;
        }
        List<Aim> aims = board.model().offer(Act.END).aims();
        if (aims.isEmpty()) {
            say("There is nothing to end here, so no statement either.");
        } else {
            statement(aims);
        }
    }

    /// The statement that ends these sessions, if they are still the ones that were seen.
    void statement(List<Aim> aims) {
        Sight sight = board.model().sight().get();
        Board now = sight.board();
        Capabilities capabilities = sight.capabilities();
        if (now == null || capabilities == null) {
            return;
        }
        String head = "-- "
                + (capabilities.address().isEmpty()
                        ? "local socket"
                        : capabilities.address() + ":" + capabilities.port())
                + ", any database, as a superuser or with pg_signal_backend\n";
        copy(
                head
                        + aims.stream()
                                .map(aim -> one(aim, now, capabilities.version()))
                                .collect(Collectors.joining("\n")),
                "Copied the statement.");
    }

    private static String one(Aim aim, Board now, int version) {
        Optional<Backend> seen =
                now.backend(aim.session().pid()).filter(backend -> backend.id().same(aim.session()));
        return seen.filter(_ -> aim.part() == Aim.Part.HOLDER)
                .map(backend -> Handover.end(aim.lock(), backend))
                .orElseGet(() -> Release.statement(aim, Act.END, version) + ";\n");
    }

    private Optional<IncidentReport> report() {
        Sight sight = board.model().sight().get();
        Board seen = sight.board();
        Capabilities capabilities = sight.capabilities();
        if (seen == null || capabilities == null) {
            return Optional.empty();
        }
        Row row = board.model().selected().get();
        List<Assessment> about =
                Optional.ofNullable(row).flatMap(Row::assessment).stream().toList();
        return Optional.of(new IncidentReport(
                Objects.requireNonNullElseGet(sight.readAt(), Instant::now),
                capabilities,
                seen,
                about.isEmpty() ? sight.assessments() : about,
                board.done().reversed().stream().map(Deed::of).toList(),
                statements.isSelected()));
    }

    private void markdown() {
        report().ifPresent(report -> copy(report.markdown(), "Copied the report."));
    }

    private void save() {
        report().ifPresent(report -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle("Save report");
            chooser.setInitialFileName("lock-incident-" + FILE.format(report.takenAt()) + ".json");
            File file = chooser.showSaveDialog(window.get());
            if (file != null) {
                write(report, file);
            }
        });
    }

    private void write(IncidentReport report, File file) {
        board.session()
                .background()
                .start(Job.of("Saving the report", _ -> Files.writeString(file.toPath(), report.json()))
                        .whenDone(path -> say("Saved " + path))
                        .whenFailed(refused -> say("It could not be saved: " + refused.getMessage())));
    }

    private void copy(String text, String said) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        say(said);
    }

    private void say(String words) {
        notice.set(words);
        fading.playFromStart();
    }

    /// What was just copied or saved; empty a while later.
    ReadOnlyStringProperty notice() {
        return notice.getReadOnlyProperty();
    }
}
