package mana.studio.schema;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A schema and what lives in it; each list by name.
public record Schema(
        Identity id,
        String name,
        String owner,
        @Nullable String comment,
        Privileges privileges,
        List<Table> tables,
        List<View> views,
        List<Sequence> sequences,
        List<EnumType> enums,
        List<DomainType> domains,
        List<CompositeType> composites,
        List<Routine> routines) {
    public Schema {
        tables = List.copyOf(tables);
        views = List.copyOf(views);
        sequences = List.copyOf(sequences);
        enums = List.copyOf(enums);
        domains = List.copyOf(domains);
        composites = List.copyOf(composites);
        routines = List.copyOf(routines);
    }

    public Stream<Relation> relations() {
        return Stream.concat(tables.stream(), views.stream());
    }

    /// Everything in it, kind by kind.
    public Stream<SchemaObject> objects() {
        return Stream.of(tables, views, sequences, enums, domains, composites, routines).flatMap(List::stream);
    }

    public Schema withName(String other) {
        return new Schema(
                id, other, owner, comment, privileges, tables, views, sequences, enums, domains, composites, routines);
    }

    public Schema withComment(@Nullable String other) {
        return new Schema(
                id, name, owner, other, privileges, tables, views, sequences, enums, domains, composites, routines);
    }

    public Schema withTables(List<Table> other) {
        return new Schema(
                id, name, owner, comment, privileges, other, views, sequences, enums, domains, composites, routines);
    }

    public Schema withViews(List<View> other) {
        return new Schema(
                id, name, owner, comment, privileges, tables, other, sequences, enums, domains, composites, routines);
    }

    public Schema withSequences(List<Sequence> other) {
        return new Schema(
                id, name, owner, comment, privileges, tables, views, other, enums, domains, composites, routines);
    }

    public Schema withEnums(List<EnumType> other) {
        return new Schema(
                id, name, owner, comment, privileges, tables, views, sequences, other, domains, composites, routines);
    }

    public Schema withDomains(List<DomainType> other) {
        return new Schema(
                id, name, owner, comment, privileges, tables, views, sequences, enums, other, composites, routines);
    }

    public Schema withComposites(List<CompositeType> other) {
        return new Schema(
                id, name, owner, comment, privileges, tables, views, sequences, enums, domains, other, routines);
    }

    public Schema withRoutines(List<Routine> other) {
        return new Schema(
                id, name, owner, comment, privileges, tables, views, sequences, enums, domains, composites, other);
    }
}
