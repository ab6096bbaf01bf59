/// The demo: a believable `mana_platform` for whoever has no database at hand. Imports `connection`, `settings`, `sql`.
///
/// Its tables come from eight services' Drizzle folders, written by the real drizzle-kit (see `assets/demo`), which are
/// applied as Drizzle's migrator does it, and are laid down as a project to open. Its rows come from the SQL beside
/// them: chance is a hash of a seed and a number, so that every machine gets the same ones.
///
/// The services keep their books as real ones do: most in a table of their own in schema `drizzle`, mana-mail and
/// mana-research in a schema of their own, and mana-credits and mana-subscriptions, which configure nothing, share
/// `drizzle.__drizzle_migrations`. That costs mana-credits its last migration: `0004_credit_expiry` was generated
/// before the newest of mana-subscriptions but deployed after it, so the migrator, which looks at the newest date
/// only, skips it without a word, for ever. Code and database disagree about `credits.transactions.expires_at`: something to find.
/// So are the breaches of the house rules in {@link mana.studio.demo.Breach}.
@NullMarked
package mana.studio.demo;

import org.jspecify.annotations.NullMarked;
