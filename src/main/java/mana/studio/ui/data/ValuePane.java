package mana.studio.ui.data;

import java.util.Collection;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.kit.TabKey;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.kordamp.ikonli.feather.Feather;

/// The value under the cursor, whole: JSON laid out, arrays as lists, bytes as a dump.
final class ValuePane extends BorderPane {
    private final ValueModel model;
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Label note = new Label();
    private final CodeArea text = new CodeArea();
    private final ProgressBar progress = new ProgressBar();
    private final StackPane body = new StackPane();
    private final VirtualizedScrollPane<CodeArea> scrolled = new VirtualizedScrollPane<>(text);

    /// @param close what its close button does
    ValuePane(ValueModel model, Runnable close) {
        this.model = model;
        setId("value-pane");
        getStyleClass().add("value-pane");
        name.getStyleClass().add("value-name");
        facts.getStyleClass().add("value-facts");
        facts.setId("value-facts");
        note.getStyleClass().add("value-note");
        note.setId("value-note");
        note.setWrapText(true);
        text.setId("value-text");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("value-text");
        text.setAccessibleText("Value");
        TabKey.leaves(text);
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText("Reading the value");
        progress.getStyleClass().add("thin-progress");
        body.getChildren().add(scrolled);
        setTop(new VBox(head(close), progress, note));
        setCenter(body);
        model.shown().subscribe(this::show);
    }

    private HBox head(Runnable close) {
        ToggleButton wrap = new ToggleButton("", Icons.of(Feather.CORNER_DOWN_LEFT));
        wrap.setSelected(true);
        wrap.selectedProperty().addListener((_, _, on) -> text.setWrapText(on));
        wrap.setAccessibleText("Wrap lines");
        wrap.setTooltip(new Tooltip("Wrap lines"));
        Button copy = DataActions.button(Feather.COPY, "Copy the whole value", this::copy);
        copy.setId("copy-value");
        Button hide = DataActions.button(Feather.X, "Close the value", close);
        wrap.getStyleClass().addAll("button-icon", "flat", "small");
        VBox titles = new VBox(name, facts);
        titles.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(4, titles, space, wrap, copy, hide);
        head.getStyleClass().add("value-head");
        return head;
    }

    private void show(ValueModel.Shown shown) {
        name.setText(shown.name());
        facts.setText(shown.facts());
        note.setText(shown.note());
        DataActions.show(note, !shown.note().isEmpty());
        progress.setVisible(shown.loading());
        if (shown.failure() != null) {
            body.getChildren().setAll(new FailurePane(shown.failure()));
            return;
        }
        body.getChildren().setAll(scrolled);
        text.replaceText(shown.text().text());
        if (!shown.text().text().isEmpty()) {
            text.setStyleSpans(0, styles(shown.text()));
        }
        text.moveTo(0);
        text.requestFollowCaret();
    }

    private static StyleSpans<Collection<String>> styles(ValueText laidOut) {
        StyleSpansBuilder<Collection<String>> styles = new StyleSpansBuilder<>();
        int end = 0;
        for (ValueText.Span span : laidOut.spans()) {
            styles.add(List.of(), span.from() - end);
            styles.add(List.of("json-" + span.kind()), span.to() - span.from());
            end = span.to();
        }
        styles.add(List.of(), laidOut.text().length() - end);
        return styles.create();
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.whole());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
