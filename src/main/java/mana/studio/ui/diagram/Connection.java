package mana.studio.ui.diagram;

import mana.studio.diagram.Offer;
import mana.studio.diagram.Point;
import org.jspecify.annotations.Nullable;

/// A foreign key while it is drawn.
///
/// @param from  the column it begins at; nothing while none is drawn
/// @param to    the column under the pointer; nothing for none
/// @param at    the pointer, in the diagram's measures
/// @param offer what would become of it here; null where there is no column
record Connection(Hit from, Hit to, Point at, @Nullable Offer offer) {
    static final Connection NONE = new Connection(Hit.NOTHING, Hit.NOTHING, new Point(0, 0), null);

    boolean isGoingOn() {
        return from instanceof Hit.OnRow;
    }

    boolean isRefused() {
        return offer instanceof Offer.Refused;
    }
}
