/// What a statement will do to a running system when it runs: locks, rewrites, scans, lost data, broken code; the safer
/// form; and the dry run, which looks instead of predicting.
@NullMarked
package mana.studio.safety;

import org.jspecify.annotations.NullMarked;
