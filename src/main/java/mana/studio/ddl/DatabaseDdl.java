package mana.studio.ddl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.Extension;
import mana.studio.schema.ObjectName;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Part;
import mana.studio.schema.Schema;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// A whole database, for an empty one: which has a schema `public` and the extension `plpgsql` unless they are dropped.
final class DatabaseDdl {
    private static final String PUBLIC = "public";
    private static final String PLPGSQL = "plpgsql";

    private final Database database;
    private final Script script = new Script();

    private DatabaseDdl(Database database) {
        this.database = database;
    }

    static String of(Database database) {
        return new DatabaseDdl(database).write();
    }

    private String write() {
        script.add(Phase.CREATE, "SET check_function_bodies = off");
        schemas();
        extensions();
        objects();
        return notWritten() + script.text();
    }

    private void schemas() {
        if (database.schema(PUBLIC).isEmpty()) {
            script.add(Phase.CREATE, "DROP SCHEMA IF EXISTS public");
        }
        for (Schema schema : database.schemas()) {
            String name = Identifier.quote(schema.name());
            boolean given = schema.name().equals(PUBLIC);
            script.add(Phase.CREATE, "CREATE SCHEMA " + (given ? "IF NOT EXISTS " : "") + name);
            comment("SCHEMA " + name, schema.comment(), given);
            script.add(Phase.OWNER, "ALTER SCHEMA " + name + " OWNER TO " + Identifier.quote(schema.owner()));
            new PrivilegeDdl(script)
                    .write(
                            given ? PrivilegeDdl.Kind.UNKNOWN : PrivilegeDdl.Kind.SCHEMA,
                            "SCHEMA " + name,
                            schema.owner(),
                            schema.privileges());
        }
    }

    private void extensions() {
        if (database.extensions().stream().noneMatch(extension -> extension.name().equals(PLPGSQL))) {
            script.add(Phase.CREATE, "DROP EXTENSION IF EXISTS plpgsql");
        }
        for (Extension extension : database.extensions()) {
            String name = Identifier.quote(extension.name());
            // A schema that is not among the database's own is the extension's: it makes it itself.
            String schema = database.schema(extension.schema()).isEmpty()
                    ? ""
                    : " SCHEMA " + Identifier.quote(extension.schema());
            script.add(
                    Phase.CREATE,
                    "CREATE EXTENSION IF NOT EXISTS " + name + schema + " VERSION "
                            + Clause.literal(extension.version()) + " CASCADE");
            comment("EXTENSION " + name, extension.comment(), true);
        }
    }

    private void objects() {
        List<ObjectName> order = CreationOrder.of(database);
        ObjectDdl objectDdl = new ObjectDdl(script, false, database::table, late(order));
        OtherDdl otherDdl = new OtherDdl(script);
        Map<ObjectName, Runnable> writing = new HashMap<>();
        database.schemas().stream()
                .flatMap(Schema::objects)
                .forEach(object -> writing.put(ObjectName.of(object), () -> objectDdl.write(object)));
        database.others().forEach(other -> writing.put(ObjectName.of(other), () -> otherDdl.write(other)));
        order.forEach(name -> Objects.requireNonNull(writing.get(name)).run());
    }

    /// The constraints and defaults that need what comes after their tables, such as a check that calls a function that
    /// takes the table's rows.
    private Set<Part> late(List<ObjectName> order) {
        Map<ObjectName, Integer> places = new HashMap<>();
        order.forEach(name -> places.put(name, places.size()));
        return database.dependencies().stream()
                .filter(dependency -> places.getOrDefault(dependency.on().object(), -1)
                        > places.getOrDefault(dependency.dependent().object(), order.size()))
                .map(Dependency::dependent)
                .filter(part -> part.kind() == Part.Kind.CONSTRAINT || part.kind() == Part.Kind.DEFAULT)
                .collect(Collectors.toSet());
    }

    /// @param always whether to say that there is none: what the empty database has may have one
    private void comment(String named, @Nullable String comment, boolean always) {
        if (comment != null || always) {
            String text = comment == null ? "NULL" : Clause.literal(comment);
            script.add(Phase.COMMENT, "COMMENT ON " + named + " IS " + text);
        }
    }

    private String notWritten() {
        List<String> left = new ArrayList<>();
        for (OtherObject other : database.others()) {
            if (other.definition() == null) {
                String schema = other.schema() == null ? "" : other.schema() + ".";
                left.add("--   " + other.kind() + " " + schema + other.name().replaceAll("\\s+", " "));
            }
        }
        return left.isEmpty()
                ? ""
                : left.stream().collect(Collectors.joining("\n", "-- Not in this script:\n", "\n\n"));
    }
}
