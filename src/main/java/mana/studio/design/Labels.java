package mana.studio.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import org.jspecify.annotations.Nullable;

/// Other names for the values of enums.
final class Labels {
    private Labels() {}

    static Sketch rename(Sketch sketch, Database base, Identity id, int at, String name) {
        EnumType type = Edits.object(sketch.database(), id, EnumType.class).orElse(null);
        if (type == null
                || at < 0
                || at >= type.labels().size()
                || type.labels().get(at).equals(name)) {
            return sketch;
        }
        EnumType before = Edits.object(base, id, EnumType.class).orElse(null);
        String old = type.labels().get(at);
        boolean wasGood = stands(type, at, old);
        String origin =
                before == null ? null : wasGood ? origin(sketch, before, old) : orphan(sketch, before, type, at);
        if (!stands(type, at, name)) {
            return sketch.with(database -> alone(database, type, at, name));
        }
        List<Rename> labels = new ArrayList<>(sketch.labels());
        if (before != null && origin != null) {
            labels.removeIf(rename -> rename.from().equals(path(before, origin)));
            if (!origin.equals(name)) {
                labels.add(new Rename(Kind.LABEL, path(before, origin), List.of(name)));
            }
        }
        // Defaults and checks that say the value go along; after an unlucky name they say the one it had before.
        String said = wasGood || origin == null ? old : now(sketch, before, origin);
        Database database = said.isEmpty()
                ? alone(sketch.database(), type, at, name)
                : Planner.renamed(
                        alone(sketch.database(), type, at, said),
                        List.of(new Rename(Kind.LABEL, path(type, said), List.of(name))));
        return new Sketch(database, labels);
    }

    /// What a value of the base is called by now.
    static String now(Sketch sketch, @Nullable EnumType before, String origin) {
        return before == null
                ? origin
                : sketch.labels().stream()
                        .filter(rename -> rename.from().equals(path(before, origin)))
                        .map(rename -> rename.to().getLast())
                        .findFirst()
                        .orElse(origin);
    }

    private static Database alone(Database database, EnumType type, int at, String name) {
        List<String> labels = new ArrayList<>(type.labels());
        labels.set(at, name);
        return Edits.replace(database, type.withLabels(labels));
    }

    private static boolean stands(EnumType type, int at, String label) {
        for (int other = 0; other < type.labels().size(); other++) {
            if (other != at && type.labels().get(other).equals(label)) {
                return false;
            }
        }
        return !label.isEmpty();
    }

    /// The value of the base that is called so now; null for a new one.
    private static @Nullable String origin(Sketch sketch, EnumType before, String label) {
        Optional<String> renamed = sketch.labels().stream()
                .filter(rename ->
                        rename.from().subList(0, 2).equals(path(before, "").subList(0, 2)))
                .filter(rename -> rename.to().getLast().equals(label))
                .map(rename -> rename.from().get(2))
                .findFirst();
        boolean own = before.labels().contains(label)
                && sketch.labels().stream().noneMatch(rename -> rename.from().equals(path(before, label)));
        return renamed.orElse(own ? label : null);
    }

    /// The one value of the base that is missing: the one whose name is not what it should be.
    private static @Nullable String orphan(Sketch sketch, EnumType before, EnumType type, int at) {
        List<String> missing = before.labels().stream()
                .filter(label -> {
                    List<String> others = new ArrayList<>(type.labels());
                    others.remove(at);
                    return !others.contains(now(sketch, before, label));
                })
                .toList();
        return missing.size() == 1 ? missing.getFirst() : null;
    }

    private static List<String> path(EnumType type, String label) {
        return List.of(type.name().schema(), type.name().name(), label);
    }
}
