package mana.studio.ui.conventions;

import java.util.List;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.convention.Breach;
import mana.studio.ui.conventions.ConventionsModel.Checked;
import mana.studio.ui.conventions.Entry.Finding;
import mana.studio.ui.conventions.Entry.Group;
import mana.studio.ui.conventions.Entry.OfObject;
import mana.studio.ui.conventions.Entry.OfRule;
import mana.studio.ui.kit.EmptyState;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Where the design breaks the house rules: all findings, and beside them what the chosen one is about.
public final class ConventionsView extends BorderPane {
    private final Session session;
    private final ConventionsModel model;
    private final NarrowingBar bar;
    private final FindingList list;
    private final DetailPane detail;
    private final SplitPane split = new SplitPane();
    private boolean focusWanted;

    /// @param rules which are looked after; one for a session
    public ConventionsView(Session session, HouseRules rules) {
        this.session = session;
        model = new ConventionsModel(session, rules);
        FindingList.Actions actions = new Doing();
        detail = new DetailPane(model, actions);
        list = new FindingList(actions, detail::show);
        bar = new NarrowingBar(model, list::requestFocus);
        getStyleClass().add("conventions");
        split.getItems().setAll(list, detail);
        split.setDividerPositions(0.62);
        SplitPane.setResizableWithParent(detail, false);
        setTop(bar);
        model.groups().subscribe(this::show);
        model.checked().addListener((InvalidationListener) _ -> setCenter(content()));
        model.failure().addListener((InvalidationListener) _ -> setCenter(content()));
        model.pending().subscribe((_, _) -> setBottom(foot()));
        model.keepingFailure().subscribe((_, _) -> setBottom(foot()));
        list.sceneProperty().subscribe(scene -> {
            if (scene != null && focusWanted) {
                Platform.runLater(this::requestFocus);
            }
        });
        setCenter(content());
    }

    /// Gives the focus to the list, as soon as there is one.
    @Override
    public void requestFocus() {
        focusWanted = list.getScene() == null;
        list.requestFocus();
    }

    /// Ctrl+F: go where the list is narrowed.
    public void find() {
        bar.find();
    }

    /// Follows the design no longer.
    public void close() {
        model.close();
    }

    private void show(List<Group> groups) {
        list.show(groups);
        detail.show(list.chosen());
        setCenter(content());
    }

    private Node content() {
        Failure failure = model.failure().get();
        Checked checked = model.checked().get();
        if (failure != null) {
            return new FailurePane(failure);
        }
        if (checked == null) {
            return loading();
        }
        boolean nothing = checked.findings().open().isEmpty();
        if (!model.groups().get().isEmpty()) {
            return split;
        }
        return nothing ? clean(checked) : noMatch();
    }

    private Node clean(Checked checked) {
        int silenced = checked.findings().silenced().size();
        String text = "%s looked at %s in %s%s."
                .formatted(
                        Words.count(checked.rules(), "rule"),
                        Words.count(checked.tables(), "table"),
                        Words.count(checked.schemas(), "schema"),
                        silenced == 0 ? "" : "; " + Words.count(silenced, "finding") + " silenced");
        if (silenced == 0) {
            return new EmptyState(Feather.CHECK_CIRCLE, "No findings", text);
        }
        Button show = new Button("Show silenced");
        show.setOnAction(_ -> model.silenced().set(true));
        return new EmptyState(Feather.CHECK_CIRCLE, "No findings", text, show);
    }

    private Node noMatch() {
        Button all = new Button("Show all");
        all.setOnAction(_ -> {
            model.filter().set("");
            bar.showAll();
        });
        return new EmptyState(Feather.SEARCH, "No match", "No finding has these words and severities.", all);
    }

    private static Node loading() {
        ProgressIndicator indicator = new ProgressIndicator();
        indicator.getStyleClass().add("explorer-loading-indicator");
        Label text = new Label("Reading the catalog…");
        text.getStyleClass().add("muted");
        VBox loading = new VBox(12, indicator, text);
        loading.setAlignment(Pos.CENTER);
        return loading;
    }

    /// What was mended last and what could not be kept; null where there is neither.
    private @Nullable Node foot() {
        Failure failure = model.keepingFailure().get();
        String mended = model.pending().get();
        if (failure != null) {
            return new FailurePane(failure);
        }
        if (mended == null) {
            return null;
        }
        Hyperlink undo = new Hyperlink("Undo");
        undo.setOnAction(_ -> model.undo());
        Hyperlink pending = new Hyperlink("Pending changes");
        pending.setOnAction(_ -> session.navigator().open(Screen.CHANGES));
        Label text = new Label("Pending: " + mended);
        text.setId("mended");
        HBox foot = new HBox(8, Icons.of(Feather.CHECK, "icon-success"), text, undo, pending);
        foot.getStyleClass().add("convention-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private final class Doing implements FindingList.Actions {
        @Override
        public void show(Finding finding) {
            model.show(finding.breach());
        }

        @Override
        public void fix(Entry entry) {
            List<Breach> mendable = Entry.mendable(entry);
            if (!mendable.isEmpty()) {
                model.fix(label(entry, mendable), mendable);
            }
        }

        private String label(Entry entry, List<Breach> mendable) {
            Breach first = mendable.getFirst();
            if (mendable.size() == 1 && first.fix() != null) {
                return first.fix().label();
            }
            return switch (entry) {
                case OfRule group ->
                    "Fix " + mendable.size() + " of " + group.rule().id();
                case OfObject group -> "Fix " + mendable.size() + " in " + group.name();
                default -> "Fix " + mendable.size() + " findings";
            };
        }

        @Override
        public void silence(Finding finding) {
            if (finding.silence() == null) {
                SilenceDialog.ask(getScene().getWindow(), finding.breach())
                        .ifPresent(reason -> model.silence(finding.breach(), reason));
                list.requestFocus();
            }
        }

        @Override
        public void find() {
            bar.find();
        }
    }
}
