package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mana.studio.ddl.Pieces;
import mana.studio.schema.Constraint;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.GeneratedName;
import mana.studio.sql.Identifier;

/// A key of a partitioned table: each partition gets it by itself, from an index built concurrently; then the parent
/// gets it alone, and those of the partitions are attached.
final class PartitionedKey {
    private final Recipe recipe;
    private final Site site;
    private final Table root;
    private final Constraint key;
    private final List<String> attaching = new ArrayList<>();

    PartitionedKey(Recipe recipe, Site site, Table root, Constraint key) {
        this.recipe = recipe;
        this.site = site;
        this.root = root;
        this.key = key;
    }

    void write() {
        parts(root, key.name());
        recipe.run("ALTER TABLE ONLY " + Pieces.name(root.name()) + " ADD " + Pieces.constraint(key));
        attaching.forEach(recipe::run);
    }

    private void parts(Table parent, String parentIndex) {
        for (Table child : site.children(parent.name())) {
            if (child.foreign() != null) {
                continue;
            }
            String name = name(child);
            if (child.isPartitioned()) {
                parts(child, name);
                recipe.prepare(site.steps().transaction(
                        "Key of " + child.name() + ", still without its partitions",
                        "ALTER TABLE ONLY " + Pieces.name(child.name()) + " ADD "
                                + Pieces.constraint(named(name))));
            } else if (child.constraints().stream().noneMatch(one -> one.name().equals(name))) {
                recipe.prepare(site.steps().index(KeyRule.index(key, name), child.name()));
                recipe.prepare(site.steps().transaction(
                        "Key of " + child.name() + " takes the index that is there",
                        KeyRule.usingIndex(child.name(), named(name), name)));
            }
            attaching.add("ALTER INDEX " + Identifier.quote(parent.name().schema(), parentIndex)
                    + " ATTACH PARTITION " + Identifier.quote(child.name().schema(), name));
        }
    }

    private Constraint named(String name) {
        return switch (key) {
            case Constraint.PrimaryKey one ->
                new Constraint.PrimaryKey(
                        one.id(), name, null, true, one.columns(), one.deferrability(), one.withoutOverlaps(),
                        one.backing());
            case Constraint.Unique one ->
                new Constraint.Unique(
                        one.id(), name, null, true, one.columns(), one.deferrability(), one.nullsNotDistinct(),
                        one.withoutOverlaps(), one.backing());
            case Constraint other -> other;
        };
    }

    /// What the key of the partition is called in the end.
    private String name(Table child) {
        QualifiedName table = child.name();
        boolean primary = key instanceof Constraint.PrimaryKey;
        return site.after().table(table).stream()
                .flatMap(after -> after.constraints().stream())
                .filter(one -> one.getClass().equals(key.getClass()) && Objects.equals(one.columns(), key.columns()))
                .map(Constraint::name)
                .findFirst()
                .orElseGet(() -> primary
                        ? table.name() + "_pkey"
                        : GeneratedName.of(table.name(), String.join("_", key.columns()), "key"));
    }
}
