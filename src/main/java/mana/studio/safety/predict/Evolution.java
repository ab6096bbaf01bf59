package mana.studio.safety.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Part;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.Sequence;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.statement.Node;

/// The catalog after a statement, as far as the effects of a later statement hang on it: tables, columns, keys, checks,
/// indexes, types. Nobody should compare it with a real one.
public final class Evolution {
    private final Situation situation;
    private final Ground ground;
    private final NewParts parts;

    private Evolution(String sql, Situation situation) {
        this.situation = situation;
        this.ground = new Ground(situation);
        this.parts = new NewParts(ground, sql);
    }

    /// The situation after a statement that has succeeded. Without a catalog nothing is known before or after.
    ///
    /// @param sql the text of which the tree was made
    public static Situation after(Node statement, String sql, Situation situation) {
        Database database = situation.database();
        return database == null
                ? situation
                : situation.withDatabase(new Evolution(sql, situation).after(statement, database));
    }

    private Database after(Node statement, Database database) {
        return switch (statement.type()) {
            case "CreateStmt" -> createTable(statement, database);
            case "CreateTableAsStmt" -> createTableAs(statement, database);
            case "AlterTableStmt" -> alterTable(statement, database);
            case "IndexStmt" -> createIndex(statement, database);
            case "ViewStmt" -> createView(statement, database);
            case "CreateSeqStmt" -> createSequence(statement, database);
            case "CreateEnumStmt" -> createEnum(statement, database);
            case "CreateSchemaStmt" -> createSchema(statement.text("schemaname"), database);
            case "DropStmt" -> drop(statement, database);
            case "RenameStmt" -> rename(statement, database);
            default -> database;
        };
    }

    // CREATE

    private Database createTable(Node statement, Database database) {
        Node rangeVar = statement.child("relation").orElseThrow();
        QualifiedName name = ground.newName(rangeVar.text("schemaname"), rangeVar.text("relname"));
        List<Column> columns = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        for (Node element : statement.list("tableElts")) {
            if (element.is("ColumnDef") && element.has("typeName")) {
                columns.add(parts.column(name, element));
                constraints.addAll(parts.constraints(name, element));
            } else if (element.is("Constraint")) {
                parts.constraint(name, element, List.of()).ifPresent(constraints::add);
            }
        }
        return addTable(database, Ground.blank(name).with(columns, constraints));
    }

    private Database createTableAs(Node statement, Database database) {
        Node rangeVar =
                statement.child("into").flatMap(into -> into.child("rel")).orElseThrow();
        QualifiedName name = ground.newName(rangeVar.text("schemaname"), rangeVar.text("relname"));
        return statement.text("objtype").equals("OBJECT_MATVIEW")
                ? addView(database, name, true)
                : addTable(database, Ground.blank(name));
    }

    private Database addTable(Database database, Table table) {
        if (ground.relation(table.name()).isPresent()) {
            return database;
        }
        return Copies.schemas(
                database,
                schema -> schema.name().equals(table.name().schema())
                        ? schema.withTables(Copies.with(schema.tables(), table))
                        : schema);
    }

    private Database createView(Node statement, Database database) {
        Node rangeVar = statement.child("view").orElseThrow();
        QualifiedName name = ground.newName(rangeVar.text("schemaname"), rangeVar.text("relname"));
        return ground.view(name).isPresent()
                ? replaceView(statement.child("query").orElseThrow(), database, name)
                : addView(database, name, false);
    }

    /// It needs what the new query names, and no longer what the old one did.
    private Database replaceView(Node query, Database database, QualifiedName view) {
        Part dependent = Part.relation(view);
        List<Dependency> dependencies = new ArrayList<>(Copies.without(
                database.dependencies(), dependency -> dependency.dependent().equals(dependent)));
        Set<String> names =
                query.all().filter(node -> node.is("String")).map(Node::string).collect(Collectors.toSet());
        boolean star = query.all().anyMatch(node -> node.is("A_Star"));
        query.all()
                .filter(node -> node.is("RangeVar"))
                .map(ground::nameOf)
                .distinct()
                .flatMap(name -> Stream.<Relation>concat(ground.table(name).stream(), ground.view(name).stream()))
                .forEach(relation -> relation.columns().stream()
                        .filter(column -> star || names.contains(column.name()))
                        .map(column -> Part.column(relation.name(), column.name()))
                        .forEach(column -> dependencies.add(new Dependency(dependent, column))));
        return database.withDependencies(dependencies);
    }

    private Database addView(Database database, QualifiedName name, boolean materialized) {
        if (ground.relation(name).isPresent()) {
            return database;
        }
        View view = new View(
                Identity.fresh(),
                name,
                "",
                null,
                Privileges.DEFAULT,
                materialized,
                List.of(),
                "",
                List.of(),
                List.of(),
                List.of(),
                true,
                null,
                null);
        return schema(
                database,
                name,
                schema -> new Schema(
                        schema.id(),
                        schema.name(),
                        schema.owner(),
                        schema.comment(),
                        schema.privileges(),
                        schema.tables(),
                        Copies.with(schema.views(), view),
                        schema.sequences(),
                        schema.enums(),
                        schema.domains(),
                        schema.composites(),
                        schema.routines()));
    }

    private static Database schema(Database database, QualifiedName member, UnaryOperator<Schema> change) {
        return Copies.schemas(
                database, schema -> schema.name().equals(member.schema()) ? change.apply(schema) : schema);
    }

    private Database createSequence(Node statement, Database database) {
        Node rangeVar = statement.child("sequence").orElseThrow();
        QualifiedName name = ground.newName(rangeVar.text("schemaname"), rangeVar.text("relname"));
        Sequence sequence = new Sequence(
                Identity.fresh(),
                name,
                "",
                null,
                Privileges.DEFAULT,
                new SequenceOptions("bigint", 1, 1, 1, Long.MAX_VALUE, 1, false),
                false,
                null);
        return schema(
                database,
                name,
                schema -> new Schema(
                        schema.id(),
                        schema.name(),
                        schema.owner(),
                        schema.comment(),
                        schema.privileges(),
                        schema.tables(),
                        schema.views(),
                        Copies.with(schema.sequences(), sequence),
                        schema.enums(),
                        schema.domains(),
                        schema.composites(),
                        schema.routines()));
    }

    private Database createEnum(Node statement, Database database) {
        List<String> names = statement.names("typeName");
        QualifiedName name = ground.newName(names.size() > 1 ? names.getFirst() : "", names.getLast());
        EnumType type = new EnumType(Identity.fresh(), name, "", null, Privileges.DEFAULT, statement.names("vals"));
        return schema(
                database,
                name,
                schema -> new Schema(
                        schema.id(),
                        schema.name(),
                        schema.owner(),
                        schema.comment(),
                        schema.privileges(),
                        schema.tables(),
                        schema.views(),
                        schema.sequences(),
                        Copies.with(schema.enums(), type),
                        schema.domains(),
                        schema.composites(),
                        schema.routines()));
    }

    private Database createSchema(String name, Database database) {
        boolean exists = database.schema(name).isPresent();
        return exists
                ? database
                : database.withSchemas(Copies.with(
                        database.schemas(),
                        new Schema(
                                Identity.fresh(),
                                name,
                                "",
                                null,
                                Privileges.DEFAULT,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())));
    }

    private Database createIndex(Node statement, Database database) {
        QualifiedName table = ground.nameOf(statement.child("relation").orElseThrow());
        Index index = parts.index(table, statement);
        return Copies.table(
                database,
                table,
                found -> ground.indexTable(Ground.inSchemaOf(found, index.name()))
                                .isPresent()
                        ? found
                        : found.withIndexes(Copies.with(found.indexes(), index)));
    }

    // ALTER TABLE

    private Database alterTable(Node statement, Database database) {
        QualifiedName name = ground.nameOf(statement.child("relation").orElseThrow());
        Database changed = database;
        for (Node command : statement.list("cmds")) {
            changed = Copies.table(changed, name, table -> new TableEvolution(ground, parts).after(table, command));
        }
        return changed;
    }

    // DROP and RENAME

    private Database drop(Node statement, Database database) {
        List<QualifiedName> gone = statement.list("objects").stream()
                .map(DropStatements::parts)
                .map(name -> ground.nameOf(name, ground::relation))
                .toList();
        return switch (statement.text("removeType")) {
            case "OBJECT_TABLE" ->
                Copies.eachTable(
                        database,
                        table -> gone.contains(table.name())
                                ? Optional.empty()
                                : Optional.of(table.withConstraints(Copies.without(
                                        table.constraints(),
                                        constraint -> constraint instanceof ForeignKey key
                                                && gone.contains(key.referencedTable())))));
            case "OBJECT_VIEW", "OBJECT_MATVIEW" ->
                Copies.schemas(
                        database,
                        schema -> new Schema(
                                schema.id(),
                                schema.name(),
                                schema.owner(),
                                schema.comment(),
                                schema.privileges(),
                                schema.tables(),
                                Copies.without(schema.views(), view -> gone.contains(view.name())),
                                schema.sequences(),
                                schema.enums(),
                                schema.domains(),
                                schema.composites(),
                                schema.routines()));
            case "OBJECT_INDEX" ->
                Copies.eachTable(
                        database,
                        table -> Optional.of(table.withIndexes(Copies.without(
                                table.indexes(), index -> gone.contains(Ground.inSchemaOf(table, index.name()))))));
            default -> database;
        };
    }

    private Database rename(Node statement, Database database) {
        Optional<QualifiedName> relation = statement.child("relation").map(ground::nameOf);
        String to = statement.text("newname");
        if (relation.isEmpty()) {
            return database;
        }
        QualifiedName name = relation.get();
        return switch (statement.text("renameType")) {
            case "OBJECT_TABLE" -> renameTable(database, name, new QualifiedName(name.schema(), to));
            case "OBJECT_COLUMN" ->
                Copies.table(
                        database,
                        name,
                        table -> Copies.column(table, statement.text("subname"), column -> column.withName(to)));
            default -> database;
        };
    }

    private static Database renameTable(Database database, QualifiedName from, QualifiedName to) {
        return Copies.eachTable(database, table -> {
            Table renamed = table.name().equals(from) ? table.withName(to) : table;
            return Optional.of(renamed.withConstraints(renamed.constraints().stream()
                    .map(constraint -> constraint instanceof ForeignKey key
                                    && key.referencedTable().equals(from)
                            ? key.withReferencedTable(to)
                            : constraint)
                    .toList()));
        });
    }
}
