/// Two schema models in, ordered statements out: what differs, in which order it can be changed, the SQL, and the way
/// back. Imports `schema`, `sql`, `statement` and `ddl`; talks to no server.
///
/// `Difference` compares and yields {@link mana.studio.plan.Change}s, at the grain at which PostgreSQL creates and
/// drops: a column, a default, a constraint, an index. `Recreation` adds what has to make way: a view of a column whose
/// type changes. `Ordering` knows what each change creates, alters, drops and needs, and sorts them by the dependencies
/// of both sides. `Rendering` writes them. Nobody compares SQL of a person's hand here: both models come from a server,
/// which has deparsed every expression.
@NullMarked
package mana.studio.plan;

import org.jspecify.annotations.NullMarked;
