/// What a statement will do to a running system when it runs: locks, rewrites, scans, lost data, broken code; the safer
/// form; and the dry run, which looks instead of predicting.
///
/// Here are the words: a {@link mana.studio.safety.Verdict} is what is said about one statement, in
/// {@link mana.studio.safety.Finding}s, over its {@link mana.studio.safety.Effects}. Package `predict` tells the effects
/// from the statement and the catalog, package `rule` has a rule a file, and `judge.Judge` goes through a script with
/// them.
@NullMarked
package mana.studio.safety;

import org.jspecify.annotations.NullMarked;
