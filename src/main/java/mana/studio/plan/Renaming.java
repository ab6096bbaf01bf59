package mana.studio.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import mana.studio.ddl.Pieces;
import mana.studio.plan.Rename.Kind;
import mana.studio.plan.RenameChange.MoveObject;
import mana.studio.plan.RenameChange.RenameColumn;
import mana.studio.plan.RenameChange.RenameConstraint;
import mana.studio.plan.RenameChange.RenameEnumValue;
import mana.studio.plan.RenameChange.RenameIndex;
import mana.studio.plan.RenameChange.RenameObject;
import mana.studio.plan.RenameChange.RenamePart;
import mana.studio.plan.RenameChange.RenameSchema;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;

/// Carries renames out: as changes, and on the model, so that what follows compares things under their new names. It
/// follows what the server does by itself: keys, sequences, indexes, children and expressions go along.
final class Renaming {
    /// The components that hold SQL, whatever record they are in.
    private static final Set<String> TEXTS = Set.of(
            "definition",
            "expression",
            "using",
            "check",
            "predicate",
            "partitionKey",
            "bound",
            "defaultExpression",
            "arguments",
            "result",
            "sql",
            "address");

    private final List<Change> changes = new ArrayList<>();
    /// Where sequences went with their tables.
    private final Map<QualifiedName, QualifiedName> followed = new HashMap<>();
    private Database database;

    private Renaming(Database database) {
        this.database = database;
    }

    /// @param changes  in the order in which they can be made
    /// @param database as it is after them
    record Result(List<Change> changes, Database database) {}

    /// @param renames each with the names before any of them
    static Result of(Database database, List<Rename> renames) {
        Renaming renaming = new Renaming(database);
        // From the inside out, so that each still finds its thing under its old name.
        List<Kind> order = List.of(
                Kind.LABEL,
                Kind.POLICY,
                Kind.TRIGGER,
                Kind.INDEX,
                Kind.CONSTRAINT,
                Kind.COLUMN,
                Kind.TYPE,
                Kind.RELATION,
                Kind.SCHEMA);
        for (Kind kind : order) {
            renames.stream().filter(rename -> rename.what() == kind).forEach(renaming::apply);
        }
        return new Result(List.copyOf(renaming.changes), inOrder(renaming.database, database));
    }

    /// Dependencies are in the order of names, which are others now.
    private static Database inOrder(Database renamed, Database before) {
        return renamed.dependencies().equals(before.dependencies())
                ? renamed
                : renamed.withDependencies(
                        renamed.dependencies().stream().sorted().toList());
    }

    private void apply(Rename rename) {
        List<String> from = rename.from();
        String to = rename.to().getLast();
        switch (rename.what()) {
            case SCHEMA -> schema(from.getFirst(), to);
            case RELATION -> object(rename, ObjectName.Kind.RELATION);
            case TYPE -> object(rename, ObjectName.Kind.TYPE);
            case COLUMN -> column(name(from), from.get(2), to);
            case CONSTRAINT, INDEX, TRIGGER, POLICY -> part(rename, name(from), from.get(2), to);
            case LABEL -> label(name(from), from.get(2), to);
        }
    }

    private static QualifiedName name(List<String> path) {
        return new QualifiedName(path.get(0), path.get(1));
    }

    private void schema(String from, String to) {
        changes.add(new RenameSchema(from, to));
        database = new Rewriting() {
            @Override
            QualifiedName name(QualifiedName name) {
                return name.schema().equals(from) ? new QualifiedName(to, name.name()) : name;
            }

            @Override
            String string(Object owner, String component, String value) {
                boolean named = (owner instanceof Schema && component.equals("name")) || component.equals("schema");
                if (named && value.equals(from)) {
                    return to;
                }
                return TEXTS.contains(component) ? Wording.schema(value, from, to) : value;
            }
        }.rewrite(database);
    }

    private void object(Rename rename, ObjectName.Kind kind) {
        QualifiedName old = name(rename.from());
        QualifiedName from = followed.getOrDefault(old, old);
        QualifiedName to = name(rename.to());
        if (from.equals(to)) {
            return;
        }
        SchemaObject object = new Lookup(database)
                .object(new ObjectName(kind, from, ""))
                .orElseThrow(() -> new IllegalArgumentException("nothing is called " + from));
        String word = Pieces.address(object).replace(" " + Pieces.name(from), "");
        QualifiedName moved = new QualifiedName(to.schema(), from.name());
        if (!from.schema().equals(to.schema())) {
            if (database.schema(to.schema()).isEmpty()) {
                changes.add(new SchemaChange.CreateSchema(Regrouping.empty(to.schema(), database.owner())));
            }
            changes.add(new MoveObject(word, Pieces.address(object), from, to.schema()));
        }
        if (!from.name().equals(to.name())) {
            changes.add(new RenameObject(word, word + " " + Pieces.name(moved), moved, to.name()));
        }
        List<QualifiedName> followers = new ArrayList<>();
        if (object instanceof Table && !from.schema().equals(to.schema())) {
            new Lookup(database).ownedBy(from).forEach(sequence -> {
                followers.add(sequence.name());
                followed.put(
                        sequence.name(),
                        new QualifiedName(to.schema(), sequence.name().name()));
            });
        }
        if (object instanceof Relation) {
            database = Queries.relation(database, from, to);
        }
        Set<QualifiedName> concerned = new HashSet<>(followers);
        concerned.add(from);
        rewrite(
                concerned,
                name -> {
                    if (name.equals(from)) {
                        return to;
                    }
                    return followers.contains(name) ? new QualifiedName(to.schema(), name.name()) : name;
                },
                text -> Wording.qualified(text, from.schema(), from.name(), to.schema(), to.name()));
        Set<QualifiedName> arrived = new HashSet<>(Set.of(to));
        followers.forEach(name -> arrived.add(new QualifiedName(to.schema(), name.name())));
        database = Regrouping.of(database, arrived);
        if (object instanceof Table) {
            database = NotNullNames.kept(database, to, from, column -> column);
        }
    }

    private void rewrite(
            Set<QualifiedName> concerned, UnaryOperator<QualifiedName> names, UnaryOperator<String> texts) {
        database = new Rewriting() {
            @Override
            boolean concerns(Record record) {
                return switch (record) {
                    case Dependency dependency ->
                        concerned.contains(dependency.dependent().object().name())
                                || concerned.contains(dependency.on().object().name());
                    case Column column -> concerns(column);
                    default -> true;
                };
            }

            private boolean concerns(Column column) {
                return column.defaultExpression() != null
                        || column.type().named() != null
                        || column.generated() != null
                        || column.identity() != null
                        || column.collation() != null;
            }

            @Override
            QualifiedName name(QualifiedName name) {
                return names.apply(name);
            }

            @Override
            String string(Object owner, String component, String value) {
                return TEXTS.contains(component) ? texts.apply(value) : value;
            }
        }.rewrite(database);
    }

    private void column(QualifiedName relation, String from, String to) {
        Lookup lookup = new Lookup(database);
        String kind =
                lookup.relation(relation).map(Pieces::address).orElse("TABLE").replace(" " + Pieces.name(relation), "");
        changes.add(new RenameColumn(kind, relation, from, to));
        List<QualifiedName> tables = new ArrayList<>(List.of(relation));
        for (int at = 0; at < tables.size(); at++) {
            lookup.childrenOf(tables.get(at)).forEach(child -> tables.add(child.name()));
        }
        for (QualifiedName table : tables) {
            database = Queries.column(database, table, from, to);
            renameIn(table, from, to);
            database = NotNullNames.kept(database, table, table, column -> column.equals(to) ? from : column);
        }
    }

    private void renameIn(QualifiedName table, String from, String to) {
        database = new Rewriting() {
            private boolean inside;

            @Override
            boolean concerns(Record record) {
                return switch (record) {
                    case Dependency dependency ->
                        dependency.dependent().object().name().equals(table)
                                || dependency.on().object().name().equals(table);
                    case Table other ->
                        other.name().equals(table)
                                || other.foreignKeys().stream()
                                        .anyMatch(key -> key.referencedTable().equals(table));
                    case Sequence sequence ->
                        sequence.ownedBy() != null && sequence.ownedBy().table().equals(table);
                    case SchemaObject other -> other.name().equals(table);
                    default -> true;
                };
            }

            @Override
            QualifiedName name(QualifiedName name) {
                return name;
            }

            @Override
            Object enter(Record record) {
                boolean before = inside;
                inside = record instanceof SchemaObject object ? object.name().equals(table) : inside;
                return before;
            }

            @Override
            void leave(Object before) {
                inside = (Boolean) before;
            }

            @Override
            String string(Object owner, String component, String value) {
                if (value.equals(from) && isColumn(owner, component, table, inside)) {
                    return to;
                }
                boolean ofTable = inside && !(owner instanceof View) && !(owner instanceof Policy);
                return ofTable && TEXTS.contains(component) ? Wording.column(value, table.name(), from, to) : value;
            }
        }.rewrite(database);
    }

    /// Whether a component holds the name of a column of the table.
    private static boolean isColumn(Object owner, String component, QualifiedName table, boolean inside) {
        return switch (owner) {
            case Column _ -> inside && component.equals("name");
            case ForeignKey key
            when component.equals("referencedColumns") -> key.referencedTable().equals(table);
            case Constraint _, Backing _, Index _, Index.Key _ ->
                inside && Set.of("columns", "setColumns", "include", "column").contains(component);
            case Sequence.OwningColumn column -> column.table().equals(table) && component.equals("column");
            case Part part ->
                component.equals("name")
                        && part.object().name().equals(table)
                        && (part.kind() == Part.Kind.COLUMN || part.kind() == Part.Kind.DEFAULT);
            default -> false;
        };
    }

    private void part(Rename rename, QualifiedName relation, String from, String to) {
        changes.add(
                switch (rename.what()) {
                    case CONSTRAINT -> new RenameConstraint(relation, from, to);
                    case INDEX -> new RenameIndex(relation, from, to);
                    case TRIGGER, POLICY -> new RenamePart(rename.what().name(), relation, from, to);
                    case SCHEMA, RELATION, TYPE, COLUMN, LABEL -> throw new IllegalArgumentException(rename.toString());
                });
        database = new Rewriting() {
            private boolean inside;

            @Override
            boolean concerns(Record record) {
                return switch (record) {
                    case Dependency dependency ->
                        dependency.dependent().object().name().equals(relation)
                                || dependency.on().object().name().equals(relation);
                    case SchemaObject other -> other.name().equals(relation);
                    default -> true;
                };
            }

            @Override
            Object enter(Record record) {
                boolean before = inside;
                inside = record instanceof SchemaObject object ? object.name().equals(relation) : inside;
                return before;
            }

            @Override
            void leave(Object before) {
                inside = (Boolean) before;
            }

            @Override
            QualifiedName name(QualifiedName name) {
                return name;
            }

            @Override
            String string(Object owner, String component, String value) {
                boolean named =
                        inside && component.equals("name") && value.equals(from) && isPart(owner, rename.what());
                boolean listed = owner instanceof Part part
                        && component.equals("name")
                        && value.equals(from)
                        && part.object().name().equals(relation)
                        && part.kind().name().equals(rename.what().name());
                return named || listed ? to : value;
            }
        }.rewrite(database);
    }

    private static boolean isPart(Object owner, Kind what) {
        return switch (owner) {
            case Constraint _ -> what == Kind.CONSTRAINT;
            case Index _ -> what == Kind.INDEX;
            case Trigger _ -> what == Kind.TRIGGER;
            case Policy _ -> what == Kind.POLICY;
            default -> false;
        };
    }

    private void label(QualifiedName type, String from, String to) {
        changes.add(new RenameEnumValue(type, from, to));
        String before = Pieces.literal(from) + "::" + Pieces.name(type);
        String after = Pieces.literal(to) + "::" + Pieces.name(type);
        database = new Rewriting() {
            @Override
            QualifiedName name(QualifiedName name) {
                return name;
            }

            @Override
            String string(Object owner, String component, String value) {
                boolean mine = owner instanceof EnumType found
                        && found.name().equals(type)
                        && component.equals("labels")
                        && value.equals(from);
                if (mine) {
                    return to;
                }
                return TEXTS.contains(component) ? value.replace(before, after) : value;
            }
        }.rewrite(database);
    }
}
