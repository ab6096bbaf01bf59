package mana.studio.ui.conventions;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.Findings;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.convention.Switches;
import mana.studio.convention.rule.Conventions;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Sketch;
import mana.studio.schema.Database;
import mana.studio.ui.conventions.Entries.Grouping;
import mana.studio.ui.conventions.Entries.Wanted;
import mana.studio.ui.conventions.Entry.Group;
import mana.studio.ui.conventions.Entry.Off;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.HouseRules;
import mana.studio.ui.kit.Session;
import org.jspecify.annotations.Nullable;

/// The findings in the design, as they are wanted, and what can be done about them.
final class ConventionsModel {
    private final Session session;
    private final HouseRules rules;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Set<Severity>> severities = new SimpleObjectProperty<>(EnumSet.allOf(Severity.class));
    private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.RULE);
    private final BooleanProperty silenced = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Checked> checked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<Group>> groups = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable String> pending = new ReadOnlyObjectWrapper<>();
    private final Subscription subscription;

    /// What was looked at, and what was found.
    ///
    /// @param design the design it was found in
    /// @param rules  how many rules are looked after
    record Checked(Design design, int schemas, int tables, int rules, Findings findings) {}

    ConventionsModel(Session session, HouseRules rules) {
        this.session = session;
        this.rules = rules;
        subscription = Subscription.combine(
                session.designing().design().subscribe(_ -> check()),
                rules.settings().subscribe((_, _) -> check()),
                session.services().subscribe((_, _) -> check()),
                filter.subscribe((_, _) -> arrange()),
                severities.subscribe((_, _) -> arrange()),
                grouping.subscribe((_, _) -> arrange()),
                silenced.subscribe((_, _) -> arrange()));
    }

    StringProperty filter() {
        return filter;
    }

    /// Those that are shown.
    ReadOnlyObjectProperty<Set<Severity>> severities() {
        return severities;
    }

    void show(Severity severity, boolean shown) {
        Set<Severity> changed = EnumSet.noneOf(Severity.class);
        changed.addAll(severities.get());
        if (shown) {
            changed.add(severity);
        } else {
            changed.remove(severity);
        }
        severities.set(changed);
    }

    ObjectProperty<Grouping> grouping() {
        return grouping;
    }

    /// Whether what was granted is shown too.
    BooleanProperty silenced() {
        return silenced;
    }

    /// Null until the first is there.
    ReadOnlyObjectProperty<@Nullable Checked> checked() {
        return checked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// The lines, as they are wanted.
    ReadOnlyObjectProperty<List<Group>> groups() {
        return groups.getReadOnlyProperty();
    }

    /// What was mended last and not undone since, as a command; null for nothing.
    ReadOnlyObjectProperty<@Nullable String> pending() {
        return pending.getReadOnlyProperty();
    }

    private void check() {
        Design design = session.designing().design().get();
        if (design == null) {
            return;
        }
        String last = pending.get();
        if (last != null && design.undoable().filter(last::equals).isEmpty()) {
            pending.set(null);
        }
        Switches switches = rules.switches();
        Conventions conventions = new Conventions(session.services().get(), switches);
        String title = "Looking for breaches of the house rules";
        session.background()
                .start(Job.of(title, _ -> checked(conventions, switches, design))
                        .quietly()
                        .superseding(this)
                        .whenDone(found -> {
                            failure.set(null);
                            checked.set(found);
                            arrange();
                        })
                        .whenFailed(error -> failure.set(Failure.of(title, error))));
    }

    private static Checked checked(Conventions conventions, Switches switches, Design design) {
        Database database = design.database();
        Findings findings = conventions.check(database);
        return new Checked(
                design,
                (int) database.schemas().stream().filter(House::isOurs).count(),
                (int) database.tables().filter(House::isOurs).count(),
                (int) Conventions.ALL.stream()
                        .filter(rule -> switches.isOn(rule.id()))
                        .count(),
                findings);
    }

    private void arrange() {
        Checked found = checked.get();
        if (found != null) {
            groups.set(Entries.of(
                    found.findings(),
                    rules.switches(),
                    grouping.get(),
                    new Wanted(filter.get(), severities.get(), silenced.get())));
        }
    }

    /// Leads to the field.
    void show(Breach breach) {
        session.navigator().show(breach.spot());
    }

    /// Mends breaches, in one step of undo. Many renames take a while: they are made behind the interface.
    ///
    /// @param label names the step
    void fix(String label, List<Breach> breaches) {
        Design design = session.designing().design().get();
        List<Edit> fixes =
                breaches.stream().map(Breach::fix).filter(fix -> fix != null).toList();
        if (design == null || fixes.isEmpty()) {
            return;
        }
        Sketch before = design.current();
        session.background().start(Job.of(label, _ -> mended(before, fixes)).whenDone(mended -> {
            Design now = session.designing().design().get();
            if (now != null && now.current() == before) {
                land(new Edit(label, null, _ -> mended));
            } else {
                // What was designed meanwhile stays.
                fix(label, breaches);
            }
        }));
    }

    private static Sketch mended(Sketch sketch, List<Edit> fixes) {
        Sketch mended = sketch;
        for (Edit fix : fixes) {
            mended = fix.change().apply(mended);
        }
        return mended;
    }

    private void land(Edit edit) {
        session.designing().edit(edit);
        pending.set(edit.label());
    }

    /// Takes back what was mended last.
    void undo() {
        pending.set(null);
        session.designing().undo();
    }

    void silence(Breach breach, String reason) {
        rules.change(own -> own.silencing(breach, reason));
    }

    /// Speaks of a breach again, whoever silenced it.
    void speak(Breach breach) {
        rules.set(rules.settings().get().speaking(rules.connection(), breach));
    }

    void switchOff(Convention rule) {
        rules.change(own -> own.withRule(rule.id(), false));
    }

    void switchOff(Convention rule, String schema) {
        rules.change(own -> own.withRule(rule.id(), schema, false));
    }

    void switchOn(Off off) {
        String schema = off.schema();
        rules.change(own -> schema == null
                ? own.withRule(off.rule().id(), true)
                : own.withRule(off.rule().id(), schema, true));
    }

    /// Whether `public` may hold tables, as this connection says it; null where it lets the database tell.
    @Nullable
    Boolean tablesInPublic() {
        Switches own = rules.settings().get().connections().getOrDefault(rules.connection(), Switches.NONE);
        return own.tablesInPublic();
    }

    void allowTablesInPublic(@Nullable Boolean allowed) {
        rules.change(own -> own.withTablesInPublic(allowed));
    }

    /// Called at once, and whenever the settings are others.
    void onSettings(Runnable follower) {
        rules.settings().subscribe(_ -> follower.run());
    }

    /// Leads to where a schema gets its owner.
    void register(String schema) {
        session.navigator().registerService(schema);
    }

    /// Why the settings could not be kept; null where they could.
    ReadOnlyObjectProperty<@Nullable Failure> keepingFailure() {
        return rules.failure();
    }

    /// Follows the design no longer.
    void close() {
        subscription.unsubscribe();
    }
}
