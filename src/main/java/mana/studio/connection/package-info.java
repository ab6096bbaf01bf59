/// Where databases are and how they are reached: URL, `.env`, `~/.pgpass`, profiles, pool, retry, session guards, the embedded
/// server. Imports `settings` and `sql`.
@NullMarked
package mana.studio.connection;

import org.jspecify.annotations.NullMarked;
