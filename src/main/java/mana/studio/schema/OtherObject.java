package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// Something in the database that has no record of its own here: an aggregate, an operator, a publication …
///
/// @param kind       in the server's words: `aggregate`, `text search configuration`
/// @param schema     the schema it lives in; null where it lives in none
/// @param name       as the catalog names it, with what tells it from its namesakes: `sum(integer)`,
///                   `audit on auth.users`
/// @param definition the statement that creates it, without a closing semicolon; null where neither the server nor the
///                   studio has the words for it: then it is shown and never touched
/// @param address    how a statement names it: `AGGREGATE app.sum(integer)`; null where it can be neither dropped nor
///                   commented on
/// @param owner      null where it has none of its own
/// @param comment    null for none
/// @param privileges the built-in ones where it has none
public record OtherObject(
        String kind,
        @Nullable String schema,
        String name,
        @Nullable String definition,
        @Nullable String address,
        @Nullable String owner,
        @Nullable String comment,
        Privileges privileges) {
    public static OtherObject unknown(String kind, @Nullable String schema, String name, @Nullable String definition) {
        return new OtherObject(kind, schema, name, definition, null, null, null, Privileges.DEFAULT);
    }
}
