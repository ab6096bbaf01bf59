package mana.studio.ui.objects.form;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import mana.studio.design.Problem;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.ui.kit.Highlight;
import org.jspecify.annotations.Nullable;

/// What the forms have in common: what is said about the thing as a whole, its fields below each other, undo and redo
/// of
/// the design by key, and the way to a field.
final class FormPane<T> extends BorderPane {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final ThingModel<T> model;
    private final Highlight highlight;
    private final Label banner = new Label();
    private final VBox wholes = new VBox(2);
    private final VBox content = new VBox(16);
    private final List<FormField<T>> fields = new ArrayList<>();
    private final List<Runnable> closing = new ArrayList<>();
    private Subscription following = Subscription.EMPTY;

    /// @param highlight shared with the preview beside the form
    FormPane(ThingModel<T> model, Highlight highlight) {
        this.model = model;
        this.highlight = highlight;
        getStyleClass().addAll("structure", "object-form");
        banner.getStyleClass().add("object-banner");
        banner.setMaxWidth(Double.MAX_VALUE);
        content.getStyleClass().add("structure-content");
        content.getChildren().add(wholes);
        wholes.setManaged(false);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        setCenter(scroll);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Fields side by side, each as wide as it likes and the last as wide as there is room.
    @SafeVarargs
    final FormPane<T> row(FormField<T>... beside) {
        HBox row = new HBox(16);
        for (FormField<T> field : beside) {
            register(field);
            HBox.setHgrow(field.node(), Priority.ALWAYS);
            ((VBox) field.node()).setPrefWidth(field.field() == Field.NAME ? 200 : 120);
            ((VBox) field.node()).setMaxWidth(480);
            row.getChildren().add(field.node());
        }
        content.getChildren().add(row);
        return this;
    }

    /// A field over the whole width.
    FormPane<T> wide(FormField<T> field) {
        register(field);
        content.getChildren().add(field.node());
        return this;
    }

    /// Something that is no field.
    FormPane<T> part(Node node) {
        content.getChildren().add(node);
        return this;
    }

    /// Called when the form goes.
    FormPane<T> closing(Runnable action) {
        closing.add(action);
        return this;
    }

    private void register(FormField<T> field) {
        fields.add(field);
        field.node().focusWithinProperty().subscribe((_, focused) -> {
            if (focused) {
                highlight.focus(model.spot(field.field()));
            }
        });
    }

    /// Follows the design from now on.
    FormPane<T> follow() {
        following = Subscription.combine(
                model.state().subscribe(this::show), highlight.fields().subscribe(this::highlight));
        return this;
    }

    void close() {
        following.unsubscribe();
        closing.forEach(Runnable::run);
        model.close();
    }

    /// Gives the focus to the field of a spot; nothing for another thing's.
    void show(Spot spot) {
        if (spot.object().same(model.id())) {
            fields.stream()
                    .filter(field -> spot.field() != Field.WHOLE && field.field() == spot.field())
                    .findFirst()
                    .or(() -> fields.stream().findFirst())
                    .ifPresent(FormField::focus);
        }
    }

    void takeFocus() {
        if (!fields.isEmpty()) {
            fields.getFirst().focus();
        }
    }

    private void show(@Nullable ThingState<T> state) {
        if (state == null) {
            return;
        }
        boolean there = state.now() != null;
        content.setDisable(!there);
        banner.setText(bannerOf(state));
        banner.getStyleClass().setAll("label", "object-banner", !there ? "removed" : "added");
        setTop(banner.getText().isEmpty() ? null : banner);
        if (there) {
            fields.forEach(field -> field.refresh(state));
        }
        List<Problem> whole = state.problems(Field.WHOLE);
        wholes.getChildren()
                .setAll(whole.stream()
                        .map(problem -> FieldBox.message(problem.severity(), problem.message()))
                        .toList());
        wholes.setManaged(!whole.isEmpty());
    }

    private String bannerOf(ThingState<T> state) {
        if (state.now() == null) {
            return state.before() == null
                    ? "This " + model.word() + " is not in the design any more. Ctrl+Z brings it back."
                    : "− This " + model.word() + " is dropped in the design. Ctrl+Z or Revert brings it back.";
        }
        return state.before() == null ? "+ New: this " + model.word() + " is created when the design is applied." : "";
    }

    private void highlight(List<Spot> spots) {
        fields.forEach(
                field -> field.node().pseudoClassStateChanged(MARKED, highlight.marks(model.spot(field.field()))));
    }

    /// Undo and redo are those of the design, also while a field is typed into.
    private void pressed(KeyEvent event) {
        if (!event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        if (event.getCode() == KeyCode.Z && !event.isShiftDown()) {
            model.designing().undo();
            event.consume();
        } else if (event.getCode() == KeyCode.Y || event.getCode() == KeyCode.Z) {
            model.designing().redo();
            event.consume();
        }
    }
}
