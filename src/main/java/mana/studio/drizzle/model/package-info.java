/// A schema in Drizzle's own words: what a snapshot holds and what TypeScript declares. Values only; texts of
/// expressions are kept verbatim, never as the server would print them (drizzle-kit compares texts). Imports `schema`
/// for its names.
@NullMarked
package mana.studio.drizzle.model;

import org.jspecify.annotations.NullMarked;
