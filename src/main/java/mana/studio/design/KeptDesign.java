package mana.studio.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.plan.Rename;
import mana.studio.schema.Database;
import mana.studio.schema.Dependency;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import org.jspecify.annotations.Nullable;

/// A design in few words, to be written down: its base is kept beside it, and each state says only what it has
/// otherwise.
///
/// @param states what is between; a database may stand in several places
/// @param past   the steps that can be undone, the next first; older ones than {@link #MOST} are forgotten
public record KeptDesign(List<State> states, Place current, List<Step> past, List<Step> future) {
    /// How many steps are kept of each direction.
    public static final int MOST = 500;

    public KeptDesign {
        states = List.copyOf(states);
        past = List.copyOf(past);
        future = List.copyOf(future);
    }

    /// A sketch: which of the states its database is, -1 for the base itself.
    public record Place(int state, List<Rename> labels) {
        public Place {
            labels = List.copyOf(labels);
        }
    }

    /// @param base which of the states it was designed upon; -1 for the base of the whole
    public record Step(String label, @Nullable String field, int base, Place place) {}

    /// What a database has otherwise than the base.
    ///
    /// @param head    without schemas and dependencies; null where it is the base's
    /// @param schemas all of them, in order
    public record State(
            @Nullable Database head, List<SchemaState> schemas, List<Dependency> added, List<Dependency> removed) {
        public State {
            schemas = List.copyOf(schemas);
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /// @param id      of the schema
    /// @param changed the schema with only those objects that are new or otherwise; null where it is the base's
    /// @param removed the identities of the objects that are not in it any more
    public record SchemaState(String id, @Nullable Schema changed, List<String> removed) {
        public SchemaState {
            removed = List.copyOf(removed);
        }
    }

    public static KeptDesign of(Design design) {
        Writing writing = new Writing(design.base());
        Place current = writing.place(design.current());
        List<Step> past = design.past().stream().limit(MOST).map(writing::step).toList();
        List<Step> future =
                design.future().stream().limit(MOST).map(writing::step).toList();
        return new KeptDesign(writing.states, current, past, future);
    }

    /// The design again.
    ///
    /// @param base the one it was kept with
    public Design on(Database base) {
        Reading reading = new Reading(base);
        List<Database> databases = states.stream().map(reading::database).toList();
        return Design.of(
                base,
                sketch(current, base, databases),
                past.stream().map(step -> step(step, base, databases)).toList(),
                future.stream().map(step -> step(step, base, databases)).toList());
    }

    private static Sketch sketch(Place place, Database base, List<Database> databases) {
        return new Sketch(at(place.state(), base, databases), place.labels());
    }

    private static Database at(int state, Database base, List<Database> databases) {
        return state < 0 ? base : databases.get(state);
    }

    private static Design.Kept step(Step step, Database base, List<Database> databases) {
        return new Design.Kept(
                step.label(), step.field(), at(step.base(), base, databases), sketch(step.place(), base, databases));
    }

    private static final class Writing {
        private final Database base;
        private final Map<String, Schema> schemas = new HashMap<>();
        private final Map<String, SchemaObject> objects = new HashMap<>();
        private final Map<Database, Integer> known = new IdentityHashMap<>();
        private final List<State> states = new ArrayList<>();

        Writing(Database base) {
            this.base = base;
            known.put(base, -1);
            base.schemas().forEach(schema -> {
                schemas.put(schema.id().key(), schema);
                schema.objects().forEach(object -> objects.put(object.id().key(), object));
            });
        }

        Step step(Design.Kept step) {
            return new Step(step.label(), step.field(), state(step.base()), place(step.state()));
        }

        Place place(Sketch sketch) {
            return new Place(state(sketch.database()), sketch.labels());
        }

        private int state(Database database) {
            Integer number = known.get(database);
            if (number == null) {
                number = states.size();
                states.add(difference(database));
                known.put(database, number);
            }
            return number;
        }

        private State difference(Database database) {
            Database head = headOf(database);
            Set<Dependency> before = new HashSet<>(base.dependencies());
            Set<Dependency> after = new HashSet<>(database.dependencies());
            return new State(
                    head.equals(headOf(base)) ? null : head,
                    database.schemas().stream().map(this::difference).toList(),
                    database.dependencies().stream()
                            .filter(one -> !before.contains(one))
                            .toList(),
                    base.dependencies().stream()
                            .filter(one -> !after.contains(one))
                            .toList());
        }

        private SchemaState difference(Schema schema) {
            String id = schema.id().key();
            Schema old = schemas.get(id);
            if (schema == old) {
                return new SchemaState(id, null, List.of());
            }
            List<SchemaObject> changed = schema.objects()
                    .filter(object -> objects.get(object.id().key()) != object)
                    .toList();
            Set<String> here = new HashSet<>();
            schema.objects().forEach(object -> here.add(object.id().key()));
            List<String> removed = old == null
                    ? List.of()
                    : old.objects()
                            .map(object -> object.id().key())
                            .filter(key -> !here.contains(key))
                            .toList();
            // What came from another schema unchanged but for nothing is rare; it is written out.
            Set<String> own = new HashSet<>();
            if (old != null) {
                old.objects().forEach(object -> own.add(object.id().key()));
            }
            List<SchemaObject> written = new ArrayList<>(changed);
            schema.objects()
                    .filter(object -> objects.get(object.id().key()) == object
                            && !own.contains(object.id().key()))
                    .forEach(written::add);
            return new SchemaState(id, Contents.of(schema, written), removed);
        }
    }

    private static Database headOf(Database database) {
        return database.withSchemas(List.of()).withDependencies(List.of());
    }

    private record Reading(Database base) {
        Database database(State state) {
            Database head = state.head() == null ? headOf(base) : state.head();
            Set<Dependency> dependencies = new TreeSet<>(base.dependencies());
            state.removed().forEach(dependencies::remove);
            dependencies.addAll(state.added());
            return head.withSchemas(state.schemas().stream().map(this::schema).toList())
                    .withDependencies(List.copyOf(dependencies));
        }

        private Schema schema(SchemaState state) {
            Schema old = base.schemas().stream()
                    .filter(schema -> schema.id().key().equals(state.id()))
                    .findFirst()
                    .orElse(null);
            Schema changed = state.changed();
            if (changed == null) {
                if (old == null) {
                    throw new IllegalArgumentException("no schema " + state.id());
                }
                return old;
            }
            List<SchemaObject> objects = new ArrayList<>(changed.objects().toList());
            Set<String> written = new HashSet<>(state.removed());
            objects.forEach(object -> written.add(object.id().key()));
            if (old != null) {
                old.objects()
                        .filter(object -> !written.contains(object.id().key()))
                        .forEach(objects::add);
            }
            return Contents.of(changed, objects);
        }
    }
}
