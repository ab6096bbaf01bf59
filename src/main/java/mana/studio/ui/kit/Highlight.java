package mana.studio.ui.kit;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.design.Spot;
import org.jspecify.annotations.Nullable;

/// What of the design a person points at, both ways: a form and the preview beside it share one. To be used on the
/// interface's thread only.
///
/// Each way has its own property, so that neither side hears itself.
public final class Highlight {
    private final ReadOnlyObjectWrapper<List<Spot>> fields = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Spot> focused = new ReadOnlyObjectWrapper<>();

    /// The fields that the statements chosen in the preview come from: forms mark them. A spot whose field is
    /// {@link Spot.Field#WHOLE} means its whole part.
    public ReadOnlyObjectProperty<List<Spot>> fields() {
        return fields.getReadOnlyProperty();
    }

    /// For the preview: other statements were chosen.
    public void mark(List<Spot> spots) {
        fields.set(List.copyOf(spots));
    }

    /// The field that has the focus in a form, so that the preview marks the statements that come from it; null where
    /// none has.
    public ReadOnlyObjectProperty<@Nullable Spot> focused() {
        return focused.getReadOnlyProperty();
    }

    /// For forms: another field got the focus, or with null none has it.
    public void focus(@Nullable Spot spot) {
        focused.set(spot);
    }

    /// Whether a form should mark a field now.
    public boolean marks(Spot field) {
        return fields.get().stream()
                .anyMatch(spot -> spot.same(field) || (spot.field() == Spot.Field.WHOLE && spot.samePart(field)));
    }
}
