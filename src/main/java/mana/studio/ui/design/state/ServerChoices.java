package mana.studio.ui.design.state;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.catalog.ServerNames;
import mana.studio.catalog.ServerNames.OperatorClass;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// What a server really has, as choices for a field.
public final class ServerChoices {
    /// What those that come with PostgreSQL are for.
    private static final Map<String, String> METHODS = Map.of(
            "btree", "equality, ranges, order",
            "hash", "equality only",
            "gin", "many values in one: jsonb, arrays, text search",
            "gist", "ranges, geometry, nearest",
            "spgist", "trees of points, text, networks",
            "brin", "very large tables in their order");

    private static final Map<String, String> OPERATORS = Map.of(
            "jsonb_ops", "every key and value",
            "jsonb_path_ops", "smaller, for @>",
            "text_pattern_ops", "LIKE 'a%'",
            "varchar_pattern_ops", "LIKE 'a%'",
            "bpchar_pattern_ops", "LIKE 'a%'",
            "gin_trgm_ops", "LIKE '%a%', by pg_trgm",
            "gist_trgm_ops", "similarity, by pg_trgm");

    private static final List<String> EVERYWHERE = List.of("PUBLIC", "CURRENT_USER", "SESSION_USER");

    private ServerChoices() {}

    /// Those used in the database come first; before the server has answered they are all there are.
    public static List<Choice> collations(ServerNames server, @Nullable Database database, String typed) {
        List<QualifiedName> used = database == null
                ? List.of()
                : database.tables()
                        .flatMap(table -> table.columns().stream())
                        .map(column -> column.collation())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        Stream<Choice> here = used.stream().map(name -> Choice.of(Collations.text(name), "used here"));
        Stream<Choice> others = server.collations().stream()
                .filter(collation -> !used.contains(collation.name()))
                .map(collation -> Choice.of(Collations.text(collation.name()), collation.about()));
        return Choice.matching(Stream.concat(here, others).toList(), typed);
    }

    /// Those of an access method that take a type; all of the method where none does, or the type is not known.
    ///
    /// @param type null for that of an expression
    public static List<Choice> operatorClasses(
            ServerNames server, String method, @Nullable DataType type, String typed) {
        List<OperatorClass> all = server.operatorClasses().stream()
                .filter(one -> one.method().equals(method))
                .toList();
        List<OperatorClass> fitting = type == null
                ? List.of()
                : all.stream().filter(one -> takes(one, type)).toList();
        return Choice.matching(
                (fitting.isEmpty() ? all : fitting)
                        .stream()
                                .sorted(Comparator.comparing(one -> !one.usual()))
                                .map(one -> Choice.of(Collations.text(one.name()), about(one)))
                                .toList(),
                typed);
    }

    private static String about(OperatorClass one) {
        String known = OPERATORS.getOrDefault(one.name().name(), one.type());
        return one.usual() ? known + ", default" : known;
    }

    private static boolean takes(OperatorClass one, DataType type) {
        return one.taken().contains(type.sql().replaceAll("\\([^)]*\\)", ""))
                || switch (one.type()) {
                    case "anyarray" -> type.family() == Family.ARRAY;
                    case "anyenum" -> type.family() == Family.ENUM;
                    case "anyrange" -> type.family() == Family.RANGE;
                    case "anymultirange" -> type.sql().endsWith("multirange");
                    case "record" -> type.family() == Family.COMPOSITE;
                    default -> false;
                };
    }

    /// Access methods of indexes; those of PostgreSQL before the server has answered.
    public static List<Choice> indexMethods(ServerNames server, String typed) {
        List<String> names =
                server.isEmpty() ? METHODS.keySet().stream().sorted().toList() : server.indexMethods();
        return Choice.matching(
                names.stream()
                        .map(name -> Choice.of(name, METHODS.getOrDefault(name, "from an extension")))
                        .sorted(Comparator.comparing(choice -> !choice.text().equals("btree")))
                        .toList(),
                typed);
    }

    /// Access methods of tables.
    public static List<Choice> tableMethods(ServerNames server, String typed) {
        return plain(server.tableMethods(), "", typed);
    }

    public static List<Choice> tablespaces(ServerNames server, String typed) {
        return plain(server.tablespaces(), "", typed);
    }

    /// Roles that may own something.
    public static List<Choice> roles(ServerNames server, String typed) {
        return plain(server.roles(), "", typed);
    }

    /// Says that the server has not some of these roles; empty where it has all, or has not answered.
    public static String noRoles(ServerNames server, List<String> roles) {
        String missing = roles.stream()
                .map(String::strip)
                .filter(role -> !role.isEmpty() && !EVERYWHERE.contains(role) && !server.roles().contains(role))
                .collect(Collectors.joining(", "));
        return server.isEmpty() || missing.isEmpty() ? "" : "This server has no role " + missing + ".";
    }

    /// Says that the server has not that tablespace; empty where it has, or has not answered.
    public static String noTablespace(ServerNames server, String name) {
        return server.isEmpty() || name.isBlank() || server.tablespaces().contains(name.strip())
                ? ""
                : "This server has no tablespace " + name.strip() + ".";
    }

    /// Several roles, separated by commas: the last one is chosen, those before it stay.
    public static List<Choice> roleList(ServerNames server, String typed) {
        int comma = typed.lastIndexOf(',');
        String before = comma < 0 ? "" : typed.substring(0, comma).strip() + ", ";
        List<String> named = Constraints.roles(before);
        List<String> left = Stream.concat(
                        EVERYWHERE.stream(), server.roles().stream())
                .filter(role -> !named.contains(role))
                .toList();
        return Choice.matching(plain(left, "", ""), typed.substring(comma + 1)).stream()
                .map(choice -> Choice.of(before + choice.text(), about(choice.text())))
                .toList();
    }

    private static String about(String role) {
        return switch (role) {
            case "PUBLIC" -> "everyone";
            case "CURRENT_USER", "SESSION_USER" -> "whoever makes the policy";
            default -> role.toLowerCase(Locale.ROOT).startsWith("pg_") ? "PostgreSQL's own" : "";
        };
    }

    private static List<Choice> plain(List<String> names, String about, String typed) {
        return Choice.matching(
                names.stream().map(name -> Choice.of(name, about)).toList(), typed);
    }
}
