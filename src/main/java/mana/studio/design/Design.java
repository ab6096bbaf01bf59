package mana.studio.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.schema.Database;
import org.jspecify.annotations.Nullable;

/// What a person has designed on top of a database, with the way back through every step and forth again. A value:
/// each edit gives a new one.
///
/// When the database changes underneath, the design is rebased; that is no step of its own. The states before and
/// behind
/// stay as they were and are rebased when they are reached, so that undo leads to the database as it is by then, and
/// never
/// to one that is no more.
public final class Design {
    private final Database base;
    private final Sketch current;
    private final @Nullable Step past;
    private final @Nullable Step future;

    /// @param label what leads from one side of it to the other
    /// @param base  what the state was designed upon
    /// @param state the state on its far side
    /// @param next  the step behind it; null for the last
    private record Step(
            String label,
            @Nullable String field,
            Database base,
            Sketch state,
            @Nullable Step next) {
        /// The state, on the base of today.
        Sketch on(Database today) {
            return base == today ? state : Rebase.of(base, state, today, false).sketch();
        }
    }

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

    /// The next design. Typing into one field is one step: each letter is a change of what was there before the first,
    /// so
    /// that what is half typed (a name that is another's for a moment) leaves nothing behind.
    public Design edit(Edit edit) {
        Step before = past;
        boolean goesOn = before != null
                && future == null
                && before.base() == base
                && edit.field() != null
                && edit.field().equals(before.field());
        if (before != null && goesOn) {
            Sketch next = edit.change().apply(before.state());
            return next.equals(before.state())
                    ? new Design(base, before.state(), before.next(), null)
                    : new Design(base, next, step(edit, before.state(), before.next()), null);
        }
        Sketch next = edit.change().apply(current);
        return next.equals(current) ? this : new Design(base, next, step(edit, current, before), null);
    }

    private Step step(Edit edit, Sketch state, @Nullable Step next) {
        return new Step(edit.label(), edit.field(), base, state, next);
    }

    /// The same on the database as it has become, with the whole history.
    ///
    /// @param today   the new base
    /// @param rebased what {@link Rebase} made of {@link #current}
    public Design rebased(Database today, Sketch rebased) {
        return new Design(today, rebased, past, future);
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
        return past == null ? this : new Design(base, past.on(base), past.next(), back(past, future));
    }

    public Design redo() {
        return future == null ? this : new Design(base, future.on(base), back(future, past), future.next());
    }

    private Step back(Step step, @Nullable Step next) {
        return new Step(step.label(), step.field(), base, current, next);
    }

    /// A step as it is kept: the state is the one before it, or, of what was undone, the one behind it.
    ///
    /// @param field see {@link Edit#field}
    /// @param base  what the state was designed upon
    public record Kept(String label, @Nullable String field, Database base, Sketch state) {}

    /// The steps that can be undone, the next first.
    public List<Kept> past() {
        return kept(past);
    }

    /// The steps that can be done again, the next first.
    public List<Kept> future() {
        return kept(future);
    }

    private static List<Kept> kept(@Nullable Step first) {
        List<Kept> steps = new ArrayList<>();
        for (Step step = first; step != null; step = step.next()) {
            steps.add(new Kept(step.label(), step.field(), step.base(), step.state()));
        }
        return steps;
    }

    /// A design as it was kept.
    public static Design of(Database base, Sketch current, List<Kept> past, List<Kept> future) {
        return new Design(base, current, chain(past), chain(future));
    }

    private static @Nullable Step chain(List<Kept> steps) {
        Step next = null;
        for (Kept step : steps.reversed()) {
            next = new Step(step.label(), step.field(), step.base(), step.state(), next);
        }
        return next;
    }
}
