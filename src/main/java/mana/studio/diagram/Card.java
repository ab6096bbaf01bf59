package mana.studio.diagram;

import java.util.List;
import mana.studio.schema.QualifiedName;

/// A table in a diagram.
///
/// @param key     of the table's identity
/// @param note    what else is to be said of it: `3 partitions`, `was accounts`; empty for nothing
/// @param guest   whether it is of another schema than the one that is shown
/// @param rows    its columns; those that are removed too
/// @param hidden  how many more columns it has, too many to be shown
public record Card(String key, QualifiedName name, Mark mark, String note, boolean guest, List<Row> rows, int hidden) {
    public static final double HEADER = 42;
    public static final double ROW = 20;
    public static final double FOOT = 18;
    /// Room for the letters of a key at the left of each row.
    public static final double PAD = 10;

    private static final double NARROWEST = 160;
    private static final double WIDEST = 300;
    private static final double LETTERS = 17;

    public Card {
        rows = List.copyOf(rows);
    }

    /// How large it is drawn.
    public Box size() {
        double widest = PAD * 2 + TextWidth.strong(title(), 13) + (mark == Mark.NONE ? 0 : 16);
        for (Row row : rows) {
            widest = Math.max(widest, nameStart() + row(row) + PAD);
        }
        double width = Math.clamp(Math.ceil(widest), NARROWEST, WIDEST);
        int lines = rows.size() + (hidden > 0 ? 1 : 0);
        return new Box(0, 0, width, HEADER + lines * ROW + FOOT);
    }

    private static double row(Row row) {
        double notNull = row.is(Sign.NOT_NULL) ? LETTERS + 4 : 0;
        return TextWidth.plain(row.name(), 12) + 14 + TextWidth.mono(row.type(), 11) + notNull;
    }

    /// The name, with the schema where it is a guest's.
    public String title() {
        return name.name();
    }

    /// Where the names of columns begin, behind the letters of the keys; letters are as wide as the most that a row
    /// has.
    public double nameStart() {
        int most = rows.stream()
                .mapToInt(row -> (int) row.signs().stream()
                        .filter(sign -> sign != Sign.NOT_NULL)
                        .count())
                .max()
                .orElse(0);
        return PAD + (most == 0 ? 6 : 10) + most * LETTERS;
    }

    /// The middle of a row, from the card's upper side; the header's for -1.
    public static double middle(int row) {
        return row < 0 ? HEADER / 2 : HEADER + row * ROW + ROW / 2;
    }

    /// In full, for those who hear it.
    public String words() {
        String pending = mark == Mark.NONE ? "" : ", " + mark.word();
        String more = note.isEmpty() ? "" : ", " + note;
        int columns = rows.size() + hidden;
        return "table " + name + pending + more + ", " + columns + (columns == 1 ? " column" : " columns");
    }
}
