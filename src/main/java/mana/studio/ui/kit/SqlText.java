package mana.studio.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// SQL as part of a list: highlighted, wrapped, not editable; a piece of it can be marked and copied. Cheap enough for a
/// cell, where RichTextFX takes two to four times as long to scroll and four to nine times to follow what is typed
/// (500 statements, software renderer); a whole script is a {@link CodePane}'s.
public final class SqlText extends TextFlow {
    /// So many lines of a text are shown; more is said.
    private static final int LINES = 60;

    private final SelectableText selection = new SelectableText(this);
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
        List<Node> nodes = new ArrayList<>(selection.shapes());
        SqlHighlight.pieces(cut).forEach(piece -> nodes.add(text(piece)));
        String more = lines.size() <= LINES ? "" : "… " + (lines.size() - LINES) + " more lines";
        if (!more.isEmpty()) {
            nodes.add(text(new SqlHighlight.Piece(more, List.of("sql-comment"))));
        }
        getChildren().setAll(nodes);
        String visible = cut + more;
        // Whoever marks up to the end wants the rest too, and not the words that stand for it.
        selection.show(visible, piece -> sql.substring(Math.min(sql.length(), visible.length() - piece.length())));
        setAccessibleText(sql);
    }

    private static Text text(SqlHighlight.Piece piece) {
        Text text = new Text(piece.text());
        text.getStyleClass().add("text");
        text.getStyleClass().addAll(piece.classes());
        return text;
    }
}
