package mana.studio.ui.kit;

import java.util.List;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// SQL as part of a list: highlighted, wrapped, not editable. Cheap enough for a cell; a whole script is a
/// {@link CodePane}'s.
public final class SqlText extends TextFlow {
    /// So many lines of a text are shown; more is said.
    private static final int LINES = 60;

    private String shown = "";

    public SqlText() {
        getStyleClass().add("sql-text");
    }

    /// Shows another text.
    public void show(String sql) {
        if (sql.equals(shown)) {
            return;
        }
        shown = sql;
        List<String> lines = sql.lines().toList();
        String cut = lines.size() <= LINES ? sql : String.join("\n", lines.subList(0, LINES)) + "\n";
        getChildren()
                .setAll(SqlHighlight.pieces(cut).stream().map(SqlText::text).toList());
        if (lines.size() > LINES) {
            getChildren()
                    .add(text(new SqlHighlight.Piece(
                            "… " + (lines.size() - LINES) + " more lines", List.of("sql-comment"))));
        }
        setAccessibleText(sql);
    }

    private static Text text(SqlHighlight.Piece piece) {
        Text text = new Text(piece.text());
        text.getStyleClass().add("text");
        text.getStyleClass().addAll(piece.classes());
        return text;
    }
}
