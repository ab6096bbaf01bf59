package mana.studio.convention.rule;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import mana.studio.design.Edits;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Part;
import mana.studio.schema.Table;

/// Gives indexes other names, with whatever mentions them by name.
final class IndexRenames {
    private IndexRenames() {}

    /// Indexes that were named after a table and its columns, after these were renamed.
    static Database following(Table before, Database database) {
        Table after = Edits.table(database, before.id()).orElse(before);
        Map<String, String> names = new HashMap<>();
        for (Index index : after.indexes()) {
            before.indexes().stream()
                    .filter(old -> old.id().same(index.id()))
                    .filter(old -> old.name().startsWith(IndexNames.of(before, old)))
                    .findFirst()
                    .ifPresent(old -> names.put(
                            index.id().key(),
                            IndexNames.of(after, index)
                                    + old.name()
                                            .substring(
                                                    IndexNames.of(before, old).length())));
        }
        return of(database, after.id(), names);
    }

    /// @param names the new names, by the key of the index's identity; those that are taken stay as they are
    static Database of(Database database, Identity table, Map<String, String> names) {
        Table before = Edits.table(database, table).orElseThrow();
        Map<String, String> renamed = new HashMap<>();
        for (Index index : before.indexes()) {
            String name = names.getOrDefault(index.id().key(), index.name());
            if (!name.equals(index.name())
                    && !Fixes.isTaken(database, before.name().schema(), name)) {
                renamed.put(index.name(), name);
            }
        }
        if (renamed.isEmpty()) {
            return database;
        }
        Database changed = Edits.changeTable(
                database,
                table,
                now -> now.withIndexes(Fixes.sorted(
                        now.indexes().stream()
                                .map(index -> index.withName(renamed.getOrDefault(index.name(), index.name())))
                                .toList(),
                        Comparator.comparing(Index::name))));
        return changed.withDependencies(changed.dependencies().stream()
                .map(found -> new Dependency(
                        renamed(found.dependent(), before, renamed), renamed(found.on(), before, renamed)))
                .sorted()
                .toList());
    }

    private static Part renamed(Part part, Table table, Map<String, String> names) {
        boolean ours = part.kind() == Part.Kind.INDEX && part.object().name().equals(table.name());
        return ours ? Part.of(table.name(), part.kind(), names.getOrDefault(part.name(), part.name())) : part;
    }
}
