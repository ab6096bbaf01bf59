package mana.studio.ui.kit;

import java.util.List;
import mana.studio.schema.Identity;
import org.jspecify.annotations.Nullable;

/// What a person can do to the objects of the design, wherever objects are listed: the explorer, the head of an
/// object's tab, the command palette. Each asks what it must know first; what comes of it is pending. Things are named
/// by their identity, and found in the design as it is now; nothing happens where they are gone.
public interface DesignCommands {
    /// What can be made anew in a schema.
    enum Kind {
        TABLE("table"),
        VIEW("view"),
        ENUM("enum"),
        SEQUENCE("sequence");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// In small letters.
        public String word() {
            return word;
        }
    }

    /// @param schema where it is to be, unless the person says otherwise; null for the first
    void create(Kind kind, @Nullable String schema);

    void createSchema();

    /// Another name for an object or a schema.
    void rename(Identity thing);

    /// Moves an object to another schema.
    void move(Identity object);

    /// Drops objects or schemas, after saying what goes along.
    void drop(List<Identity> things);

    /// A table like another.
    void duplicate(Identity table);

    /// Keeps a table as a template for others.
    void saveAsTemplate(Identity table);

    /// Puts an object or a schema on the clipboard as Drizzle's TypeScript.
    void copyAsTypeScript(Identity thing);

    /// Takes back what is pending for an object or a schema, dropped ones included.
    void revert(Identity thing);
}
