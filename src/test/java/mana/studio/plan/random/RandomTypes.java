package mana.studio.plan.random;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mana.studio.plan.random.Sql.Phase;

/// The random types, sequences and functions that tables use.
final class RandomTypes {
    private static final List<String> LABELS = List.of("ant", "bee", "cat", "dog", "it''s", "Fox", "gnu");
    private static final List<String> BASES =
            List.of("text", "varchar(50)", "integer", "bigint", "numeric(10, 3)", "text[]", "date");
    private static final List<String> FIELDS = List.of("integer", "text", "date", "varchar(30)", "boolean", "numeric");

    private final Genes genes;
    private final Sql sql;
    private final Around around;
    private final Map<String, List<String>> enums = new LinkedHashMap<>();
    private final List<String> domains = new ArrayList<>();
    private final List<String> composites = new ArrayList<>();
    private final List<String> sequences = new ArrayList<>();
    private final boolean numberFunction;
    private final boolean checkFunction;

    RandomTypes(Genes genes, Sql sql, Around around) {
        this.genes = genes;
        this.sql = sql;
        this.around = around;
        this.numberFunction = genes.chance("number function", 70);
        this.checkFunction = genes.chance("check function", 70);
    }

    RandomTypes write() {
        for (int at = 1; at <= 3; at++) {
            enumType(RandomSchema.schemaOf("e" + at) + ".e" + at);
        }
        for (int at = 1; at <= 2; at++) {
            domain(RandomSchema.schemaOf("d" + at) + ".d" + at);
            composite(RandomSchema.schemaOf("k" + at) + ".k" + at);
            sequence(RandomSchema.schemaOf("q" + at) + ".q" + at);
        }
        functions();
        return this;
    }

    private void enumType(String name) {
        if (!genes.chance(name, 80)) {
            return;
        }
        List<String> labels = genes.some(name + "/labels", LABELS, 75);
        if (labels.isEmpty()) {
            labels = List.of("only");
        }
        if (genes.chance(name + "/ordered", 30)) {
            labels = genes.shuffled(name + "/order", labels);
        }
        enums.put(name, labels);
        sql.add(Phase.TYPES, "CREATE TYPE %s AS ENUM ('%s')", name, String.join("', '", labels));
        around.write("TYPE", name, "USAGE");
    }

    private void domain(String name) {
        if (!genes.chance(name, 75)) {
            return;
        }
        String base = genes.pick(name + "/base", BASES);
        StringBuilder text = new StringBuilder("CREATE DOMAIN " + name + " AS " + base);
        boolean textual = base.startsWith("text") && !base.endsWith("]") || base.startsWith("varchar");
        if (textual && genes.chance(name + "/collation", 20)) {
            text.append(" COLLATE \"C\"");
        }
        if (textual && genes.chance(name + "/default", 40)) {
            text.append(" DEFAULT ").append(genes.pick(name + "/value", List.of("'x'", "'y'")));
        }
        for (String check : genes.some(name + "/checks", List.of("one", "two"), 40)) {
            text.append(" CONSTRAINT ").append(check).append(" CHECK (VALUE ");
            text.append(
                    textual
                            ? genes.pick(name + check, List.of("<> 'bad'", "!~ '^nope'", "<> 'worse'"))
                            : "IS DISTINCT FROM NULL OR true");
            text.append(")");
        }
        sql.add(Phase.TYPES, text.toString());
        domains.add(name);
        around.write("DOMAIN", name, "");
    }

    private void composite(String name) {
        if (!genes.chance(name, 75)) {
            return;
        }
        List<String> fields = new ArrayList<>();
        for (String field : genes.some(name + "/fields", List.of("a", "b", "c", "d"), 70)) {
            String type = genes.pick(name + "/" + field, FIELDS);
            if (!enums.isEmpty() && genes.chance(name + field + "/enum", 15)) {
                type = genes.steady(name + field + "/which", List.copyOf(enums.keySet()));
            }
            fields.add(field + " " + type);
        }
        sql.add(Phase.TYPES, "CREATE TYPE %s AS (%s)", name, String.join(", ", fields));
        composites.add(name);
        around.write("TYPE", name, "USAGE");
    }

    private void sequence(String name) {
        if (!genes.chance(name, 75)) {
            return;
        }
        sql.add(
                Phase.TYPES,
                "CREATE SEQUENCE %s AS %s INCREMENT %s MINVALUE %s MAXVALUE 20000 START %s CACHE %s %s",
                name,
                genes.pick(name + "/type", List.of("bigint", "integer", "smallint")),
                genes.pick(name + "/step", List.of("1", "2", "5")),
                genes.pick(name + "/least", List.of("1", "0", "-5")),
                genes.pick(name + "/start", List.of("1", "10")),
                genes.pick(name + "/cache", List.of("1", "1", "5")),
                genes.pick(name + "/cycle", List.of("NO CYCLE", "CYCLE")));
        sequences.add(name);
        around.write("SEQUENCE", name, "USAGE, SELECT");
    }

    private void functions() {
        if (numberFunction) {
            sql.add(
                    Phase.ROUTINES,
                    "CREATE FUNCTION %s() RETURNS %s LANGUAGE sql %s AS 'SELECT %s'",
                    numberFunction(),
                    genes.chance("number function/big", 20) ? "smallint" : "integer",
                    genes.pick("number function/is", List.of("VOLATILE", "STABLE", "IMMUTABLE", "STABLE COST 5")),
                    genes.pick("number function/body", List.of("1", "2", "3")) + "::smallint");
            around.write("FUNCTION", numberFunction() + "()", "EXECUTE");
        }
        if (checkFunction) {
            String argument = genes.pick("check function/argument", List.of("bigint", "bigint", "numeric"));
            sql.add(
                    Phase.ROUTINES,
                    "CREATE FUNCTION %s(%s %s) RETURNS %s LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN %s; END $$",
                    checkFunction(),
                    genes.pick("check function/name", List.of("n", "n", "m")),
                    argument,
                    genes.pick("check function/result", List.of("bigint", "bigint", "numeric")),
                    genes.pick("check function/body", List.of("$1", "$1 + 1", "abs($1)")));
            around.write("FUNCTION", checkFunction() + "(" + argument + ")", "EXECUTE");
        }
        sql.add(
                Phase.ROUTINES,
                "CREATE FUNCTION public.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN %s; END $$",
                genes.pick("touch/body", List.of("NEW", "coalesce(NEW, OLD)")));
        for (String type : enums.keySet()) {
            if (genes.chance("is/" + type, 30)) {
                String name = type + "_is";
                sql.add(
                        Phase.ROUTINES,
                        "CREATE FUNCTION %s(v %s) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT v::text <> '%s'"
                                + " $$",
                        name,
                        type,
                        genes.pick("is/body/" + type, List.of("x", "y")));
            }
        }
    }

    List<String> enums() {
        return List.copyOf(enums.keySet());
    }

    List<String> labels(String type) {
        return enums.get(type);
    }

    List<String> domains() {
        return domains;
    }

    List<String> composites() {
        return composites;
    }

    List<String> sequences() {
        return sequences;
    }

    boolean hasNumberFunction() {
        return numberFunction;
    }

    String numberFunction() {
        return "s1.some_number";
    }

    boolean hasCheckFunction() {
        return checkFunction;
    }

    String checkFunction() {
        return "public.checked";
    }
}
