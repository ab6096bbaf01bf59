package mana.studio.ui.preview;

/// What a person can do with a statement in the list.
interface StatementActions {
    /// Counts its rows now.
    void count(Row.Direct row);

    /// Says more of it, or less.
    void toggle(Row.Direct row);

    /// Shows the safer way.
    void safer();

    /// Goes to the field it comes from.
    void jump(Row row);
}
