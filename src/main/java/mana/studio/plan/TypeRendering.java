package mana.studio.plan;

import java.util.List;
import mana.studio.ddl.Pieces;
import mana.studio.schema.DomainType;
import mana.studio.schema.SchemaObject;
import mana.studio.sql.Identifier;

/// Changes of enums, domains and composite types as SQL.
final class TypeRendering {
    private TypeRendering() {}

    static List<Statement> of(TypeChange change) {
        SchemaObject type = change.type();
        String name = Pieces.name(type.name());
        String alter = "ALTER " + Pieces.address(type) + " ";
        return switch (change) {
            case TypeChange.CreateType _ ->
                Pieces.creation(type).stream()
                        .map(sql -> Statement.of(change, sql))
                        .toList();
            case TypeChange.DropType _ -> Rendering.one(change, "DROP " + Pieces.address(type));
            case TypeChange.RetireType retire ->
                Rendering.one(
                        change,
                        alter + "RENAME TO " + Identifier.quote(retire.retired().name()));
            case TypeChange.DropRetiredType retired ->
                Rendering.one(
                        change,
                        "DROP " + (type instanceof DomainType ? "DOMAIN " : "TYPE ") + Pieces.name(retired.retired()));
            case TypeChange.AddEnumValue add ->
                Rendering.one(
                        change,
                        alter + "ADD VALUE " + Pieces.literal(add.label())
                                + (add.before() == null ? "" : " BEFORE " + Pieces.literal(add.before())));
            case TypeChange.SetDomainDefault set ->
                Rendering.one(
                        change,
                        alter
                                + (set.type().defaultExpression() == null
                                        ? "DROP DEFAULT"
                                        : "SET DEFAULT " + set.type().defaultExpression()));
            case TypeChange.SetDomainNotNull set ->
                Rendering.one(change, alter + (set.type().notNull() ? "SET NOT NULL" : "DROP NOT NULL"));
            case TypeChange.AddDomainCheck add -> Rendering.one(change, alter + "ADD " + Pieces.check(add.check()));
            case TypeChange.DropDomainCheck drop ->
                Rendering.one(
                        change,
                        alter + "DROP CONSTRAINT "
                                + Identifier.quote(drop.check().name()));
            case TypeChange.ValidateDomainCheck validate ->
                Rendering.one(
                        change,
                        alter + "VALIDATE CONSTRAINT "
                                + Identifier.quote(validate.check().name()));
            case TypeChange.AddAttribute add ->
                Rendering.one(
                        change,
                        "ALTER TYPE " + name + " ADD ATTRIBUTE "
                                + Identifier.quote(add.attribute().name()) + " "
                                + add.attribute().type().sql()
                                + Pieces.collate(add.attribute().collation()) + cascade(add.typed()));
            case TypeChange.DropAttribute drop ->
                List.of(Statement.losing(
                        change,
                        "ALTER TYPE " + name + " DROP ATTRIBUTE "
                                + Identifier.quote(drop.attribute().name()) + cascade(drop.typed()),
                        "the attribute's values in every row that has the type"));
            case TypeChange.SetAttributeType set ->
                Rendering.one(
                        change,
                        "ALTER TYPE " + name + " ALTER ATTRIBUTE "
                                + Identifier.quote(set.attribute().name()) + " TYPE "
                                + set.attribute().type().sql()
                                + Pieces.collate(set.attribute().collation()) + cascade(set.typed()));
        };
    }

    /// Tables made OF a type change with it only when told to.
    private static String cascade(boolean typed) {
        return typed ? " CASCADE" : "";
    }
}
