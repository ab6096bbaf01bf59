package mana.studio.design;

import java.util.List;
import java.util.Optional;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// What a person has designed on top of a database, with the way back through every step and forth again. A value:
/// each edit gives a new one.
public final class Design {
    private final Database base;
    private final Sketch current;
    private final @Nullable Step past;
    private final @Nullable Step future;

    /// @param label what leads from one side of it to the other
    /// @param state the state on its far side
    /// @param next  the step behind it; null for the last
    private record Step(String label, @Nullable String field, Sketch state, @Nullable Step next) {}

    private Design(Database base, Sketch current, @Nullable Step past, @Nullable Step future) {
        this.base = base;
        this.current = current;
        this.past = past;
        this.future = future;
    }

    /// Nothing designed yet.
    public static Design of(Database base) {
        return new Design(base, new Sketch(base, List.of()), null, null);
    }

    /// The database as it was read.
    public Database base() {
        return base;
    }

    /// What it is to become.
    public Sketch current() {
        return current;
    }

    /// What {@link #current} holds.
    public Database database() {
        return current.database();
    }

    /// Whether nothing is pending.
    public boolean isEmpty() {
        return current.database() == base || current.equals(new Sketch(base, List.of()));
    }

    /// The next design. Typing into one field is one step: each letter is a change of what was there before the first, so
    /// that what is half typed (a name that is another's for a moment) leaves nothing behind.
    public Design edit(Edit edit) {
        Step before = past;
        if (before != null && future == null && edit.field() != null && edit.field().equals(before.field())) {
            Sketch next = edit.change().apply(before.state());
            return next.equals(before.state())
                    ? new Design(base, before.state(), before.next(), null)
                    : new Design(base, next, new Step(edit.label(), edit.field(), before.state(), before.next()), null);
        }
        Sketch next = edit.change().apply(current);
        return next.equals(current)
                ? this
                : new Design(base, next, new Step(edit.label(), edit.field(), current, before), null);
    }

    /// What {@link #undo} would take back; empty where there is nothing.
    public Optional<String> undoable() {
        return Optional.ofNullable(past).map(Step::label);
    }

    /// What {@link #redo} would do again.
    public Optional<String> redoable() {
        return Optional.ofNullable(future).map(Step::label);
    }

    /// The state before the last edit; itself where there is none.
    public Design undo() {
        return past == null
                ? this
                : new Design(base, past.state(), past.next(), new Step(past.label(), past.field(), current, future));
    }

    public Design redo() {
        return future == null
                ? this
                : new Design(
                        base, future.state(), new Step(future.label(), future.field(), current, past), future.next());
    }
}
