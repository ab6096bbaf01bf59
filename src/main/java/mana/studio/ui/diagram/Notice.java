package mana.studio.ui.diagram;

/// Something said at the foot of the diagram.
///
/// @param action what can be done about it: `Undo`; empty for nothing
record Notice(String text, boolean isProblem, String action, Runnable run) {
    static final Notice NOTHING = of("");

    static Notice of(String text) {
        return new Notice(text, false, "", () -> {});
    }

    static Notice problem(String text) {
        return new Notice(text, true, "", () -> {});
    }
}
