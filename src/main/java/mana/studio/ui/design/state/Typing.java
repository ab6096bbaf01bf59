package mana.studio.ui.design.state;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Sketch;
import mana.studio.ui.kit.Designing;
import org.jspecify.annotations.Nullable;

/// A field that is typed into, from the first letter until it is left: one step of undo. Every letter starts from what
/// was there before the first: a name that is another's for a moment on its way takes nothing along.
public final class Typing {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final Designing designing;
    private final String key = "typing-" + NUMBER.incrementAndGet();
    private @Nullable Sketch before;
    private @Nullable Sketch own;
    private boolean typed;
    private boolean writing;

    public Typing(Designing designing) {
        this.designing = designing;
    }

    /// What was typed so far means this change.
    @SuppressWarnings("ReferenceEquality")
    public void type(String label, UnaryOperator<Sketch> change) {
        Design design = designing.design().get();
        if (design == null) {
            return;
        }
        writing = true;
        boolean goesOn = before != null && design.current() == own;
        Sketch start = goesOn && before != null ? before : design.current();
        before = start;
        Sketch next = change.apply(start);
        if (!next.equals(start)) {
            designing.edit(new Edit(label, key, _ -> next));
        } else if (goesOn && own != start) {
            designing.undo();
        }
        Design reached = designing.design().get();
        own = reached == null ? null : reached.current();
        typed = true;
        writing = false;
    }

    /// Whether what changes now is changed by it.
    public boolean isWriting() {
        return writing;
    }

    /// Whether anything was typed and not taken back.
    public boolean hasTyped() {
        return typed;
    }

    /// Takes back what was typed; says whether there was something.
    @SuppressWarnings("ReferenceEquality")
    public boolean cancel() {
        Design design = designing.design().get();
        boolean mine = design != null && own != null && design.current() == own && own != before;
        if (mine) {
            designing.undo();
        }
        before = null;
        own = null;
        typed = false;
        return mine;
    }
}
