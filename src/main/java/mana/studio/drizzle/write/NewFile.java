package mana.studio.drizzle.write;

/// A file that is to be written.
///
/// @param path    below the migrations folder, with `/`
/// @param text    the whole of it, UTF-8
public record NewFile(String path, Purpose purpose, String text) {
    /// What a file is for.
    public enum Purpose {
        /// What the migrator runs.
        SQL("migration"),
        /// What drizzle-kit compares the code with next time.
        SNAPSHOT("snapshot"),
        /// The journal with the new entries: what the migrator goes by.
        JOURNAL("journal"),
        /// The way back; no migrator looks at it.
        DOWN("way back"),
        /// What is run by hand before the migration; no migrator looks at it.
        BEFORE("run by hand before");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
