package mana.studio.ui.objects.form;

import java.util.List;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// A thing of the design at one moment.
///
/// @param now      as it is designed; null where it is dropped
/// @param before   as it was read; null where it is new
/// @param sketch   the design around it
/// @param base     the database around it
/// @param problems what is wrong with it
record ThingState<T>(@Nullable T now, @Nullable T before, Sketch sketch, Database base, List<Problem> problems) {
    ThingState {
        problems = List.copyOf(problems);
    }

    Database database() {
        return sketch.database();
    }

    /// What is wrong with one of its fields.
    List<Problem> problems(Field field) {
        return problems.stream()
                .filter(problem ->
                        problem.spot().part() == null && problem.spot().field() == field)
                .toList();
    }
}
