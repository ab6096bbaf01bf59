package mana.studio.ui.history;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.Replay;
import mana.studio.drizzle.history.Traces;
import mana.studio.plan.Plan;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.safety.Verdict;
import mana.studio.safety.judge.Judge;
import mana.studio.safety.judge.Runner;
import mana.studio.safety.predict.Situation;
import mana.studio.safety.words.Consequence;
import mana.studio.safety.words.Consequences;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.statement.SqlStatement;
import mana.studio.statement.Statements;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// What a migration does: its statements with their consequences, and the schema at two points of the chain.
final class SchemaModel {
    private final Session session;
    private final ReadOnlyObjectWrapper<@Nullable Judged> judged = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Compared> compared = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<String> evidence = new ReadOnlyObjectWrapper<>("");

    SchemaModel(Session session) {
        this.session = session;
    }

    /// The migration that is judged, or was last.
    private @Nullable Migration judging;

    /// A statement and what comes of it.
    record Said(String sql, List<Consequence> consequences) {}

    /// @param problem why the schema before is not known; null where it is
    record Judged(
            Migration migration,
            List<Said> statements,
            @Nullable String problem) {}

    /// @param changed objects that differ
    /// @param sql     what leads from one to the other
    /// @param before  the service's schemas at the first point, as SQL; null where that is not known
    /// @param problem what is to be said of how they were found; empty for nothing
    record Compared(
            int from,
            int to,
            List<ChangedObject> changed,
            String sql,
            @Nullable String before,
            @Nullable String after,
            String problem) {
        boolean isKnown() {
            return before != null && after != null;
        }
    }

    ReadOnlyObjectProperty<@Nullable Judged> judged() {
        return judged.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Compared> compared() {
        return compared.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// Whether what the migration creates is in the database; empty while it is not known.
    ReadOnlyObjectProperty<String> evidence() {
        return evidence.getReadOnlyProperty();
    }

    /// Looks in the catalog for what a migration creates.
    void look(Migration migration) {
        evidence.set("");
        Snapshot snapshot = session.catalog().get();
        if (snapshot != null) {
            session.background()
                    .start(Job.of("Looking for what it creates", _ -> Traces.of(migration, snapshot.database()))
                            .quietly()
                            .superseding(evidence)
                            .whenDone(traces -> evidence.set(traces.sentence())));
        }
    }

    /// Says what each statement does, with the schema before it in mind.
    void judge(History history, Migration migration, Collection<MigrationFolder> others) {
        if (migration.equals(judging)) {
            return;
        }
        judging = migration;
        judged.set(null);
        failure.set(null);
        Map<QualifiedName, RelationSize> sizes = sizes();
        String title = "Judging " + migration.tag();
        session.background()
                .start(Job.of(title, progress -> {
                            Replay.States states = Replay.of(
                                    history.folder(), others, List.of(migration.position()), progress.cancellation());
                            return judge(migration, states, sizes);
                        })
                        .superseding(judged)
                        .whenDone(judged::set)
                        .whenFailed(error -> {
                            judging = null;
                            failure.set(Failure.of(title, error));
                        }));
    }

    private Map<QualifiedName, RelationSize> sizes() {
        Snapshot snapshot = session.catalog().get();
        return snapshot == null ? Map.of() : snapshot.sizes();
    }

    private static Judged judge(Migration migration, Replay.States states, Map<QualifiedName, RelationSize> sizes) {
        MigrationFile file = migration.file();
        if (file == null) {
            return new Judged(migration, List.of(), "There is no file.");
        }
        Database before = states.at().get(migration.position());
        Situation unknown = Situation.unknown(Situation.NEWEST);
        Situation situation = before == null
                ? unknown
                : new Situation(
                        before,
                        sizes,
                        before.version() / 10_000,
                        unknown.utc(),
                        unknown.searchPath(),
                        unknown.newLabels(),
                        unknown.newTypes());
        List<SqlStatement> script = Statements.split(file.text());
        List<Verdict> verdicts = new Judge(situation, Runner.ONE_TRANSACTION).script(script);
        List<Said> said = verdicts.stream()
                .filter(verdict -> verdict.statement().kind() == SqlStatement.Kind.SQL)
                .map(verdict -> said(verdict, sizes))
                .toList();
        return new Judged(
                migration,
                said,
                before == null ? Optional.ofNullable(states.problem()).orElse("") : null);
    }

    private static Said said(Verdict verdict, Map<QualifiedName, RelationSize> sizes) {
        String sql = verdict.statement().text().strip();
        Statement statement = new Statement(sql, null, null, List.of(), true);
        return new Said(sql, Consequences.of(statement, verdict, sizes));
    }

    /// Compares two points of a chain: numbers of migrations that have run; beyond the last the database as it is.
    void compare(History history, List<String> owns, int from, int to, Collection<MigrationFolder> others) {
        compared.set(null);
        failure.set(null);
        int here = history.folder().migrations().size() + 1;
        Snapshot snapshot = session.catalog().get();
        String title = "Comparing two points of " + history.service();
        session.background()
                .start(Job.of(title, progress -> {
                            List<Integer> points = Stream.of(from, to)
                                    .filter(point -> point < here)
                                    .toList();
                            Replay.States states = Replay.of(history.folder(), others, points, progress.cancellation());
                            Map<Integer, Database> at = new TreeMap<>(states.at());
                            if (snapshot != null) {
                                at.put(here, snapshot.database());
                            }
                            return compared(from, to, at, owns, states, from == here || to == here);
                        })
                        .superseding(compared)
                        .whenDone(compared::set)
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    private static Compared compared(
            int from, int to, Map<Integer, Database> at, List<String> owns, Replay.States states, boolean live) {
        Database first = at.get(from);
        Database second = at.get(to);
        String problem = problem(states);
        if (first == null || second == null) {
            return new Compared(from, to, List.of(), "", null, null, problem);
        }
        // A database holds other services' schemas too, and the migrators' books.
        Database before = live ? only(first, owns) : first;
        Database after = live ? only(second, owns) : second;
        List<ChangedObject> changed = ChangedObject.between(before, after);
        Plan plan = Planner.plan(before, after);
        String sql = new Plan(
                        plan.statements().stream()
                                .filter(statement -> !statement.sql().contains(" OWNER TO "))
                                .toList(),
                        plan.proposals(),
                        plan.untouched())
                .sql();
        List<String> shown = owns.isEmpty() ? List.of("public") : owns;
        return new Compared(
                from, to, changed, sql, ChangedObject.all(first, shown), ChangedObject.all(second, shown), problem);
    }

    private static Database only(Database database, List<String> owns) {
        return database.withSchemas(database.schemas().stream()
                        .filter(schema -> owns.contains(schema.name()))
                        .toList())
                .withExtensions(List.of())
                .withOthers(List.of());
    }

    private static String problem(Replay.States states) {
        String stops =
                states.problem() == null ? "" : "The chain does not run to the end by itself: " + states.problem();
        if (states.sources().containsValue(Replay.Source.SNAPSHOT)) {
            return stops + " The schema shown is that of the snapshot.";
        }
        return states.sources().containsValue(Replay.Source.REPLAYED_WITH_OTHERS)
                ? "It needs what other services make, so their migrations ran before it. " + stops
                : stops;
    }

    /// Forgets what was found, for another history is looked at.
    void clear() {
        judging = null;
        judged.set(null);
        compared.set(null);
        failure.set(null);
        evidence.set("");
    }
}
