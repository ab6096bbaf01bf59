/// What a board of locks means: a state per lock by the first criterion that fits, its severity by age, a sentence, the
/// evidence for it, who stands at the root, and what could be done. What is not known is called unknown. Talks to no
/// server; reads which TCP connections this computer has, to prove that a client is gone. Imports `locks`,
/// `locks.look`, `locks.names`, `settings` and `sql`.
@NullMarked
package mana.studio.locks.verdict;

import org.jspecify.annotations.NullMarked;
