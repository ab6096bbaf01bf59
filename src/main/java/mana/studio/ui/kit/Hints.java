package mana.studio.ui.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import mana.studio.convention.Breach;
import mana.studio.convention.rule.Conventions;
import mana.studio.design.Design;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.ui.kit.Background.Job;

/// What breaks the house rules in the tables that are being designed, kept current with the design and the settings,
/// computed behind the interface. One for a session; to be used on the interface's thread only.
///
/// For each {@link Breach}: {@link Breach#spot} says at which field it belongs, {@link Breach#message} what is wrong,
/// {@link Breach#rule} why, and {@link Breach#fix}, where there is one, goes to {@link Designing#edit}.
public final class Hints implements AutoCloseable {
    private final Session session;
    private final HouseRules rules;
    private final Map<String, Watched> watched = new HashMap<>();
    private final Subscription subscription;

    private record Watched(Identity object, ReadOnlyObjectWrapper<List<Breach>> breaches) {}

    public Hints(Session session, HouseRules rules) {
        this.session = session;
        this.rules = rules;
        subscription = Subscription.combine(
                session.designing().design().subscribe((_, _) -> refresh()),
                rules.settings().subscribe((_, _) -> refresh()),
                session.services().subscribe((_, _) -> refresh()));
    }

    /// What breaks the rules in a table as it is designed now; empty for what is no table. Until {@link #forget} it is
    /// always current.
    public ReadOnlyObjectProperty<List<Breach>> of(Identity object) {
        Watched known = watched.get(object.key());
        if (known == null) {
            known = new Watched(object, new ReadOnlyObjectWrapper<>(List.of()));
            watched.put(object.key(), known);
            refresh();
        }
        return known.breaches().getReadOnlyProperty();
    }

    /// Nobody looks at the table any longer.
    public void forget(Identity object) {
        watched.remove(object.key());
    }

    private void refresh() {
        Design design = session.designing().design().get();
        if (design == null || watched.isEmpty()) {
            return;
        }
        Database database = design.database();
        Conventions conventions = new Conventions(session.services().get(), rules.switches());
        List<Identity> objects = watched.values().stream().map(Watched::object).toList();
        session.background()
                .start(Job.of("Looking after the house rules", _ -> found(conventions, database, objects))
                        .quietly()
                        .superseding(this)
                        .whenDone(this::show));
    }

    private static Map<String, List<Breach>> found(Conventions conventions, Database database, List<Identity> objects) {
        Map<String, List<Breach>> found = new HashMap<>();
        for (Identity object : objects) {
            found.put(
                    object.key(),
                    table(database, object)
                            .map(table -> conventions.check(database, table).open())
                            .orElse(List.of()));
        }
        return found;
    }

    private static Optional<Table> table(Database database, Identity object) {
        return database.tables().filter(table -> table.id().same(object)).findFirst();
    }

    private void show(Map<String, List<Breach>> found) {
        for (Watched each : new ArrayList<>(watched.values())) {
            each.breaches().set(found.getOrDefault(each.object().key(), List.of()));
        }
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        watched.clear();
    }
}
