package mana.studio.apply;

import java.util.List;
import java.util.Optional;
import mana.studio.sql.Identifier;
import mana.studio.statement.Node;
import mana.studio.statement.PgParser;
import mana.studio.statement.SyntaxError;

/// The index that a statement builds or drops, by which it can be seen later whether it did.
///
/// @param index   as SQL names it
/// @param created whether it is there afterwards, rather than gone
record IndexWork(String index, boolean created) {
    /// Empty for any other statement, and for an index whose name the server chooses.
    static Optional<IndexWork> of(String sql) {
        try {
            return of(PgParser.parseOne(sql));
        } catch (SyntaxError notOne) {
            return Optional.empty();
        }
    }

    private static Optional<IndexWork> of(Node statement) {
        if (statement.is("IndexStmt")) {
            String name = statement.text("idxname");
            String schema = statement
                    .child("relation")
                    .map(relation -> relation.text("schemaname"))
                    .orElse("");
            return name.isEmpty() ? Optional.empty() : Optional.of(new IndexWork(quoted(schema, name), true));
        }
        if (statement.is("DropStmt") && statement.text("removeType").equals("OBJECT_INDEX")) {
            List<Node> objects = statement.list("objects");
            List<String> name = objects.size() == 1 ? objects.getFirst().names("items") : List.of();
            return name.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new IndexWork(
                            quoted(name.size() > 1 ? name.get(name.size() - 2) : "", name.getLast()), false));
        }
        return Optional.empty();
    }

    private static String quoted(String schema, String name) {
        return schema.isEmpty() ? Identifier.quote(name) : Identifier.quote(schema, name);
    }
}
