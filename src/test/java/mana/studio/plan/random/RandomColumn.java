package mana.studio.plan.random;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of a random table.
///
/// @param type  as SQL
/// @param kind  what can be done with it
record RandomColumn(String name, String type, Kind kind) {
    enum Kind {
        INTEGER,
        NUMBER,
        TEXT,
        BOOLEAN,
        TIME,
        ENUM,
        JSON,
        RANGE,
        ARRAY,
        OTHER
    }

    private record Type(String sql, Kind kind) {}

    private static final List<Type> BUILT_IN = List.of(
            new Type("integer", Kind.INTEGER),
            new Type("bigint", Kind.INTEGER),
            new Type("smallint", Kind.INTEGER),
            new Type("text", Kind.TEXT),
            new Type("text", Kind.TEXT),
            new Type("varchar(40)", Kind.TEXT),
            new Type("varchar(60)", Kind.TEXT),
            new Type("char(8)", Kind.TEXT),
            new Type("numeric(8, 2)", Kind.NUMBER),
            new Type("numeric(12, 4)", Kind.NUMBER),
            new Type("numeric", Kind.NUMBER),
            new Type("double precision", Kind.NUMBER),
            new Type("boolean", Kind.BOOLEAN),
            new Type("date", Kind.TIME),
            new Type("timestamptz", Kind.TIME),
            new Type("timestamp(3)", Kind.TIME),
            new Type("uuid", Kind.OTHER),
            new Type("jsonb", Kind.JSON),
            new Type("json", Kind.JSON),
            new Type("bytea", Kind.OTHER),
            new Type("inet", Kind.OTHER),
            new Type("int4range", Kind.RANGE),
            new Type("integer[]", Kind.ARRAY),
            new Type("text[]", Kind.ARRAY));

    static RandomColumn of(Genes genes, String key, String name, RandomTypes types) {
        List<Type> all = new ArrayList<>(BUILT_IN);
        types.enums().forEach(one -> {
            all.add(new Type(one, Kind.ENUM));
            all.add(new Type(one, Kind.ENUM));
            all.add(new Type(one + "[]", Kind.ARRAY));
        });
        types.domains().forEach(one -> all.add(new Type(one, Kind.OTHER)));
        types.composites().forEach(one -> all.add(new Type(one, Kind.OTHER)));
        Type type = genes.steady(key + "/type", all);
        return new RandomColumn(name, type.sql, type.kind);
    }

    boolean isSortable() {
        return kind != Kind.JSON && !type.contains("k1") && !type.contains("k2");
    }

    /// A default of its type; null where none comes to mind.
    @Nullable
    String defaultOf(Genes genes, String key, RandomTypes types) {
        String name = key + "/default value";
        return switch (kind) {
            case INTEGER ->
                types.hasNumberFunction() && genes.chance(key + "/calls", 20)
                        ? types.numberFunction() + "()"
                        : genes.pick(name, List.of("0", "1", "(1 + 2)", "-1"));
            case NUMBER -> genes.pick(name, List.of("0", "1.5", "-2"));
            case TEXT -> genes.pick(name, List.of("''", "'none'", "'it''s'", "upper('a')"));
            case BOOLEAN -> genes.pick(name, List.of("true", "false"));
            case TIME -> genes.pick(name, List.of("now()", "'2024-01-01'", "CURRENT_TIMESTAMP"));
            case JSON -> genes.pick(name, List.of("'{}'", "'[]'", "'{\"a\": 1}'"));
            case RANGE -> "'[1,5)'";
            case ARRAY -> "'{}'";
            case ENUM -> "'" + genes.steady(name, types.labels(type)) + "'";
            case OTHER ->
                switch (type) {
                    case "uuid" ->
                        genes.pick(name, List.of("gen_random_uuid()", "'00000000-0000-4000-8000-000000000000'"));
                    case "inet" -> "'127.0.0.1'";
                    case "bytea" -> "'\\x00'";
                    default -> null;
                };
        };
    }

    /// A condition that usual values fulfil; null where none comes to mind.
    @Nullable
    String condition(Genes genes, String key, RandomTypes types) {
        String name = key + "/condition";
        return switch (kind) {
            case INTEGER ->
                types.hasCheckFunction() && genes.chance(key + "/asks", 25)
                        ? types.checkFunction() + "(" + self() + ") > -1000000"
                        : genes.pick(name, List.of("%s > -100000", "%s <> -77777", "%s IS NULL OR %s < 1000000"))
                                .replace("%s", self());
            case NUMBER ->
                genes.pick(name, List.of("%s > -1000", "%s < 1000000")).replace("%s", self());
            case TEXT ->
                genes.pick(name, List.of("%s <> 'bad'", "length(%s) < 500", "%s !~ '^nope'"))
                        .replace("%s", self());
            case ENUM -> self() + " <> '" + genes.steady(name, types.labels(type)) + "'";
            case TIME -> self() + " > '1800-01-01'";
            case BOOLEAN -> self() + " IS NOT NULL OR true";
            default -> null;
        };
    }

    private String self() {
        return name;
    }
}
