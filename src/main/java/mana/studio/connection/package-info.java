/// Where databases are and how they are reached: URL, `.env`, `~/.pgpass`, profiles, pool, retry, session guards, the embedded
/// server. Imports `settings`.
///
/// A text becomes a {@link mana.studio.connection.Target} ({@link mana.studio.connection.ConnectionString}); a target
/// with a name and habits is a {@link mana.studio.connection.Profile}; an opened profile is a
/// {@link mana.studio.connection.Workspace}, which alone starts threads here: one to connect, so that a cancel need not
/// wait for the network, and one that looks whether the server is still there. Beside its pool it has an
/// {@link mana.studio.connection.Incident}: two plain sessions that were there before the bad day.
@NullMarked
package mana.studio.connection;

import org.jspecify.annotations.NullMarked;
