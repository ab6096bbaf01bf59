package mana.studio.ui.diagram;

import java.util.HashSet;
import java.util.Set;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;

/// What stands out in a diagram while it is looked at.
///
/// @param selected the card that is chosen; empty for none
/// @param edge     the edge that is chosen; empty for none
/// @param cards    those that belong to what is chosen; empty where nothing is chosen: then none is dimmed
/// @param edges    those that belong to what is chosen
/// @param found    the cards that a search found
/// @param columns  the columns that a search found
/// @param hover    what is under the pointer
/// @param target   the column that a foreign key is being drawn to
/// @param source   the column that it is drawn from
/// @param refused  whether it could not be
record Look(
        String selected,
        String edge,
        Set<String> cards,
        Set<String> edges,
        Set<String> found,
        Set<String> columns,
        Hit hover,
        Hit target,
        Hit source,
        boolean refused) {
    static final Look PLAIN =
            new Look("", "", Set.of(), Set.of(), Set.of(), Set.of(), Hit.NOTHING, Hit.NOTHING, Hit.NOTHING, false);

    static Look of(Drawing drawing, Selection selection, Matches matches, Hit hover, Connection connection) {
        Set<String> cards = new HashSet<>();
        Set<String> edges = new HashSet<>();
        String card = selection.card();
        if (drawing.card(card).isPresent()) {
            cards.add(card);
            for (Edge edge : drawing.edgesOf(card)) {
                edges.add(edge.key());
                cards.add(edge.from());
                cards.add(edge.to());
            }
        }
        drawing.edge(selection.edge()).ifPresent(edge -> {
            edges.add(edge.key());
            cards.add(edge.from());
            cards.add(edge.to());
        });
        boolean connecting = connection.isGoingOn();
        return new Look(
                card,
                selection.edge(),
                connecting ? Set.of() : cards,
                connecting ? Set.of() : edges,
                Set.copyOf(matches.cards()),
                matches.columns(),
                hover,
                connection.to(),
                connection.from(),
                connection.isRefused());
    }

    /// What a search found stands out before what belongs to the choice.
    boolean dims(String card) {
        return found.isEmpty()
                ? !cards.isEmpty() && !cards.contains(card)
                : !found.contains(card) && !selected.equals(card);
    }

    boolean dims(Edge other) {
        return found.isEmpty() ? !cards.isEmpty() && !edges.contains(other.key()) : !edges.contains(other.key());
    }
}
