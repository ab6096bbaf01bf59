package mana.studio.drizzle.migrate;

/// Hears how a run goes, on some thread that is not the interface's; never twice at the same time.
@FunctionalInterface
public interface MigrateListener {
    void heard(MigrateEvent event);
}
