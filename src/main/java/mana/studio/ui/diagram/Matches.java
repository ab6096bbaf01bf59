package mana.studio.ui.diagram;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import mana.studio.diagram.Card;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.Row;

/// What a search found.
///
/// @param cards   keys of the tables, the best first
/// @param columns keys of the columns
record Matches(List<String> cards, Set<String> columns) {
    static final Matches NONE = new Matches(List.of(), Set.of());

    private record Found(Card card, int rank) {}

    Matches {
        cards = List.copyOf(cards);
        columns = Set.copyOf(columns);
    }

    /// @param wanted a part of a table's or a column's name; `users.em` means a column of a table
    static Matches of(DiagramGraph graph, String wanted) {
        String text = wanted.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return NONE;
        }
        int dot = text.indexOf('.');
        List<Found> found = new ArrayList<>();
        Set<String> columns = new HashSet<>();
        for (Card card : graph.cards().values()) {
            List<Row> rows = rows(card, text, dot);
            int rank = rank(card, text);
            if (rank < 3 || !rows.isEmpty()) {
                found.add(new Found(card, rank));
                rows.forEach(row -> columns.add(row.key()));
            }
        }
        found.sort(Comparator.comparingInt(Found::rank));
        return new Matches(found.stream().map(each -> each.card().key()).toList(), columns);
    }

    private static int rank(Card card, String text) {
        String name = card.name().name().toLowerCase(Locale.ROOT);
        if (name.equals(text) || card.name().toString().toLowerCase(Locale.ROOT).equals(text)) {
            return 0;
        }
        boolean whole = card.name().toString().toLowerCase(Locale.ROOT).contains(text);
        return name.startsWith(text) ? 1 : whole ? 2 : 3;
    }

    private static List<Row> rows(Card card, String text, int dot) {
        String column = dot < 0 ? text : text.substring(dot + 1);
        boolean isTable = dot < 0 || card.name().name().toLowerCase(Locale.ROOT).contains(text.substring(0, dot));
        return !isTable || column.isEmpty()
                ? List.of()
                : card.rows().stream()
                        .filter(row -> row.name().toLowerCase(Locale.ROOT).contains(column))
                        .toList();
    }
}
