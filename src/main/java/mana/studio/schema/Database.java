package mana.studio.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A whole database as its catalog describes it.
///
/// @param name       its name
/// @param version    the server's `server_version_num`, such as 180006
/// @param owner      the role that owns it
/// @param comment    its comment, or null
/// @param schemas    every schema but the system's own, by name
/// @param extensions the extensions installed, by name
/// @param others     what is there and has no record of its own here: never left out silently, never touched
/// @param dependencies what refers to what inside expressions, queries and signatures, in no record visible otherwise
public record Database(
        String name,
        int version,
        String owner,
        @Nullable String comment,
        List<Schema> schemas,
        List<Extension> extensions,
        List<OtherObject> others,
        List<Dependency> dependencies) {
    public Database {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
        others = List.copyOf(others);
        dependencies = List.copyOf(dependencies);
    }

    /// The same content on a server of another version.
    ///
    /// @param other as `server_version_num`
    public Database withVersion(int other) {
        return new Database(name, other, owner, comment, schemas, extensions, others, dependencies);
    }

    public Optional<Schema> schema(String schemaName) {
        return schemas.stream().filter(schema -> schema.name().equals(schemaName)).findFirst();
    }

    /// The table or view of that name.
    public Optional<Relation> relation(QualifiedName relation) {
        return schema(relation.schema())
                .flatMap(schema -> schema.relations()
                        .filter(candidate -> candidate.name().equals(relation))
                        .findFirst());
    }

    /// The table of that name.
    public Optional<Table> table(QualifiedName table) {
        return relation(table).filter(Table.class::isInstance).map(Table.class::cast);
    }

    public Stream<SchemaObject> objects() {
        return schemas.stream().flatMap(Schema::objects);
    }

    /// What an object of another state of this database is here: the one with its identity, or else one of its kind and
    /// name.
    public Optional<SchemaObject> again(SchemaObject known) {
        return objects()
                .filter(candidate -> candidate.id().same(known.id()))
                .findFirst()
                .or(() -> schema(known.name().schema())
                        .flatMap(schema -> schema.objects()
                                .filter(candidate -> isNamesake(candidate, known))
                                .findFirst()));
    }

    /// Two routines may share a name.
    private static boolean isNamesake(SchemaObject one, SchemaObject other) {
        boolean sameArguments = !(one instanceof Routine a)
                || !(other instanceof Routine b)
                || a.arguments().equals(b.arguments());
        return one.getClass() == other.getClass() && one.name().equals(other.name()) && sameArguments;
    }

    public Stream<Table> tables() {
        return schemas.stream().flatMap(schema -> schema.tables().stream());
    }

    public Database withSchemas(List<Schema> other) {
        return new Database(name, version, owner, comment, other, extensions, others, dependencies);
    }

    public Database withExtensions(List<Extension> other) {
        return new Database(name, version, owner, comment, schemas, other, others, dependencies);
    }

    public Database withOthers(List<OtherObject> other) {
        return new Database(name, version, owner, comment, schemas, extensions, other, dependencies);
    }

    public Database withDependencies(List<Dependency> other) {
        return new Database(name, version, owner, comment, schemas, extensions, others, other);
    }
}
