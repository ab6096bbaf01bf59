package mana.studio.drizzle.files;

/// How a migrations folder is laid out on disk.
public enum Layout {
    /// The stable line: `0000_name.sql` beside `meta/_journal.json` and `meta/0000_snapshot.json`.
    JOURNAL,
    /// 1.0: `20261120122923_name/migration.sql` and `snapshot.json`.
    FOLDERS,
    /// A journal that names migrations which lie in folders: neither line reads it.
    HYBRID,
    /// Nothing there yet.
    EMPTY
}
