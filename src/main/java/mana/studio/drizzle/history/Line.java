package mana.studio.drizzle.history;

import mana.studio.drizzle.files.Layout;
import mana.studio.drizzle.files.MigrationFolder;

/// The two lines of drizzle's migrator, which decide by different rules.
public enum Line {
    /// drizzle-orm up to 0.45: what has a later `when` than the newest row runs.
    STABLE,
    /// drizzle-orm 1.0: the folders whose names no row has run.
    V1;

    /// The line that reads such a folder.
    public static Line of(MigrationFolder folder) {
        return folder.layout() == Layout.FOLDERS ? V1 : STABLE;
    }
}
