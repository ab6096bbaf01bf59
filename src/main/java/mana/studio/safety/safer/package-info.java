/// The safer form of a whole plan: the same goal, reached in steps that never stop others for long.
///
/// Four models lie between the two databases, and the planner plans the way from each to the next, so that every phase
/// has its own right order:
///
/// - *expand* leads to {@link mana.studio.safety.safer.Loose}: all that is new, nothing of the old gone, and nothing
///   asked of the rows yet;
/// - *migrate* leads to {@link mana.studio.safety.safer.Both}: the rows are as the new schema wants them, and the old
///   is still there for code that uses it;
/// - *contract* takes the old away, but for tables, which step aside;
/// - *drop* removes those.
///
/// Within a phase, {@link mana.studio.safety.safer.Stage} replaces each change by what makes it without a long lock,
/// one rule a class. What a step needs for a while (a column, an index, a trigger) has a name that ends in a word of
/// {@link mana.studio.safety.safer.Helper}: a plan that was stopped half-way is made anew from the state it reached,
/// and finds there what it had left.
@NullMarked
package mana.studio.safety.safer;

import org.jspecify.annotations.NullMarked;
