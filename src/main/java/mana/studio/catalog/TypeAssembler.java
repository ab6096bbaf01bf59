package mana.studio.catalog;

import java.util.List;
import java.util.Map;
import mana.studio.schema.CompositeType;
import mana.studio.schema.CompositeType.Attribute;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.QualifiedName;

/// Puts enums, domains and composite types together.
final class TypeAssembler {
    private final Map<Long, List<String>> enumLabels;
    private final Grouped<ColumnRow> attributes;
    private final Comments comments;
    private final Names names;
    private final Types types;
    private final AclText acls;
    private final ConstraintAssembler constraints;

    TypeAssembler(CatalogRows rows, Names names, Types types, AclText acls, ConstraintAssembler constraints) {
        this.enumLabels = rows.enumLabels.result();
        this.attributes = rows.columns.result();
        this.comments = rows.comments.result();
        this.names = names;
        this.types = types;
        this.acls = acls;
        this.constraints = constraints;
    }

    EnumType enumType(TypeRow row, QualifiedName name) {
        String owner = names.role(row.owner());
        return new EnumType(
                Identity.ofOid(row.oid()),
                name,
                owner,
                comments.of(SystemCatalog.TYPE, row.oid()),
                acls.read(row.acl(), AclText.Kind.TYPE, owner),
                enumLabels.getOrDefault(row.oid(), List.of()));
    }

    DomainType domain(TypeRow row, QualifiedName name) {
        String owner = names.role(row.owner());
        Types.Used base = types.of(row.baseType(), row.modifier());
        return new DomainType(
                Identity.ofOid(row.oid()),
                name,
                owner,
                comments.of(SystemCatalog.TYPE, row.oid()),
                acls.read(row.acl(), AclText.Kind.TYPE, owner),
                base.type(),
                row.notNull(),
                row.defaultExpression(),
                Types.collation(base, row.collation(), names),
                constraints.ofDomain(row.oid()));
    }

    CompositeType composite(TypeRow row, QualifiedName name) {
        String owner = names.role(row.owner());
        return new CompositeType(
                Identity.ofOid(row.oid()),
                name,
                owner,
                comments.of(SystemCatalog.TYPE, row.oid()),
                acls.read(row.acl(), AclText.Kind.TYPE, owner),
                attributes.of(row.relation()).stream().map(this::attribute).toList());
    }

    private Attribute attribute(ColumnRow row) {
        Types.Used type = types.of(row.type(), row.modifier());
        return new Attribute(
                Identity.ofAttribute(row.relation(), row.number()),
                row.name(),
                type.type(),
                Types.collation(type, row.collation(), names),
                comments.ofColumn(row.relation(), row.number()));
    }
}
