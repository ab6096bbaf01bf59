package mana.studio.ui.conventions;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TreeCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import mana.studio.convention.Severity;
import mana.studio.ui.conventions.Entry.Finding;
import mana.studio.ui.conventions.Entry.OfObject;
import mana.studio.ui.conventions.Entry.OfRule;
import mana.studio.ui.conventions.Entry.Off;
import mana.studio.ui.conventions.Entry.Switched;
import mana.studio.ui.kit.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line of the list.
final class EntryCell extends TreeCell<Entry> {
    private static final int LONG = 60;

    private final Label name = new Label();
    private final Label note = new Label();
    private final Label end = new Label();
    private final HBox line = new HBox(8);

    EntryCell() {
        getStyleClass().add("convention-cell");
        line.setAlignment(Pos.CENTER_LEFT);
        // Below its wish: a long line is cut, and the list never scrolls to the side.
        line.setMinWidth(0);
        setPrefWidth(0);
        note.getStyleClass().add("muted");
        note.setMinWidth(0);
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        end.getStyleClass().add("convention-count");
        end.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        name.getStyleClass().remove("strong");
        end.setGraphic(null);
        switch (entry) {
            case OfRule group -> {
                group(
                        severity(group.rule().severity()),
                        group.rule().title(),
                        group.entries().size());
                note.setText(group.rule().id());
            }
            case OfObject group -> {
                group(severity(group.severity()), group.name(), group.entries().size());
                note.setText("");
            }
            case Switched group -> {
                group(
                        Icons.of(Feather.TOGGLE_LEFT),
                        "Switched off",
                        group.entries().size());
                note.setText("");
            }
            case Finding finding -> finding(finding);
            case Off off ->
                line(
                        Icons.of(Feather.TOGGLE_LEFT),
                        off.rule().title(),
                        off.schema() == null ? "in this connection" : "in " + off.schema());
        }
        setGraphic(line);
        setAccessibleText(String.join(" ", spoken(entry), name.getText(), note.getText(), end.getText()));
    }

    /// What it is about is read whole; what is said of it is cut first. A very long name is cut too.
    private void nameFirst() {
        name.setMinWidth(name.getText().length() <= LONG ? Region.USE_PREF_SIZE : 0);
    }

    private void group(Node icon, String title, int size) {
        name.getStyleClass().add("strong");
        name.setText(title);
        end.setText(Integer.toString(size));
        line.getChildren().setAll(icon, name, note, end);
        nameFirst();
    }

    private void line(Node icon, String title, String text) {
        name.setText(title);
        note.setText(text);
        end.setText("");
        nameFirst();
        line.getChildren().setAll(icon, name, note, end);
    }

    private void finding(Finding finding) {
        boolean underRule = getTreeItem() != null
                && getTreeItem().getParent() != null
                && getTreeItem().getParent().getValue() instanceof OfRule;
        String silence = finding.silence();
        FontIcon icon = silence == null ? severity(finding.breach().severity()) : Icons.of(Feather.BELL_OFF);
        String message = finding.breach().message();
        if (underRule) {
            line(icon, finding.breach().where(), silence == null ? message : "Silenced: " + silence);
        } else {
            line(icon, message, silence == null ? finding.breach().rule().id() : "Silenced: " + silence);
        }
        if (silence == null && finding.breach().fix() != null) {
            end.setGraphic(Icons.of(Feather.TOOL, "convention-fixable"));
        }
    }

    private static FontIcon severity(Severity severity) {
        return Icons.of(Words.icon(severity), Words.iconStyle(severity));
    }

    private static String spoken(Entry entry) {
        return switch (entry) {
            case OfRule group -> Words.of(group.rule().severity());
            case OfObject group -> Words.of(group.severity());
            case Finding finding -> Words.of(finding.breach().severity());
            case Switched _, Off _ -> "";
        };
    }
}
