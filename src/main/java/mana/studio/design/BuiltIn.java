package mana.studio.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mana.studio.schema.DataType.Family;

/// A type of `pg_catalog`.
///
/// @param name     as the server prints it; `timestamp with time zone` for what takes its modifier in the middle
/// @param modifier what may stand in parentheses
/// @param aliases  other words for it: those of the grammar (`gram.y`) and its name in the catalog
record BuiltIn(String name, Family family, Modifier modifier, List<String> aliases) {
    /// What a type takes in parentheses.
    enum Modifier {
        NONE,
        /// `(20)`
        LENGTH,
        /// `(12,2)`
        PRECISION_AND_SCALE,
        /// `(3)`, digits of the second
        SECONDS
    }

    static final List<BuiltIn> ALL = all();
    private static final Map<String, BuiltIn> BY_WORD = byWord();

    static BuiltIn of(String words) {
        return BY_WORD.getOrDefault(words, NONE);
    }

    /// What no word stands for.
    static final BuiltIn NONE = new BuiltIn("", Family.OTHER, Modifier.NONE, List.of());

    private static List<BuiltIn> all() {
        List<BuiltIn> types = new ArrayList<>();
        add(types, Family.TEXT, Modifier.NONE, "text");
        add(types, Family.TEXT, Modifier.LENGTH, "character varying", "varchar", "char varying", "nchar varying");
        add(types, Family.TEXT, Modifier.LENGTH, "character", "char", "nchar");
        add(types, Family.TEXT, Modifier.LENGTH, "bpchar");
        add(types, Family.TEXT, Modifier.NONE, "name");
        add(types, Family.BOOLEAN, Modifier.NONE, "boolean", "bool");
        add(types, Family.INTEGER, Modifier.NONE, "integer", "int", "int4");
        add(types, Family.INTEGER, Modifier.NONE, "bigint", "int8");
        add(types, Family.INTEGER, Modifier.NONE, "smallint", "int2");
        add(types, Family.DECIMAL, Modifier.PRECISION_AND_SCALE, "numeric", "decimal", "dec");
        add(types, Family.DECIMAL, Modifier.NONE, "double precision", "float8");
        add(types, Family.DECIMAL, Modifier.NONE, "real", "float4");
        add(types, Family.DECIMAL, Modifier.NONE, "money");
        add(types, Family.UUID, Modifier.NONE, "uuid");
        add(types, Family.TIMESTAMP, Modifier.SECONDS, "timestamp with time zone", "timestamptz");
        add(types, Family.TIMESTAMP, Modifier.SECONDS, "timestamp without time zone", "timestamp");
        add(types, Family.DATE, Modifier.NONE, "date");
        add(types, Family.TIME, Modifier.SECONDS, "time without time zone", "time");
        add(types, Family.TIME, Modifier.SECONDS, "time with time zone", "timetz");
        add(types, Family.INTERVAL, Modifier.SECONDS, "interval");
        add(types, Family.JSON, Modifier.NONE, "jsonb");
        add(types, Family.JSON, Modifier.NONE, "json");
        add(types, Family.BINARY, Modifier.NONE, "bytea");
        List.of("inet", "cidr", "macaddr", "macaddr8").forEach(name -> add(types, Family.NETWORK, Modifier.NONE, name));
        List.of("point", "line", "lseg", "box", "path", "polygon", "circle")
                .forEach(name -> add(types, Family.GEOMETRIC, Modifier.NONE, name));
        List.of(
                        "int4range",
                        "int8range",
                        "numrange",
                        "tsrange",
                        "tstzrange",
                        "daterange",
                        "int4multirange",
                        "int8multirange",
                        "nummultirange",
                        "tsmultirange",
                        "tstzmultirange",
                        "datemultirange")
                .forEach(name -> add(types, Family.RANGE, Modifier.NONE, name));
        add(types, Family.BITS, Modifier.LENGTH, "bit");
        add(types, Family.BITS, Modifier.LENGTH, "bit varying", "varbit");
        add(types, Family.TEXT, Modifier.NONE, "xml");
        add(types, Family.INTEGER, Modifier.NONE, "oid");
        List.of(
                        "regclass",
                        "regtype",
                        "regproc",
                        "regprocedure",
                        "regoper",
                        "regoperator",
                        "regrole",
                        "regnamespace",
                        "regcollation",
                        "regconfig",
                        "regdictionary")
                .forEach(name -> add(types, Family.INTEGER, Modifier.NONE, name));
        List.of(
                        "tsvector",
                        "tsquery",
                        "jsonpath",
                        "pg_lsn",
                        "pg_snapshot",
                        "txid_snapshot",
                        "xid",
                        "xid8",
                        "cid",
                        "tid",
                        "aclitem",
                        "refcursor")
                .forEach(name -> add(types, Family.OTHER, Modifier.NONE, name));
        return List.copyOf(types);
    }

    private static void add(List<BuiltIn> types, Family family, Modifier modifier, String name, String... aliases) {
        types.add(new BuiltIn(name, family, modifier, List.of(aliases)));
    }

    private static Map<String, BuiltIn> byWord() {
        Map<String, BuiltIn> words = new HashMap<>();
        for (BuiltIn type : ALL) {
            words.put(type.name(), type);
            type.aliases().forEach(alias -> words.put(alias, type));
        }
        words.put("national character varying", words.get("character varying"));
        words.put("national char varying", words.get("character varying"));
        words.put("national character", words.get("character"));
        words.put("national char", words.get("character"));
        return Map.copyOf(words);
    }
}
