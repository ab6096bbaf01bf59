package mana.studio.ui.locks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mana.studio.drizzle.migrate.LockIds;
import mana.studio.drizzle.project.ProjectSettings;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.DatabaseKeys;
import mana.studio.locks.names.HashedTexts;
import mana.studio.locks.names.Letters;
import mana.studio.locks.names.LockName;
import mana.studio.locks.names.LockNames;
import mana.studio.locks.names.Mention;
import mana.studio.locks.names.Registry;
import mana.studio.locks.names.SourceScan;
import mana.studio.locks.names.ToolKeys;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Session;

/// What the locks of the open database are called. What needs no reading is known at once; the project's source and
/// what the server must compute come behind it.
final class Naming {
    private final Session session;
    private final JsonFile<Registry> registry;
    private final JsonFile<LockIds> runner;
    private final JsonFile<ProjectSettings> projects;
    private final Optional<Path> suggested;
    private volatile LockNames names = Registry.MANA.or(new ToolKeys()).or(new Letters());

    Naming(Session session, Places places, Optional<Path> suggested) {
        this.session = session;
        this.registry = Registry.file(places);
        this.runner = LockIds.file(places);
        this.projects = ProjectSettings.file(places);
        this.suggested = suggested;
    }

    LockNames names() {
        return names;
    }

    /// Keeps a name that a person gave, and reads all again.
    void keep(Registry.Entry entry, Runnable then) {
        session.background()
                .start(Job.of("Saving what a lock is called", _ -> {
                            registry.save(registry.load().with(entry));
                            return entry;
                        })
                        .whenDone(_ -> load(then)));
    }

    /// Reads what is to be read.
    void load(Runnable then) {
        session.background()
                .start(Job.of("Reading what locks are called", _ -> read())
                        .quietly()
                        .superseding(this)
                        .whenDone(read -> {
                            names = read;
                            then.run();
                        }));
    }

    private LockNames read() throws Exception {
        String profile = session.workspace().profile().id();
        Optional<Path> folder =
                projects.load().folder(profile).or(() -> suggested).filter(Files::isDirectory);
        LockNames teams = folder.<LockNames>map(Registry::ofProject)
                .orElse(LockNames.NONE)
                .or(registry.load())
                .or(runner.load().ids().entrySet().stream()
                        .map(entry -> new Registry.Entry(
                                String.valueOf(entry.getValue()),
                                entry.getKey() + " migrations",
                                entry.getKey(),
                                LockName.Category.MIGRATION))
                        .collect(Collectors.collectingAndThen(Collectors.toList(), Registry::new)));
        SourceScan scan = folder.isPresent() ? SourceScan.of(folder.get()) : new SourceScan(List.of(), false);
        LockNames local = teams.or(scan).or(new ToolKeys());
        names = local.or(new Letters());
        return local.or(computed(scan.mentions())).or(new Letters());
    }

    private LockNames computed(List<Mention> mentions) throws Exception {
        return session.workspace().incident().look(connection -> {
            Capabilities capabilities = Capabilities.of(connection);
            return new DatabaseKeys(capabilities.databaseId(), capabilities.database())
                    .or(HashedTexts.of(connection, mentions));
        });
    }
}
