package mana.studio.ui.design.state;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.design.Validation;
import mana.studio.schema.Database;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import org.jspecify.annotations.Nullable;

/// A design that is validated at once, and of which nothing else is computed.
public final class DirectDesign implements Designing {
    private final ReadOnlyObjectWrapper<@Nullable Design> design = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Forecast> forecast = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Problem>> problems = new ReadOnlyObjectWrapper<>(List.of());

    public DirectDesign(Database base) {
        set(Design.of(base));
    }

    private void set(Design newest) {
        design.set(newest);
        problems.set(Validation.of(newest.base(), newest.current()));
    }

    public Design now() {
        return design.get();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Design> design() {
        return design.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Forecast> forecast() {
        return forecast.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Failure> forecastFailure() {
        return failure.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<List<Problem>> problems() {
        return problems.getReadOnlyProperty();
    }

    @Override
    public void edit(Edit edit) {
        set(now().edit(edit));
    }

    @Override
    public void undo() {
        set(now().undo());
    }

    @Override
    public void redo() {
        set(now().redo());
    }

    @Override
    public void discard() {
        edit(new Edit("Discard all changes", null, _ -> new Sketch(now().base(), List.of())));
    }
}
