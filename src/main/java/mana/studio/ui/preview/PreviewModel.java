package mana.studio.ui.preview;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.design.Design;
import mana.studio.design.Spot;
import mana.studio.plan.Plan;
import mana.studio.safety.preflight.Preflight;
import mana.studio.safety.safer.Safer;
import mana.studio.safety.safer.SaferOptions;
import mana.studio.safety.safer.SaferPlan;
import mana.studio.safety.words.Outline;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Background.Running;
import mana.studio.ui.kit.Designing;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.Forecast;
import mana.studio.ui.kit.Highlight;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// What the pending changes do, kept current.
final class PreviewModel {
    private static final javafx.util.Duration PATIENCE = javafx.util.Duration.millis(300);
    private static final Duration COUNTING = Duration.ofSeconds(30);

    /// Which form of the plan is shown.
    enum Way {
        DIRECT,
        SAFER
    }

    private final Session session;
    private final Designing designing;
    private final Highlight highlight;
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Forecast> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Outline> outline = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SaferPlan> safer = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper planning = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper older = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Way> way = new SimpleObjectProperty<>(Way.DIRECT);
    private final PauseTransition patience = new PauseTransition(PATIENCE);
    private final Set<String> open = new HashSet<>();
    private final Map<String, Row.Count> counts = new HashMap<>();
    private final List<Running> counting = new ArrayList<>();
    private final Subscription subscriptions;

    PreviewModel(Session session, Highlight highlight) {
        this.session = session;
        this.designing = session.designing();
        this.highlight = highlight;
        patience.setOnFinished(_ -> planning.set(isBehind()));
        subscriptions = Subscription.combine(
                designing.design().subscribe(_ -> designed()),
                designing.forecast().subscribe(this::follow),
                designing.forecastFailure().subscribe(_ -> designed()),
                way.subscribe(_ -> write()));
    }

    /// What is shown, in order.
    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /// The forecast that the rows are of; null before the first.
    ReadOnlyObjectProperty<@Nullable Forecast> forecast() {
        return shown.getReadOnlyProperty();
    }

    /// The whole plan in a line; null before the first.
    ReadOnlyObjectProperty<@Nullable Outline> outline() {
        return outline.getReadOnlyProperty();
    }

    /// The safer form, while it is shown; null until it is there.
    ReadOnlyObjectProperty<@Nullable SaferPlan> safer() {
        return safer.getReadOnlyProperty();
    }

    /// Why what is shown is not newer; null where nothing is wrong.
    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// Whether a newer plan has been in the making for longer than a person overlooks.
    ReadOnlyBooleanProperty planning() {
        return planning.getReadOnlyProperty();
    }

    /// Whether what is shown is of an older state than the design, and no newer one is on the way.
    ReadOnlyBooleanProperty older() {
        return older.getReadOnlyProperty();
    }

    ObjectProperty<Way> way() {
        return way;
    }

    /// Whether nothing is pending.
    boolean isEmpty() {
        Design design = designing.design().get();
        Forecast forecast = shown.get();
        return design == null || forecast == null
                ? design == null || design.isEmpty()
                : forecast.plan().isEmpty();
    }

    /// What is shown, as a script.
    String sql() {
        SaferPlan careful = safer.get();
        Forecast forecast = shown.get();
        if (way.get() == Way.SAFER && careful != null) {
            return careful.sql();
        }
        return forecast == null ? "" : forecast.plan().sql();
    }

    private void designed() {
        Failure newest = designing.forecastFailure().get();
        boolean behind = isBehind();
        older.set(behind && newest != null && shown.get() != null);
        failure.set(newest);
        if (behind && newest == null) {
            patience.playFromStart();
        } else {
            patience.stop();
            planning.set(false);
        }
    }

    private boolean isBehind() {
        Design design = designing.design().get();
        Forecast forecast = shown.get();
        return design != null && (forecast == null || forecast.design() != design);
    }

    private void follow(@Nullable Forecast forecast) {
        if (forecast == null) {
            return;
        }
        Forecast before = shown.get();
        if (before != null && before.design() != forecast.design()) {
            stopCounting();
        }
        shown.set(forecast);
        outline.set(Outline.of(forecast.plan(), forecast.verdicts()));
        designed();
        write();
    }

    private void stopCounting() {
        counts.clear();
        counting.forEach(Running::cancel);
        counting.clear();
    }

    private void write() {
        Forecast forecast = shown.get();
        if (forecast == null) {
            return;
        }
        switch (way.get()) {
            case DIRECT -> {
                safer.set(null);
                show(Rows.direct(forecast, sizes()));
            }
            case SAFER -> makeSafer(forecast);
        }
    }

    private void makeSafer(Forecast forecast) {
        String title = "Making the plan safer";
        SaferOptions options = SaferOptions.DEFAULT.withSizes(sizes()).withStart(LocalDate.now(ZoneId.systemDefault()));
        Plan plan = forecast.plan();
        session.background()
                .start(Job.of(
                                title,
                                _ -> Safer.of(
                                        plan,
                                        forecast.design().base(),
                                        forecast.design().database(),
                                        options))
                        .quietly()
                        .superseding(this)
                        .whenDone(careful -> {
                            if (way.get() == Way.SAFER) {
                                safer.set(careful);
                                show(Rows.safer(careful));
                            }
                        })
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    private Map<QualifiedName, RelationSize> sizes() {
        Snapshot snapshot = session.catalog().get();
        return snapshot == null ? Map.of() : snapshot.sizes();
    }

    private void show(List<Row> newest) {
        List<Row> remembered = new ArrayList<>(newest.size());
        for (Row row : newest) {
            remembered.add(row instanceof Row.Direct direct ? remembered(direct) : row);
        }
        rows.set(List.copyOf(remembered));
    }

    private Row remembered(Row.Direct row) {
        Row.Count count = counts.get(row.key());
        Row.Direct counted = count == null ? row : row.counted(count);
        return open.contains(row.key()) ? counted.opened(true) : counted;
    }

    /// Says everything of a statement, or only what matters.
    void toggle(Row.Direct row) {
        if (!open.remove(row.key())) {
            open.add(row.key());
        }
        replace(row.opened(open.contains(row.key())));
    }

    private void replace(Row changed) {
        rows.set(rows.get().stream()
                .map(row -> row.key().equals(changed.key()) ? changed : row)
                .toList());
    }

    /// Counts now how many rows a statement fails on, loses or changes.
    void count(Row.Direct row) {
        Forecast asked = shown.get();
        remember(row, new Row.Count.Running());
        counting.add(session.background()
                .start(Job.of(
                                "Counting rows",
                                progress -> new Preflight(session.workspace().source(), COUNTING)
                                        .ask(row.questions(), progress.cancellation()))
                        .superseding("count " + row.key())
                        .whenDone(answers -> counted(asked, row, new Row.Count.Done(answers)))
                        .whenFailed(
                                error -> counted(asked, row, new Row.Count.Failed(Failure.of("Counting rows", error))))
                        .whenCancelled(() -> counted(asked, row, new Row.Count.None()))));
    }

    /// What was counted for another design is worth nothing.
    private void counted(@Nullable Forecast asked, Row.Direct row, Row.Count count) {
        Forecast now = shown.get();
        if (asked != null && now != null && asked.design() == now.design()) {
            remember(row, count);
        }
    }

    private void remember(Row.Direct row, Row.Count count) {
        counts.put(row.key(), count);
        rows.get().stream()
                .filter(each -> each.key().equals(row.key()))
                .map(Row.Direct.class::cast)
                .findFirst()
                .ifPresent(newest -> replace(newest.counted(count)));
    }

    /// Marks in the forms where the chosen rows come from.
    void choose(List<Row> chosen) {
        List<Spot> spots = chosen.stream().flatMap(row -> row.spots().stream()).toList();
        if (spots.size() != highlight.fields().get().size()
                || !allSame(spots, highlight.fields().get())) {
            highlight.mark(spots);
        }
    }

    private static boolean allSame(List<Spot> some, List<Spot> others) {
        for (int at = 0; at < some.size(); at++) {
            if (!some.get(at).same(others.get(at))) {
                return false;
            }
        }
        return true;
    }

    /// Whether a row comes from the field that has the focus in a form.
    static boolean comesFrom(Row row, @Nullable Spot focused) {
        return focused != null
                && row.spots().stream()
                        .anyMatch(spot -> spot.same(focused)
                                || (spot.samePart(focused)
                                        && (spot.field() == Spot.Field.WHOLE || focused.field() == Spot.Field.WHOLE)));
    }

    /// Follows the design no longer.
    void close() {
        subscriptions.unsubscribe();
        stopCounting();
        patience.stop();
    }
}
