/// What a real PostgreSQL says of a design that nobody has applied: the base in a scratch database, the plan's
/// statements
/// one by one in a transaction that is rolled back, and each refusal at the field that it comes from. Never speaks to a
/// person's database. Imports `connection`, `ddl`, `design`, `plan`, `schema`, `scratch`, `sql`.
@NullMarked
package mana.studio.trial;

import org.jspecify.annotations.NullMarked;
