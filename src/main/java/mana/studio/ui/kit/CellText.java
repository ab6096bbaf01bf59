package mana.studio.ui.kit;

import mana.studio.rows.Cell;

/// How a value reads in one line of a grid.
public final class CellText {
    private static final int LONGEST = 300;

    private CellText() {}

    /// The text of a cell that is not NULL, as stored; what one line cannot show is marked, and what is
    /// not all ends with an ellipsis.
    public static String of(Cell cell) {
        String text = cell.text();
        if (text == null) {
            return "NULL";
        }
        if (text.isEmpty() && !cell.cut()) {
            return "\"\"";
        }
        String line = oneLine(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return cell.cut() || text.length() > LONGEST ? line + "…" : line;
    }

    private static String oneLine(String text) {
        if (text.isBlank()) {
            return text.replace(' ', '␣').replace("\n", "↵").replace("\t", "⇥").replace("\r", "");
        }
        return text.chars().anyMatch(c -> c < ' ')
                ? text.replace("\r\n", "↵").replace('\n', '↵').replace('\r', '↵').replace('\t', '⇥')
                : text;
    }
}
