package mana.studio.plan.judge;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.ddl.Ddl;
import mana.studio.schema.Database;
import mana.studio.schema.Extension;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Privileges;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// How a database differs from the one it should be: its name and owner, and the order of a table's columns, aside.
public final class Differences {
    private final List<Difference> found = new ArrayList<>();
    private final int version;

    private Differences(int version) {
        this.version = version;
    }

    /// @param object what differs: `table public.users`
    /// @param parts  which parts of it, with both values
    /// @param sql    both as SQL, the lines that are in one only
    public record Difference(String object, List<String> parts, List<String> sql) {
        @Override
        public String toString() {
            return object + "\n"
                    + Stream.concat(parts.stream(), sql.stream())
                            .map(line -> "    " + line)
                            .collect(Collectors.joining("\n"));
        }
    }

    public static List<Difference> between(Database actual, Database expected) {
        Differences differences = new Differences(expected.version());
        differences.compare(parts(actual), parts(expected));
        differences.dependencies(actual, expected);
        return List.copyOf(differences.found);
    }

    private static Map<String, Record> parts(Database database) {
        Map<String, Record> parts = new TreeMap<>();
        for (Schema schema : database.schemas()) {
            parts.put("schema " + schema.name(), withoutObjects(schema));
            schema.objects().forEach(object -> parts.put(label(object), (Record) object));
        }
        for (Extension extension : database.extensions()) {
            parts.put("extension " + extension.name(), extension);
        }
        for (OtherObject other : database.others()) {
            parts.put("other " + other.kind() + " " + other.schema() + "." + other.name(), other);
        }
        return parts;
    }

    private static String label(SchemaObject object) {
        String kind = object.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return kind + " " + object.name() + (object instanceof Routine routine ? "(" + routine.arguments() + ")" : "");
    }

    private static Schema withoutObjects(Schema schema) {
        return new Schema(
                schema.id(),
                schema.name(),
                schema.owner(),
                schema.comment(),
                schema.privileges(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private void compare(Map<String, Record> actual, Map<String, Record> expected) {
        Set<String> labels = new TreeSet<>(actual.keySet());
        labels.addAll(expected.keySet());
        for (String label : labels) {
            Record is = actual.get(label);
            Record should = expected.get(label);
            if (is == null) {
                found.add(new Difference(label, List.of("is missing"), lines("+ ", sql(should), "")));
            } else if (should == null) {
                found.add(new Difference(label, List.of("should be gone"), lines("- ", sql(is), "")));
            } else {
                List<String> parts = new ArrayList<>();
                walk("", should, is, should, parts);
                if (!parts.isEmpty()) {
                    List<String> lines = new ArrayList<>(lines("- ", sql(is), sql(should)));
                    lines.addAll(lines("+ ", sql(should), sql(is)));
                    found.add(new Difference(label, parts, lines));
                }
            }
        }
    }

    private void dependencies(Database actual, Database expected) {
        Set<Object> is = new LinkedHashSet<>(actual.dependencies());
        Set<Object> should = new LinkedHashSet<>(expected.dependencies());
        if (found.isEmpty() && !is.equals(should)) {
            List<String> parts = new ArrayList<>();
            is.stream().filter(one -> !should.contains(one)).forEach(one -> parts.add("is: " + one));
            should.stream().filter(one -> !is.contains(one)).forEach(one -> parts.add("should be: " + one));
            found.add(new Difference("dependencies", parts, List.of()));
        }
    }

    /// Adds where two values differ, down to the smallest parts.
    private void walk(
            String path, Record owner, @Nullable Object actual, @Nullable Object expected, List<String> parts) {
        if (Objects.equals(actual, expected)) {
            return;
        }
        if (actual instanceof Privileges is && expected instanceof Privileges should) {
            if (!meaning(owner, path, is).equals(meaning(owner, path, should))) {
                parts.add(path + ": " + is + " should be " + should);
            }
        } else if (actual instanceof Record is
                && expected instanceof Record should
                && is.getClass() == should.getClass()) {
            for (RecordComponent component : is.getClass().getRecordComponents()) {
                String below = path.isEmpty() ? component.getName() : path + "." + component.getName();
                walk(below, owner, value(component, is), value(component, should), parts);
            }
        } else if (actual instanceof List<?> is
                && expected instanceof List<?> should
                && isNamed(is)
                && isNamed(should)) {
            named(path, owner, is, should, parts);
        } else {
            parts.add(path + ": " + actual + " should be " + expected);
        }
    }

    private void named(String path, Record owner, List<?> is, List<?> should, List<String> parts) {
        Map<String, Object> actual = byName(is);
        Map<String, Object> expected = byName(should);
        Set<String> names = new TreeSet<>(actual.keySet());
        names.addAll(expected.keySet());
        names.forEach(name -> walk(path + "[" + name + "]", owner, actual.get(name), expected.get(name), parts));
        boolean ordered = path.equals("attributes") || owner instanceof View && path.equals("columns");
        if (ordered && !List.copyOf(names(is)).equals(List.copyOf(names(should)))) {
            parts.add(path + ": order " + names(is) + " should be " + names(should));
        }
    }

    private static Collection<String> names(List<?> records) {
        return byName(records).keySet();
    }

    private static Map<String, Object> byName(List<?> records) {
        Map<String, Object> named = new LinkedHashMap<>();
        records.forEach(record -> named.put(nameOf(record), record));
        return named;
    }

    private static boolean isNamed(List<?> values) {
        return values.stream()
                .allMatch(value -> value instanceof Record record
                        && Stream.of(record.getClass().getRecordComponents())
                                .anyMatch(component ->
                                        component.getName().equals("name") && component.getType() == String.class));
    }

    private static String nameOf(Object record) {
        return Stream.of(record.getClass().getRecordComponents())
                .filter(component -> component.getName().equals("name"))
                .map(component -> String.valueOf(value(component, (Record) record)))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// What privileges grant, in any order; what the owner has by himself may be written down or not.
    private Object meaning(Record object, String path, Privileges privileges) {
        Set<Object> grants = new LinkedHashSet<>(privileges.grants());
        return privileges.defaults() || grants.equals(BuiltInPrivileges.of(object, path, version))
                ? "defaults"
                : grants;
    }

    private static List<String> lines(String mark, String sql, String without) {
        Set<String> other = without.lines().map(Differences::plain).collect(Collectors.toSet());
        return sql.lines()
                .filter(line -> !line.isBlank() && !other.contains(plain(line)))
                .map(line -> mark + line)
                .toList();
    }

    private static String plain(String line) {
        return line.strip().replaceAll(",$", "");
    }

    private static String sql(@Nullable Object record) {
        return switch (record) {
            case SchemaObject object -> Ddl.of(object);
            case OtherObject other -> String.valueOf(other.definition());
            case null -> "";
            default -> record.toString();
        };
    }
}
