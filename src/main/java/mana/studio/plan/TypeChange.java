package mana.studio.plan;

import mana.studio.schema.CompositeType;
import mana.studio.schema.CompositeType.Attribute;
import mana.studio.schema.DomainType;
import mana.studio.schema.DomainType.DomainCheck;
import mana.studio.schema.EnumType;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// An enum, a domain or a composite type comes, goes or changes.
public sealed interface TypeChange extends Change {
    /// The type as it is to be; for one that goes, as it was.
    SchemaObject type();

    record CreateType(SchemaObject type) implements TypeChange {}

    record DropType(SchemaObject type) implements TypeChange {}

    /// A type that cannot be altered into what it is to be takes another name until its columns have changed over.
    ///
    /// @param retired the name it takes
    record RetireType(SchemaObject type, QualifiedName retired) implements TypeChange {}

    /// @param retired the name it has by now
    record DropRetiredType(SchemaObject type, QualifiedName retired) implements TypeChange {}

    /// @param before the label it stands before; null where it comes last
    record AddEnumValue(
            EnumType type, String label, @Nullable String before) implements TypeChange {}

    /// @param type with the default to set; without one it is dropped
    record SetDomainDefault(DomainType type) implements TypeChange {}

    record SetDomainNotNull(DomainType type) implements TypeChange {}

    record AddDomainCheck(DomainType type, DomainCheck check) implements TypeChange {}

    record DropDomainCheck(DomainType type, DomainCheck check) implements TypeChange {}

    record ValidateDomainCheck(DomainType type, DomainCheck check) implements TypeChange {}

    /// @param typed whether tables are made OF the type
    record AddAttribute(CompositeType type, Attribute attribute, boolean typed) implements TypeChange {}

    record DropAttribute(CompositeType type, Attribute attribute, boolean typed) implements TypeChange {}

    record SetAttributeType(CompositeType type, Attribute attribute, boolean typed) implements TypeChange {}
}
