/// Drizzle's TypeScript: a schema written as code, existing schema files read as far as it can be done surely, and the
/// smallest change of such files that makes them say another schema.
///
/// What is written compiles, with drizzle-kit, to the snapshot it was written from: texts of expressions stand verbatim
/// in `sql` templates. Imports {@link mana.studio.drizzle.model}, `snapshot` for the
/// words of a database, `project` for the schema files of a service, `plan` and `schema`.
@NullMarked
package mana.studio.drizzle.typescript;

import org.jspecify.annotations.NullMarked;
