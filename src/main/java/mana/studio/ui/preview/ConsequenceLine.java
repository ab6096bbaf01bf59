package mana.studio.ui.preview;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.safety.Finding;
import mana.studio.safety.Severity;
import mana.studio.safety.words.Consequence;
import mana.studio.safety.words.SourceTitle;

/// A consequence: its icon, its words, and on request what to do about it and where to read on.
final class ConsequenceLine extends HBox {
    ConsequenceLine(Consequence consequence, boolean everything) {
        super(8);
        getStyleClass().add("consequence");
        setAlignment(Pos.TOP_LEFT);
        VBox words = new VBox(2);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        Label text = label(consequence.text(), "consequence-text", Marks.textStyle(consequence));
        text.setAccessibleText(spoken(consequence));
        words.getChildren().add(text);
        Finding finding = consequence.finding();
        if (everything && finding != null) {
            if (!finding.help().isEmpty()) {
                words.getChildren().add(label(finding.help(), "consequence-help"));
            }
            words.getChildren().add(source(finding.source()));
        }
        getChildren().addAll(Marks.icon(consequence.kind(), consequence.severity()), words);
    }

    private static String spoken(Consequence consequence) {
        String severity = consequence.severity() == Severity.NOTE ? "" : Marks.word(consequence.severity()) + ", ";
        return severity + consequence.kind().words() + ": " + consequence.text();
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static Node source(String address) {
        Hyperlink link = new Hyperlink(SourceTitle.of(address));
        link.getStyleClass().add("consequence-source");
        link.setTooltip(new Tooltip("Copy " + address));
        link.setAccessibleText(link.getText() + ", copies its address");
        String title = link.getText();
        link.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(address);
            Clipboard.getSystemClipboard().setContent(content);
            link.setText(title + " · address copied");
        });
        return link;
    }
}
