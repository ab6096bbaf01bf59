package mana.studio.rows;

/// What to do with rows marked as deleted (`is_deleted`, `deleted_at`).
public enum SoftDeleted {
    SHOW,
    HIDE,
    ONLY
}
