package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// Something in the database that has no record of its own here: an aggregate, an operator, a publication …
///
/// @param kind   in the server's words: `aggregate`, `text search configuration`
/// @param schema the schema it lives in; null where it lives in none
/// @param name   as `pg_describe_object` or the catalog names it
public record OtherObject(String kind, @Nullable String schema, String name) {}
