package mana.studio.design;

import java.util.function.UnaryOperator;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// A change that a person makes to a design.
///
/// @param label  what it does, for the menu and the list, as a command: `Rename column email`
/// @param field  names the field that is typed into: edits of one field that follow each other are one step of undo;
///               null where it is a step of its own
/// @param change makes the next state; gives back what it was given where nothing changes. Of typing, each change is
///               given the state before the first of them: it sets the field to what it says now
public record Edit(String label, @Nullable String field, UnaryOperator<Sketch> change) {
    /// A step of its own that changes the database.
    public static Edit of(String label, UnaryOperator<Database> change) {
        return new Edit(label, null, sketch -> sketch.with(change));
    }

    /// Typing into a field: the change sets it to all that was typed by now.
    public static Edit typing(String label, String field, UnaryOperator<Database> change) {
        return new Edit(label, field, sketch -> sketch.with(change));
    }
}
