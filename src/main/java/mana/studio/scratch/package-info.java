/// A real PostgreSQL for proving things: SQL is loaded into databases of its own and read back as the server
/// understands it. Nothing else is ever written to.
@NullMarked
package mana.studio.scratch;

import org.jspecify.annotations.NullMarked;
