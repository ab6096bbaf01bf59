/// Goes through a script and says of each statement what it will do where it stands:
/// `new Judge(Situation.of(snapshot), Runner.ONE_TRANSACTION).script(Statements.split(text))`.
@NullMarked
package mana.studio.safety.judge;

import org.jspecify.annotations.NullMarked;
