package mana.studio.statement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A node of a parse tree: a struct of PostgreSQL's `src/include/nodes/parsenodes.h` and its fields. The names of
/// types,
/// fields and enum values are those of that file. What is false, zero or absent is not there.
///
/// @param type   the struct's name, `AlterTableStmt`; empty where the field it stands in says what it is
/// @param fields its fields
public record Node(String type, JsonNode fields) {
    /// A node as libpg_query writes it: wrapped in an object of one field, its type, where it could be any.
    static Node of(JsonNode json) {
        if (json.isObject() && json.size() == 1) {
            String name = json.propertyNames().iterator().next();
            if (Character.isUpperCase(name.charAt(0))) {
                return new Node(name, json.get(name));
            }
        }
        return new Node("", json);
    }

    public boolean is(String typeName) {
        return type.equals(typeName);
    }

    public boolean has(String field) {
        return fields.has(field);
    }

    /// A string or the name of an enum's value; empty where it is not set.
    public String text(String field) {
        return fields.path(field).asString("");
    }

    public boolean flag(String field) {
        return fields.path(field).asBoolean(false);
    }

    public int number(String field) {
        return fields.path(field).asInt(0);
    }

    public Optional<Node> child(String field) {
        return has(field) ? Optional.of(of(fields.get(field))) : Optional.empty();
    }

    /// The nodes of a list; none where it is not set.
    public List<Node> list(String field) {
        return fields.path(field).valueStream().map(Node::of).toList();
    }

    /// The strings of a list of `String` nodes, such as a qualified name.
    public List<String> names(String field) {
        return list(field).stream().map(Node::string).toList();
    }

    /// The text of a `String` node.
    public String string() {
        return text("sval");
    }

    /// What is right below, whatever field it is in: structs and lists.
    public Stream<Node> below() {
        return fields.valueStream().filter(JsonNode::isContainer).map(Node::of);
    }

    /// Every node below this one that has a type, this one first.
    public Stream<Node> all() {
        Stream<Node> below = fields.isContainer() ? children(fields) : Stream.empty();
        return type.isEmpty() ? below : Stream.concat(Stream.of(this), below);
    }

    private static Stream<Node> children(JsonNode json) {
        return json.valueStream()
                .filter(JsonNode::isContainer)
                .flatMap(child -> of(child).all());
    }
}
