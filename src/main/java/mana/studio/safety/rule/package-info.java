/// What can go wrong with a statement: a rule a file, each with a name of its own, and {@link mana.studio.safety.rule.Rules}
/// with all of them. A rule looks at one {@link mana.studio.safety.rule.Occasion} and says nothing, or what it has found.
@NullMarked
package mana.studio.safety.rule;

import org.jspecify.annotations.NullMarked;
