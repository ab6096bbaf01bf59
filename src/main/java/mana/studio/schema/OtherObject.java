package mana.studio.schema;

import org.jspecify.annotations.Nullable;

/// Something in the database that has no record of its own here: an aggregate, an operator, a publication …
///
/// @param kind   in the server's words: `aggregate`, `text search configuration`
/// @param schema the schema it lives in; null where it lives in none
/// @param name   as the catalog names it, with what tells it from its namesakes: `sum(integer)`, `audit on auth.users`
/// @param definition the statement that creates it, without a closing semicolon; null where the server does not print
/// one
public record OtherObject(String kind, @Nullable String schema, String name, @Nullable String definition) {}
