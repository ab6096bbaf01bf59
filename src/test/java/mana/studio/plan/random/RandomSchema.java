package mana.studio.plan.random;

import java.util.ArrayList;
import java.util.List;
import mana.studio.plan.random.Sql.Phase;

/// A database's schema made up by chance: every kind of object, related in every way. The same genes give the same
/// text.
public final class RandomSchema {
    /// The roles it names; they must exist.
    public static final List<String> ROLES = List.of("judged_reader", "judged_writer", "PUBLIC");

    static final List<String> OWNERS = List.of("judged_owner", "judged_writer");
    private static final List<String> SCHEMAS = List.of("public", "s1", "s2");
    private static final int TABLES = 4;

    private final Genes genes;
    private final int version;
    private final Sql sql = new Sql();

    private RandomSchema(Genes genes, int version) {
        this.genes = genes;
        this.version = version;
    }

    /// @param version the server's major version: newer ones get what older ones do not know
    public static String of(long seed, int version) {
        return new RandomSchema(Genes.of(seed), version).write();
    }

    /// The same schema, with a share of its choices made anew.
    ///
    /// @param rate 0 for the same, 1 for another
    public static String mutated(long seed, long mutation, double rate, int version) {
        return new RandomSchema(Genes.of(seed).mutated(mutation, rate), version).write();
    }

    /// An object lives in one schema for good: to move it would be a rename.
    static String schemaOf(String name) {
        return SCHEMAS.get(Math.floorMod(name.hashCode(), SCHEMAS.size()));
    }

    private String write() {
        Around around = new Around(genes, sql);
        for (String schema : List.of("s1", "s2")) {
            sql.add(Phase.SCHEMAS, "CREATE SCHEMA %s", schema);
            around.write("SCHEMA", schema, "USAGE, CREATE");
        }
        RandomTypes types = new RandomTypes(genes, sql, around).write();
        List<RandomTable> tables = new ArrayList<>();
        for (int at = 1; at <= TABLES; at++) {
            String name = schemaOf("t" + at) + ".t" + at;
            if (genes.chance(name, 85)) {
                tables.add(new RandomTable(genes, sql, around, types, name, version));
            }
        }
        tables.forEach(table -> table.write(tables));
        new RandomFamilies(genes, sql, around, types).write();
        new RandomViews(genes, sql, around, tables).write();
        return sql.text();
    }
}
