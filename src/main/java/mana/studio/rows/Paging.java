package mana.studio.rows;

/// How the rows of a relation can be walked.
public enum Paging {
    /// By its primary key, or another unique key that is never NULL: every page costs the same.
    BY_KEY,
    /// By where the rows lie (`ctid`), because there is no key: a row that is updated moves.
    BY_CTID,
    /// By counting (`OFFSET`), because the relation offers nothing better (views, foreign tables): a page costs the
    /// more the deeper it is, and the order is only as firm as the sort keys make it.
    BY_OFFSET
}
