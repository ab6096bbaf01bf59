/// A project's services: where a monorepo keeps its Drizzle configurations, migrations and schema files, which
/// PostgreSQL schemas each service owns, and where they get in each other's way. Read as text, never run; what cannot
/// be
/// read so is asked once and remembered. Imports `connection`, `convention`, `drizzle.files`, `settings`, `sql`.
@NullMarked
package mana.studio.drizzle.project;

import org.jspecify.annotations.NullMarked;
