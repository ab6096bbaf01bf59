/// What a statement will do, told from its tree, the catalog and PostgreSQL's rules, without running it. Where a rule comes
/// from the server's source, its file is named.
@NullMarked
package mana.studio.safety.predict;

import org.jspecify.annotations.NullMarked;
