/// Applying a plan to a real database: what will run is said beforehand ({@link mana.studio.apply.Course}), it runs in
/// as
/// few transactions as PostgreSQL allows, a journal says how far it came whatever happens, and afterwards the catalog
/// is
/// read again and compared. Imports `catalog`, `connection`, `ddl`, `plan`, `safety`, `schema`, `scratch`, `settings`,
/// `sql`, `statement`.
///
/// {@snippet :
/// Plan, Phase ──► Order ──Consent──► Application ──► Outcome
///                                        │   └► Listener   line by line, while it runs
///                                     Journal ──killed──► Recovery   what was applied, what was not
/// }
@NullMarked
package mana.studio.apply;

import org.jspecify.annotations.NullMarked;
