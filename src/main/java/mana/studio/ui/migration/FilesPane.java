package mana.studio.ui.migration;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.write.NewFile;
import mana.studio.drizzle.write.NewFile.Purpose;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.CodePane.LineMark;
import org.jspecify.annotations.Nullable;

/// Every file that will be written, and what will be in it; of the journal, which lines are new.
final class FilesPane extends BorderPane {
    private final ListView<NewFile> list = new ListView<>();
    private final CodePane code;
    private final Label path = new Label();
    private String journal = "";

    FilesPane(Background background) {
        code = CodePane.readOnly(background);
        list.setAccessibleText("Files that will be written");
        list.getStyleClass().add("migration-files");
        list.setCellFactory(_ -> new FileCell());
        list.getSelectionModel().selectedItemProperty().subscribe(file -> open(file));
        path.getStyleClass().addAll("mono", "migration-path");
        BorderPane right = new BorderPane(code);
        right.setTop(path);
        SplitPane split = new SplitPane(list, right);
        split.setDividerPositions(0.34);
        SplitPane.setResizableWithParent(list, false);
        setCenter(split);
    }

    /// @param before the journal as it is; empty for none
    void show(List<NewFile> files, String before) {
        journal = before;
        NewFile chosen = list.getSelectionModel().getSelectedItem();
        list.getItems().setAll(files);
        int same = chosen == null
                ? 0
                : files.stream()
                        .filter(file -> file.purpose() == chosen.purpose())
                        .findFirst()
                        .map(files::indexOf)
                        .orElse(0);
        list.getSelectionModel().select(same);
    }

    /// Opens the search (Ctrl+F).
    void find() {
        code.find();
    }

    private void open(@Nullable NewFile file) {
        if (file == null) {
            path.setText("");
            code.setText("");
            return;
        }
        path.setText(file.path());
        path.setTooltip(new Tooltip(file.path()));
        code.setText(file.text(), file.purpose() == Purpose.JOURNAL ? marks(journal, file.text()) : List.of());
    }

    /// What of a text is new against an older one.
    private static List<LineMark> marks(String before, String after) {
        List<String> lines = after.lines().toList();
        List<LineMark.Kind> kinds = new ArrayList<>(Collections.nCopies(lines.size(), LineMark.Kind.SAME));
        for (AbstractDelta<String> delta :
                DiffUtils.diff(before.lines().toList(), lines).getDeltas()) {
            int start = delta.getTarget().getPosition();
            for (int line = start; line < start + delta.getTarget().size(); line++) {
                boolean changed = line - start < delta.getSource().size();
                kinds.set(line, changed ? LineMark.Kind.CHANGED : LineMark.Kind.ADDED);
            }
        }
        List<LineMark> marks = new ArrayList<>();
        for (int line = 0; line < kinds.size(); line++) {
            marks.add(new LineMark(kinds.get(line), line + 1));
        }
        return marks;
    }

    private static final class FileCell extends ListCell<NewFile> {
        private final Label name = new Label();
        private final Label purpose = new Label();
        private final VBox lines = new VBox(2, name, purpose);

        FileCell() {
            setPrefWidth(0);
            name.getStyleClass().add("mono");
            // What tells the files apart stands at the end.
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            purpose.getStyleClass().add("migration-purpose");
        }

        @Override
        protected void updateItem(@Nullable NewFile file, boolean empty) {
            super.updateItem(file, empty);
            setText(null);
            if (file == null || empty) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                return;
            }
            name.setText(file.path());
            purpose.setText(file.purpose().word());
            setTooltip(new Tooltip(file.path()));
            setAccessibleText(file.path() + ", " + file.purpose().word());
            setGraphic(lines);
        }
    }
}
