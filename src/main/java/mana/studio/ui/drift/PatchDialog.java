package mana.studio.ui.drift;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.drizzle.typescript.Patch;
import mana.studio.drizzle.typescript.Patch.FileChange;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.CodePane.LineMark;
import mana.studio.ui.kit.CodePane.LineMark.Kind;

/// Shows what would be written in the schema files, and asks.
final class PatchDialog extends Dialog<ButtonType> {
    private static final int AROUND = 3;
    private static final ButtonType WRITE = new ButtonType("Change the code", ButtonData.OK_DONE);

    private PatchDialog(Window owner, Background background, String what, Patch patch) {
        initOwner(owner);
        setTitle("Make the code like the database");
        setHeaderText(null);
        Label question = wrapped(patch.isEmpty() ? "This has to be done by hand." : "Change the code of " + what + "?");
        question.getStyleClass().add("drift-title");
        VBox content = new VBox(10, question);
        patch.byHand().forEach(each -> content.getChildren().add(wrapped("By hand: " + each)));
        patch.notes().forEach(each -> content.getChildren().add(wrapped(each)));
        if (!patch.isEmpty()) {
            CodePane code = CodePane.typeScript(background);
            code.setPrefSize(760, 380);
            VBox.setVgrow(code, Priority.ALWAYS);
            show(code, patch.changes());
            content.getChildren().add(code);
        }
        content.setPadding(new Insets(16));
        content.setPrefWidth(800);
        getDialogPane().setContent(content);
        getDialogPane().getStylesheets().setAll(owner.getScene().getStylesheets());
        getDialogPane()
                .getButtonTypes()
                .setAll(patch.isEmpty() ? List.of(ButtonType.CLOSE) : List.of(WRITE, ButtonType.CANCEL));
        setResizable(true);
    }

    /// @return whether the person wants it written
    static boolean asks(Window owner, Background background, String what, Patch patch) {
        return new PatchDialog(owner, background, what, patch)
                .showAndWait()
                .filter(WRITE::equals)
                .isPresent();
    }

    private static void show(CodePane pane, List<FileChange> changes) {
        List<String> lines = new ArrayList<>();
        List<LineMark> marks = new ArrayList<>();
        for (FileChange change : changes) {
            List<String> before = change.before().lines().toList();
            UnifiedDiffUtils.generateUnifiedDiff(
                            change.name(),
                            change.name(),
                            before,
                            DiffUtils.diff(before, change.after().lines().toList()),
                            AROUND)
                    .stream()
                    // The second of the two lines that name the file says the same.
                    .filter(line -> !line.startsWith("+++ "))
                    .forEach(line -> {
                        lines.add(line.startsWith("--- ") ? "// " + change.name() : text(line));
                        marks.add(new LineMark(kind(line), 0));
                    });
        }
        pane.setText(String.join("\n", lines), marks);
    }

    private static String text(String line) {
        return line.startsWith("@@") || line.isEmpty() ? "" : line.substring(1);
    }

    private static Kind kind(String line) {
        if (line.startsWith("--- ")) {
            return Kind.SAME;
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+' -> Kind.ADDED;
            case '-' -> Kind.REMOVED;
            case '@' -> Kind.GAP;
            default -> Kind.SAME;
        };
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
