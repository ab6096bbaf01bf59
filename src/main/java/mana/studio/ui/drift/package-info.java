/// Drift: a service's code, its newest snapshot and the open database side by side, each difference with its repairs,
/// and what `drizzle-kit push` would destroy. Imports `drizzle.drift`, `drizzle.files`, `drizzle.project`,
/// `drizzle.typescript`, `schema`, `settings`, `ui.kit`.
@NullMarked
package mana.studio.ui.drift;

import org.jspecify.annotations.NullMarked;
