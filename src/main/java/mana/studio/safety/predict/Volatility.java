package mana.studio.safety.predict;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.statement.Node;

/// Whether an expression may give another value for every row.
final class Volatility {
    /// The functions of `pg_proc.dat` with `provolatile` v that someone would take for a default, and those of the
    /// extensions that make keys.
    private static final Set<String> VOLATILE = Set.of(
            "random",
            "random_normal",
            "setseed",
            "clock_timestamp",
            "timeofday",
            "gen_random_uuid",
            "uuidv4",
            "uuidv7",
            "nextval",
            "currval",
            "lastval",
            "setval",
            "pg_sleep",
            "txid_current",
            "pg_current_xact_id",
            "pg_notify",
            "set_config",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "gen_random_bytes",
            "gen_salt");

    private final Ground ground;

    Volatility(Ground ground) {
        this.ground = ground;
    }

    /// Whether some function in it is volatile.
    boolean isVolatile(Node expression) {
        return expression
                .all()
                .filter(node -> node.is("FuncCall"))
                .anyMatch(call -> isVolatile(call.names("funcname")));
    }

    private boolean isVolatile(List<String> name) {
        return VOLATILE.contains(name.getLast()) || own(name).anyMatch(Volatility::isVolatile);
    }

    private Stream<Routine> own(List<String> name) {
        List<String> schemas = name.size() > 1
                ? List.of(name.get(name.size() - 2))
                : ground.situation().searchPath();
        return schemas.stream()
                .flatMap(schema -> ground.schema(schema).stream())
                .map(Schema::routines)
                .flatMap(List::stream)
                .filter(routine -> routine.name().name().equals(name.getLast()));
    }

    /// `pg_get_functiondef` says what is not VOLATILE, in the lines before the body.
    private static boolean isVolatile(Routine routine) {
        String definition = routine.definition();
        int body = definition.indexOf("\nAS ");
        String head = body < 0 ? definition : definition.substring(0, body);
        return !head.contains(" IMMUTABLE") && !head.contains(" STABLE");
    }
}
