/// What advisory locks are called: the team's own registry, constants and calls found in the project's source, keys
/// that
/// well-known tools use, and keys computed from names of this database. Imports `locks` and `settings`.
@NullMarked
package mana.studio.locks.names;

import org.jspecify.annotations.NullMarked;
