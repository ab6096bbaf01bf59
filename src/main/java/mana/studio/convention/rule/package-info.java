/// The house rules, a rule a file, each with a name of its own; {@link mana.studio.convention.rule.Conventions} has
/// them
/// all. A rule looks at one thing and says nothing, or what breaks it, with a change of the design that mends it where
/// one is certain. Imports `convention`, `design`, `schema`, `sql`.
@NullMarked
package mana.studio.convention.rule;

import org.jspecify.annotations.NullMarked;
