package mana.studio.locks;

import java.util.Set;

/// What holds an advisory lock.
public sealed interface Holder {
    /// How; both where one session took both.
    Set<Mode> modes();

    Level level();

    /// A session.
    ///
    /// @param locks how many advisory locks it holds in all
    record Session(Backend backend, Set<Mode> modes, Level level, int locks) implements Holder {
        public Session {
            modes = Set.copyOf(modes);
        }
    }

    /// A prepared transaction: no process, and it outlives a crash.
    ///
    /// @param gid      its name; empty where it could not be found out
    /// @param owner    oid of the role that prepared it; 0 where unknown
    /// @param database oid of the database it must be ended in; 0 where unknown
    /// @param prepared when, as the server printed it; empty where unknown
    record Prepared(String gid, long owner, long database, String prepared, Set<Mode> modes) implements Holder {
        public Prepared {
            modes = Set.copyOf(modes);
        }

        @Override
        public Level level() {
            return Level.TRANSACTION;
        }
    }
}
