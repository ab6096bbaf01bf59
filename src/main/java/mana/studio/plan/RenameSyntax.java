package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;

/// Understands renames as a person writes them: `auth.users.name=full_name`, `auth.users=people`,
/// `auth.users=app.users`, `auth=identity`. Names with dots or capitals stand in double quotes.
public final class RenameSyntax {
    private final Lookup from;

    public RenameSyntax(Database from) {
        this.from = new Lookup(from);
    }

    /// @throws UnknownRename where nothing has the old name, or the text is no rename
    public Rename parse(String text) throws UnknownRename {
        int equals = outsideQuotes(text, '=');
        if (equals < 0) {
            throw new UnknownRename(text + " is no rename.", "Write old=new, as in app.users.name=full_name.");
        }
        List<String> old = names(text.substring(0, equals));
        List<String> now = names(text.substring(equals + 1));
        return switch (old.size()) {
            case 1 -> schema(text, old, now);
            case 2 -> object(text, old, now);
            case 3 -> part(text, old, now);
            default ->
                throw new UnknownRename(
                        text + " names nothing that can be renamed.",
                        "A schema has one name, a table or type two, a column, constraint or index three.");
        };
    }

    private Rename schema(String text, List<String> old, List<String> now) throws UnknownRename {
        if (from.schema(old.getFirst()).isEmpty()) {
            throw missing("schema", old);
        }
        return new Rename(Kind.SCHEMA, old, one(text, now));
    }

    private Rename object(String text, List<String> old, List<String> now) throws UnknownRename {
        QualifiedName name = new QualifiedName(old.get(0), old.get(1));
        List<String> target = now.size() == 1 ? List.of(old.get(0), now.get(0)) : now;
        if (target.size() != 2) {
            throw new UnknownRename(text + " gives no new name.", "Write the name alone, or schema.name.");
        }
        if (from.object(new ObjectName(ObjectName.Kind.RELATION, name, "")).isPresent()) {
            return new Rename(Kind.RELATION, old, target);
        }
        if (from.type(name).isPresent()) {
            return new Rename(Kind.TYPE, old, target);
        }
        throw missing("table, view, sequence or type", old);
    }

    private Rename part(String text, List<String> old, List<String> now) throws UnknownRename {
        QualifiedName name = new QualifiedName(old.get(0), old.get(1));
        String part = old.get(2);
        List<String> target = one(text, now);
        Optional<Relation> relation = from.relation(name);
        for (Kind kind : List.of(Kind.COLUMN, Kind.CONSTRAINT, Kind.INDEX, Kind.TRIGGER, Kind.POLICY)) {
            Part.Kind partKind = Part.Kind.valueOf(kind.name());
            boolean there = kind == Kind.COLUMN
                    ? relation.stream()
                            .flatMap(found -> found.columns().stream())
                            .anyMatch(c -> c.name().equals(part))
                    : from.has(Part.of(name, partKind, part));
            if (relation.isPresent() && there) {
                return new Rename(kind, old, target);
            }
        }
        boolean label = from.type(name)
                .filter(EnumType.class::isInstance)
                .map(type -> ((EnumType) type).labels().contains(part))
                .orElse(false);
        if (label) {
            return new Rename(Kind.LABEL, old, target);
        }
        throw missing(
                relation.filter(Table.class::isInstance).isPresent() ? "column, constraint or index" : "part", old);
    }

    private static List<String> one(String text, List<String> now) throws UnknownRename {
        if (now.size() != 1) {
            throw new UnknownRename(text + " gives no new name.", "Write the new name alone.");
        }
        return now;
    }

    private static UnknownRename missing(String what, List<String> old) {
        return new UnknownRename(
                "There is no " + what + " " + String.join(".", old) + " to rename.",
                "The name before = is the one in the database that changes.");
    }

    private static List<String> names(String text) {
        List<String> names = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int dot = outsideQuotes(rest, '.');
            String name = dot < 0 ? rest : rest.substring(0, dot);
            names.add(unquoted(name.strip()));
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return names;
    }

    private static String unquoted(String name) {
        return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                : name.toLowerCase(Locale.ROOT);
    }

    private static int outsideQuotes(String text, char wanted) {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            quoted = (letter == '"') != quoted;
            if (!quoted && letter == wanted) {
                return at;
            }
        }
        return -1;
    }
}
