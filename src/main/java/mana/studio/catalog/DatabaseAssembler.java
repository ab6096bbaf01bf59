package mana.studio.catalog;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogRows.Member;
import mana.studio.catalog.SmallRows.DatabaseRow;
import mana.studio.catalog.SmallRows.OtherRow;
import mana.studio.schema.Database;
import mana.studio.schema.Extension;
import mana.studio.schema.Identity;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;

/// Puts a database together from the rows of its catalog.
final class DatabaseAssembler {
    private final CatalogRows rows;
    private final Names names;
    private final AclText acls;
    private final Comments comments;
    private final Set<Member> extensionMembers;
    private final ColumnAssembler columns;
    private final TableAssembler tables;
    private final TypeAssembler types;
    private final SequenceAssembler sequences;
    private final int version;

    DatabaseAssembler(CatalogRows rows, Names names, Types types, int version) {
        this.rows = rows;
        this.names = names;
        this.version = version;
        this.acls = new AclText(version);
        this.comments = rows.comments.result();
        this.extensionMembers = rows.extensionMembers.result().keySet();
        this.columns = new ColumnAssembler(rows, names, types, acls);
        IndexAssembler indexes = new IndexAssembler(rows, names, columns);
        ConstraintAssembler constraints = new ConstraintAssembler(rows, names, columns, indexes);
        this.tables = new TableAssembler(rows, names, types, acls, columns, indexes, constraints);
        this.types = new TypeAssembler(rows, names, types, acls, constraints);
        this.sequences = new SequenceAssembler(names, acls, comments, columns);
    }

    Database database(DatabaseRow row) {
        return new Database(
                row.name(), version, row.owner(), row.comment(), schemas(), extensions(), others(), dependencies());
    }

    private List<Schema> schemas() {
        Map<String, SchemaParts> parts = new HashMap<>();
        objects().forEach(object -> parts.computeIfAbsent(object.name().schema(), _ -> new SchemaParts())
                .add(object));
        return rows.schemas.result().stream()
                .filter(row -> !extensionMembers.contains(new Member(SystemCatalog.SCHEMA, row.oid())))
                .map(row -> {
                    String owner = names.role(row.owner());
                    return parts.getOrDefault(row.name(), new SchemaParts())
                            .schema(row, owner, acls.read(row.acl(), AclText.Kind.SCHEMA, owner));
                })
                .sorted(Comparator.comparing(Schema::name))
                .toList();
    }

    private Stream<? extends SchemaObject> objects() {
        return Stream.of(relations(), freeSequences(), userTypes(), routines()).flatMap(stream -> stream);
    }

    private Stream<SchemaObject> relations() {
        return rows.relations.result().parallelStream()
                .map(row -> build(
                        SystemCatalog.RELATION, row.oid(), row.schema(), row.name(), row, row.isView()
                                ? tables::view
                                : tables::table))
                .flatMap(List::stream);
    }

    private Stream<SchemaObject> freeSequences() {
        return rows.sequences.result().stream()
                .filter(row -> row.ownership() != 'i')
                .flatMap(row -> build(
                        SystemCatalog.RELATION, row.oid(), row.schema(), row.name(), row, sequences::sequence)
                        .stream());
    }

    private Stream<SchemaObject> userTypes() {
        return rows.types.result().stream().flatMap(row -> build(
                SystemCatalog.TYPE, row.oid(), row.schema(), row.name(), row, switch (row.kind()) {
                    case 'e' -> types::enumType;
                    case 'd' -> types::domain;
                    default -> types::composite;
                })
                .stream());
    }

    private Stream<SchemaObject> routines() {
        return rows.routines.result().stream()
                .flatMap(row -> build(SystemCatalog.ROUTINE, row.oid(), row.schema(), row.name(), row, this::routine)
                        .stream());
    }

    /// The object, unless it is the system's, temporary or an extension's.
    private <R> List<SchemaObject> build(
            long catalog,
            long oid,
            long schema,
            String name,
            R row,
            BiFunction<R, QualifiedName, ? extends SchemaObject> assemble) {
        String schemaName = names.schema(schema);
        return schemaName == null || extensionMembers.contains(new Member(catalog, oid))
                ? List.of()
                : List.of(assemble.apply(row, new QualifiedName(schemaName, name)));
    }

    private Routine routine(RoutineRow row, QualifiedName name) {
        String owner = names.role(row.owner());
        return new Routine(
                Identity.ofOid(row.oid()),
                name,
                owner,
                comments.of(SystemCatalog.ROUTINE, row.oid()),
                acls.read(row.acl(), AclText.Kind.ROUTINE, owner),
                switch (row.kind()) {
                    case 'p' -> Routine.Kind.PROCEDURE;
                    case 'w' -> Routine.Kind.WINDOW;
                    default -> Routine.Kind.FUNCTION;
                },
                row.arguments(),
                row.result(),
                row.language(),
                row.definition().stripTrailing());
    }

    private List<Extension> extensions() {
        return rows.extensions.result().stream()
                .map(row -> new Extension(
                        Identity.ofOid(row.oid()), row.name(), row.schema(), row.version(), row.comment()))
                .sorted(Comparator.comparing(Extension::name))
                .toList();
    }

    private List<OtherObject> others() {
        Stream<OtherObject> found = rows.others()
                .filter(row -> !extensionMembers.contains(new Member(row.catalog(), row.oid())))
                .map(this::other);
        return Stream.concat(found, new HiddenRemarks(rows, names).others().stream())
                .sorted(Comparator.comparing(OtherObject::kind)
                        .thenComparing(other -> other.schema() == null ? "" : other.schema())
                        .thenComparing(OtherObject::name))
                .toList();
    }

    private OtherObject other(OtherRow row) {
        AclText.Kind kind =
                switch (row.kind()) {
                    case "aggregate" -> AclText.Kind.ROUTINE;
                    case "foreign-data wrapper", "foreign server" -> AclText.Kind.FOREIGN;
                    // Types, and languages, which start with the same privileges.
                    default -> AclText.Kind.TYPE;
                };
        return new OtherObject(
                row.kind(),
                row.schema(),
                row.name(),
                row.definition(),
                row.address(),
                row.owner(),
                comments.of(row.catalog(), row.oid()),
                row.owner() == null ? Privileges.DEFAULT : acls.read(row.acl(), kind, row.owner()));
    }

    private List<mana.studio.schema.Dependency> dependencies() {
        return new DependencyAssembler(rows, new Parts(rows, names, columns)).dependencies();
    }
}
