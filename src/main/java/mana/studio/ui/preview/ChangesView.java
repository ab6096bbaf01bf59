package mana.studio.ui.preview;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import mana.studio.safety.safer.Phase;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.PreviewSide;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The screen of all pending changes: what they are, what they do, and carrying them out.
public final class ChangesView extends BorderPane {
    private final PreviewPane preview;
    private final StackPane right = new StackPane();
    private final Button dryRun = new Button("", Icons.of(Feather.PLAY_CIRCLE));
    private final Button apply = new Button("", Icons.of(Feather.CHECK_CIRCLE));
    private final Button write = new Button("Write Drizzle migration…", Icons.of(Feather.FILE_PLUS));
    private final Supplier<? extends Written> makeMigration;
    private @Nullable Written migration;
    private final Subscription subscription;
    private final Function<List<Phase>, ? extends Node> makeApply;
    private final Supplier<? extends Node> makeDryRun;

    /// @param pending   the list of what is pending
    /// @param makeApply makes the view that applies the changes, each time a person wants to: in the phases of the safer
    ///                  way where that is shown; none for the direct way
    /// @param makeDryRun likewise for trying them out
    /// @param makeMigration likewise for writing them as a migration
    /// @param drizzle   them as code
    public ChangesView(
            Session session,
            Highlight highlight,
            Node pending,
            Function<List<Phase>, ? extends Node> makeApply,
            Supplier<? extends Node> makeDryRun,
            Supplier<? extends Written> makeMigration,
            PreviewSide drizzle) {
        this.makeMigration = makeMigration;
        getStyleClass().add("changes-view");
        preview = new PreviewPane(session, highlight, drizzle);
        right.getChildren().setAll(preview);
        apply.getStyleClass().add("accent");
        this.makeApply = makeApply;
        this.makeDryRun = makeDryRun;
        apply.setOnAction(_ -> apply());
        apply.textProperty()
                .bind(Bindings.createStringBinding(() -> words(preview.safer().getValue()), preview.safer()));
        dryRun.textProperty()
                .bind(preview.safer().map(_ -> "Dry run of the direct way…").orElse("Dry run…"));
        dryRun.setOnAction(_ -> dryRun());
        write.setOnAction(_ -> write());
        Label title = new Label("Changes");
        title.getStyleClass().add("object-name");
        HBox head = new HBox(8, Icons.of(Feather.GIT_PULL_REQUEST), title, StatementBox.gap(), dryRun, write, apply);
        head.getStyleClass().add("object-header");
        setTop(head);
        SplitPane split = new SplitPane(pending, right);
        split.setDividerPositions(0.36);
        SplitPane.setResizableWithParent(pending, false);
        setCenter(split);
        subscription = session.designing().forecast().subscribe(this::follow);
    }

    /// The view of a migration, and what ends it.
    public record Written(Node view, Runnable find, Runnable close) {}

    /// Shows what would be written as a migration, in the place of the SQL.
    public void write() {
        leave();
        Written made = makeMigration.get();
        show("Write Drizzle migration", Feather.FILE_PLUS, made.view());
        migration = made;
    }

    private void leave() {
        Written left = migration;
        migration = null;
        if (left != null) {
            left.close().run();
        }
    }

    /// Goes to applying the changes, which asks first; nothing where there are none.
    public void apply() {
        if (!apply.isDisabled()) {
            SaferWay safer = preview.safer().getValue();
            show("Apply", Feather.CHECK_CIRCLE, makeApply.apply(safer == null ? List.of() : safer.phases()));
        }
    }

    /// Goes to trying the changes out; nothing where there are none.
    public void dryRun() {
        if (!dryRun.isDisabled()) {
            show("Dry run", Feather.PLAY_CIRCLE, makeDryRun.get());
        }
    }

    /// Shows something that is applied, in the place of the SQL.
    public void showApplying(Node view) {
        show("Apply", Feather.CHECK_CIRCLE, view);
    }

    private static String words(@Nullable SaferWay safer) {
        if (safer == null) {
            return "Apply…";
        }
        return safer.isOnePhase() ? "Apply the safer way…" : "Apply in phases…";
    }

    /// Shows the SQL, in the place of applying or trying.
    public void showSql() {
        leave();
        right.getChildren().setAll(preview);
    }

    /// Opens the search (Ctrl+F).
    public void find() {
        if (migration == null) {
            preview.find();
        } else {
            migration.find().run();
        }
    }

    /// Follows the design no longer.
    public void close() {
        subscription.unsubscribe();
        leave();
        preview.close();
    }

    @Override
    public void requestFocus() {
        preview.requestFocus();
    }

    private void follow(@Nullable Forecast forecast) {
        boolean nothing = forecast == null || forecast.plan().isEmpty();
        apply.setDisable(nothing);
        dryRun.setDisable(nothing);
        write.setDisable(nothing);
    }

    private void show(String words, Ikon icon, Node view) {
        leave();
        Button back = new Button("Back to the SQL", Icons.of(Feather.ARROW_LEFT));
        back.getStyleClass().addAll("small");
        back.setOnAction(_ -> showSql());
        Label title = new Label(words, Icons.of(icon));
        title.getStyleClass().add("section-heading");
        HBox line = new HBox(12, back, title);
        line.getStyleClass().add("preview-line");
        BorderPane pane = new BorderPane(view);
        pane.setTop(line);
        right.getChildren().setAll(pane);
        view.requestFocus();
    }
}
