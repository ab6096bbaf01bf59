/// Scripts and the statements in them: split as the server splits them, parsed by PostgreSQL's own grammar. No I/O.
@NullMarked
package mana.studio.statement;

import org.jspecify.annotations.NullMarked;
