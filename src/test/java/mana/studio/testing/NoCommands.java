package mana.studio.testing;

import java.util.ArrayList;
import java.util.List;
import mana.studio.schema.Identity;
import mana.studio.ui.kit.DesignCommands;
import org.jspecify.annotations.Nullable;

/// Commands that do nothing but remember what was asked for.
public final class NoCommands implements DesignCommands {
    private final List<String> asked = new ArrayList<>();

    /// In order: `create TABLE auth`, `rename o16384`.
    public List<String> asked() {
        return asked;
    }

    @Override
    public void create(Kind kind, @Nullable String schema) {
        asked.add("create " + kind + " " + schema);
    }

    @Override
    public void createSchema() {
        asked.add("create schema");
    }

    @Override
    public void rename(Identity thing) {
        asked.add("rename " + thing.key());
    }

    @Override
    public void move(Identity object) {
        asked.add("move " + object.key());
    }

    @Override
    public void drop(List<Identity> things) {
        things.forEach(thing -> asked.add("drop " + thing.key()));
    }

    @Override
    public void duplicate(Identity table) {
        asked.add("duplicate " + table.key());
    }

    @Override
    public void saveAsTemplate(Identity table) {
        asked.add("save " + table.key());
    }

    @Override
    public void revert(Identity thing) {
        asked.add("revert " + thing.key());
    }

    @Override
    public void copyAsTypeScript(Identity thing) {
        asked.add("copy as TypeScript " + thing.key());
    }
}
