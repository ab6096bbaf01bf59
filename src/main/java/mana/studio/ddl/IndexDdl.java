package mana.studio.ddl;

import java.util.stream.Collectors;
import mana.studio.schema.Index;
import mana.studio.schema.Index.Key;
import mana.studio.schema.QualifiedName;
import mana.studio.sql.Expression;
import mana.studio.sql.Identifier;

/// Indexes that back no constraint.
final class IndexDdl {
    private IndexDdl() {}

    static String create(Index index, QualifiedName relation) {
        return create(index, relation, "", "");
    }

    /// @param how  `CONCURRENTLY `, or empty
    /// @param only `ONLY ` for a partitioned table's index that its partitions' are attached to, or empty
    static String create(Index index, QualifiedName relation, String how, String only) {
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + how + Identifier.quote(index.name()) + " ON "
                + only + Clause.name(relation) + " USING " + Identifier.quote(index.method()) + " "
                + index.keys().stream().map(IndexDdl::key).collect(Collectors.joining(", ", "(", ")"))
                + (index.include().isEmpty() ? "" : " INCLUDE " + Clause.columns(index.include()))
                + (index.nullsNotDistinct() ? " NULLS NOT DISTINCT" : "")
                + Clause.with(index.options())
                + Clause.tablespace(index.tablespace())
                + (index.predicate() == null ? "" : " WHERE " + Expression.inParentheses(index.predicate()));
    }

    private static String key(Key key) {
        String what = key.column() == null ? expression(key) : Identifier.quote(key.column());
        String operatorClass =
                key.operatorClass() == null ? "" : " " + Clause.systemName(key.operatorClass());
        return what + Clause.collate(key.collation()) + operatorClass
                + (key.operatorOptions().isEmpty() ? "" : " " + Clause.settings(key.operatorOptions()))
                + order(key);
    }

    /// A call stands without parentheses, as the server writes it; everything else came with its own.
    private static String expression(Key key) {
        return key.expression() == null ? "" : key.expression();
    }

    /// NULLS FIRST is what DESC means, and NULLS LAST what ASC does.
    private static String order(Key key) {
        if (key.descending()) {
            return key.nullsFirst() ? " DESC" : " DESC NULLS LAST";
        }
        return key.nullsFirst() ? " NULLS FIRST" : "";
    }
}
