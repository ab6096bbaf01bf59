/// A console: SQL that a person writes, run on a session of its own, and what came of it. {@link ConsoleTab} is the
/// entry. Imports `catalog`, `connection`, `console`, `rows`, `schema`, `settings`, `statement` and `ui.kit`.
@NullMarked
package mana.studio.ui.console;

import org.jspecify.annotations.NullMarked;
