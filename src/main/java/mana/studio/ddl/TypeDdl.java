package mana.studio.ddl;

import java.util.stream.Collectors;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.CompositeType;
import mana.studio.schema.CompositeType.Attribute;
import mana.studio.schema.DomainType;
import mana.studio.schema.DomainType.DomainCheck;
import mana.studio.schema.EnumType;
import mana.studio.sql.Expression;
import mana.studio.sql.Identifier;

/// Enums, domains and composite types.
final class TypeDdl {
    private final Script script;

    TypeDdl(Script script) {
        this.script = script;
    }

    void write(EnumType type) {
        String labels = type.labels().stream()
                .map(Clause::literal)
                .collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
        script.add(
                Phase.CREATE,
                "CREATE TYPE " + Clause.name(type.name()) + " AS ENUM "
                        + (type.labels().isEmpty() ? "()" : labels));
    }

    void write(DomainType type) {
        String name = Clause.name(type.name());
        StringBuilder text = new StringBuilder("CREATE DOMAIN " + name + " AS " + type.baseType().sql());
        text.append(Clause.collate(type.collation()));
        if (type.defaultExpression() != null) {
            text.append(" DEFAULT ").append(type.defaultExpression());
        }
        text.append(type.notNull() ? " NOT NULL" : "");
        for (DomainCheck check : type.checks()) {
            if (check.validated()) {
                text.append("\n    ").append(check(check));
            }
        }
        script.add(Phase.CREATE, text.toString());
        for (DomainCheck check : type.checks()) {
            if (!check.validated()) {
                script.add(Phase.CREATE, "ALTER DOMAIN " + name + " ADD " + check(check) + " NOT VALID");
            }
            if (check.comment() != null) {
                script.add(
                        Phase.COMMENT,
                        "COMMENT ON CONSTRAINT " + Identifier.quote(check.name()) + " ON DOMAIN " + name + " IS "
                                + Clause.literal(check.comment()));
            }
        }
    }

    static String check(DomainCheck check) {
        return "CONSTRAINT " + Identifier.quote(check.name()) + " CHECK "
                + Expression.inParentheses(check.expression());
    }

    void write(CompositeType type) {
        String name = Clause.name(type.name());
        String attributes = type.attributes().stream()
                .map(attribute -> Identifier.quote(attribute.name()) + " " + attribute.type().sql()
                        + Clause.collate(attribute.collation()))
                .collect(Collectors.joining(",\n    ", "(\n    ", "\n)"));
        script.add(Phase.CREATE, "CREATE TYPE " + name + " AS " + (type.attributes().isEmpty() ? "()" : attributes));
        for (Attribute attribute : type.attributes()) {
            if (attribute.comment() != null) {
                script.add(
                        Phase.COMMENT,
                        "COMMENT ON COLUMN " + name + "." + Identifier.quote(attribute.name()) + " IS "
                                + Clause.literal(attribute.comment()));
            }
        }
    }
}
