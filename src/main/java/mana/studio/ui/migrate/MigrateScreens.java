package mana.studio.ui.migrate;

import java.util.HashMap;
import java.util.Map;
import mana.studio.drizzle.migrate.LockIds;
import mana.studio.drizzle.migrate.RunJournal;
import mana.studio.drizzle.migrate.Waiting;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.ServiceMigrations;
import mana.studio.ui.kit.Session;

/// Makes the views that run migrations, for one open database. What runs goes on when its view is left, and is found
/// again.
public final class MigrateScreens {
    private final Session session;
    private final RunJournal journal;
    private final JsonFile<LockIds> locks;
    private final Map<ServiceMigrations, MigrateModel> models = new HashMap<>();

    private final Waiting waiting;

    public MigrateScreens(Session session, Places places) {
        this(session, places, Waiting.STANDARD);
    }

    MigrateScreens(Session session, Places places, Waiting waiting) {
        this.waiting = waiting;
        this.session = session;
        this.journal = new RunJournal(places);
        this.locks = LockIds.file(places);
    }

    /// The pending migrations of a service; what is running of them, where something is.
    public MigrateView running(ServiceMigrations migrations) {
        return new MigrateView(
                session,
                models.computeIfAbsent(migrations, one -> new MigrateModel(session, journal, locks, waiting, one)));
    }

    /// Stops what runs: the database is left.
    public void close() {
        models.values().forEach(MigrateModel::cancel);
    }
}
