package mana.studio.safety.judge;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mana.studio.safety.predict.Situation;
import mana.studio.statement.Node;

/// The settings of the session on which effects hang, as the script sets them.
final class Settings {
    private static final Set<String> UTC = Set.of("utc", "gmt", "etc/utc", "etc/gmt", "zulu", "universal", "uct");

    private final Map<String, List<String>> session = new HashMap<>();
    private final Map<String, List<String>> local = new HashMap<>();

    /// As others are.
    void take(Settings others) {
        session.putAll(others.session);
        local.putAll(others.local);
    }

    void read(Node statement) {
        if (statement.is("VariableSetStmt")) {
            String name = statement.text("name").toLowerCase(Locale.ROOT);
            Map<String, List<String>> target = statement.flag("is_local") ? local : session;
            switch (statement.text("kind")) {
                case "VAR_SET_VALUE" -> target.put(name, values(statement.list("args")));
                case "VAR_SET_DEFAULT", "VAR_RESET" -> target.remove(name);
                case "VAR_RESET_ALL" -> session.clear();
                default -> {}
            }
        } else if (statement.is("SelectStmt")) {
            statement
                    .all()
                    .filter(node -> node.is("FuncCall")
                            && node.names("funcname").getLast().equals("set_config"))
                    .forEach(this::setConfig);
        }
    }

    /// `SELECT set_config('search_path', '', false)`, as `pg_dump` writes it.
    private void setConfig(Node call) {
        List<String> arguments = values(call.list("args"));
        if (arguments.size() > 1) {
            session.put(
                    arguments.getFirst().toLowerCase(Locale.ROOT),
                    List.of(arguments.get(1).split("\\s*,\\s*")));
        }
    }

    private static List<String> values(List<Node> arguments) {
        return arguments.stream().map(Settings::value).toList();
    }

    private static String value(Node constant) {
        return constant.child("sval")
                .map(Node::string)
                .or(() -> constant.child("ival").map(number -> String.valueOf(number.number("ival"))))
                .orElse("");
    }

    void endTransaction() {
        local.clear();
    }

    private List<String> get(String name) {
        return local.getOrDefault(name, session.getOrDefault(name, List.of()));
    }

    boolean hasLockTimeout() {
        List<String> value = get("lock_timeout");
        return !value.isEmpty() && !value.getFirst().matches("0+\\s*[a-z]*");
    }

    Situation applied(Situation situation) {
        List<String> path = get("search_path").stream()
                .filter(schema -> !schema.isEmpty() && !schema.equals("$user"))
                .toList();
        Situation placed = session.containsKey("search_path") || local.containsKey("search_path")
                ? situation.withSearchPath(path)
                : situation;
        List<String> zone = get("timezone");
        return zone.isEmpty()
                ? placed
                : placed.withUtc(UTC.contains(zone.getFirst().toLowerCase(Locale.ROOT)));
    }
}
