package mana.studio.ui.locks;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import mana.studio.locks.Board;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.names.Registry;
import mana.studio.locks.release.Audit;
import mana.studio.locks.release.Outcome;
import mana.studio.locks.release.Release;
import mana.studio.locks.release.Report;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Judge;
import mana.studio.locks.verdict.Samples;
import mana.studio.locks.verdict.Thresholds;
import mana.studio.locks.watch.Sight;
import mana.studio.locks.watch.Sight.Pace;
import mana.studio.locks.watch.Watching;
import mana.studio.settings.JsonFile;
import mana.studio.settings.Places;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Navigator.Screen;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The lock board of an open database. It watches from the moment the database is connected, so that it is there on the
/// day on which nothing else gets in: rarely while only its badge is seen, often while its view is.
public final class LockBoard implements AutoCloseable {
    private final Session session;
    private final Naming naming;
    private final Audit audit;
    private final Release release;
    private final JsonFile<Thresholds> thresholdsFile;
    private final JsonFile<LockSettings> settingsFile;
    private final Watching watching;
    private final LockBoardModel model;
    private final Alarm alarm;
    private final ObservableList<Report> done = FXCollections.observableArrayList();
    private final Samples samples = new Samples();
    private volatile Thresholds thresholds;

    /// @param project the project's folder that belongs to the database while a person has chosen none
    public LockBoard(Session session, Places places, Optional<Path> project) {
        this.session = session;
        this.naming = new Naming(session, places, project);
        this.audit = Audit.of(places);
        this.release = new Release(session.workspace().incident(), audit, MigrationCounts::count);
        this.thresholdsFile = Thresholds.file(places);
        this.settingsFile = LockSettings.file(places);
        this.thresholds = thresholdsFile.load();
        this.watching = new Watching(session.workspace().incident(), this::judge);
        this.model = new LockBoardModel(session, watching);
        this.alarm = new Alarm(session, settingsFile.load());
        watching.onSight(sight -> Platform.runLater(() -> see(sight)));
        naming.load(watching::lookNow);
        watching.start(Pace.BADGE);
    }

    /// On the watch's thread.
    private List<Assessment> judge(Capabilities capabilities, Board board) {
        samples.add(board, capabilities);
        return new Judge(thresholds, naming.names()).judge(board, capabilities, samples);
    }

    private void see(Sight sight) {
        release.know(sight.capabilities());
        model.see(sight);
        alarm.see(sight, model.isShown());
    }

    /// The screen.
    public LocksView view() {
        return new LocksView(this);
    }

    /// What the status bar shows of it: nothing while nothing is stuck.
    public Node badge() {
        return new LockBadge(alarm, () -> session.navigator().open(Screen.LOCKS));
    }

    Session session() {
        return session;
    }

    LockBoardModel model() {
        return model;
    }

    Release release() {
        return release;
    }

    ReadOnlyObjectProperty<LockSettings> settings() {
        return alarm.settings();
    }

    Thresholds thresholds() {
        return thresholds;
    }

    /// Where what is done is kept.
    String auditFile() {
        return audit.file().toString();
    }

    /// What was done here to others' sessions since the database was opened, the newest first.
    ObservableList<Report> done() {
        return done;
    }

    /// Calls a lock so from now on, and keeps it.
    void name(Registry.Entry entry) {
        naming.keep(entry, watching::lookNow);
    }

    /// Judges by other ages from now on, and keeps them.
    void judgeBy(Thresholds other) {
        thresholds = other;
        keep("Saving thresholds", () -> thresholdsFile.save(other));
        watching.lookNow();
    }

    void use(LockSettings other) {
        alarm.use(other);
        keep("Saving settings", () -> settingsFile.save(other));
    }

    private void keep(String title, Runnable saving) {
        session.background()
                .start(Job.of(title, _ -> {
                            saving.run();
                            return title;
                        })
                        .quietly());
    }

    /// Makes what leads from a plan to the proof.
    ReleaseModel releasing(Plan plan, @Nullable Board seen) {
        return new ReleaseModel(session, release, plan, seen, new ReleaseModel.ReleaseListener() {
            @Override
            public void began() {
                watching.pace(Pace.CLOSE);
            }

            @Override
            public void ended(List<Report> reports) {
                done.addAll(0, reports.reversed());
                watching.pace(Pace.CLOSE);
                if (reports.stream().anyMatch(report -> report.outcome() instanceof Outcome.NotPermitted)) {
                    watching.askRightsAgain();
                } else {
                    watching.lookNow();
                }
            }
        });
    }

    @Override
    public void close() {
        watching.close();
        alarm.close();
    }
}
