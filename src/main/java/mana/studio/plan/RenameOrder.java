package mana.studio.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mana.studio.plan.Rename.Kind;

/// Renames in an order in which each finds its new name free: who leaves a name goes before who takes it, and where
/// names
/// go round in a circle one of them stands aside meanwhile.
final class RenameOrder {
    private static final String ASIDE = "_meanwhile";

    private final List<Rename> open;
    private final List<Rename> ordered = new ArrayList<>();

    private RenameOrder(List<Rename> open) {
        this.open = open;
    }

    static List<Rename> of(List<Rename> renames) {
        Map<List<Object>, List<Rename>> spaces = new LinkedHashMap<>();
        renames.forEach(rename ->
                spaces.computeIfAbsent(space(rename), _ -> new ArrayList<>()).add(rename));
        List<Rename> ordered = new ArrayList<>();
        for (List<Rename> space : spaces.values()) {
            if (space.size() == 1) {
                ordered.addAll(space);
            } else {
                RenameOrder order = new RenameOrder(space);
                order.run();
                ordered.addAll(order.ordered);
            }
        }
        return ordered;
    }

    /// Among which things a name must be the only one: relations of all schemas, the columns of a table …
    private static List<Object> space(Rename rename) {
        return switch (rename.what()) {
            case SCHEMA, RELATION, TYPE -> List.of(rename.what());
            case COLUMN, CONSTRAINT, INDEX, TRIGGER, POLICY, LABEL ->
                List.of(rename.what(), rename.from().subList(0, 2));
        };
    }

    private void run() {
        while (!open.isEmpty()) {
            Rename next = open.stream().filter(this::isFree).findFirst().orElse(null);
            if (next != null) {
                open.remove(next);
                ordered.add(next);
            } else {
                standAside(open.removeFirst());
            }
        }
    }

    /// Whether nobody who is going to be renamed has the name still.
    private boolean isFree(Rename rename) {
        return open.stream().noneMatch(other -> other != rename && other.from().equals(target(rename)));
    }

    private static List<String> target(Rename rename) {
        return rename.from().size() == 3
                ? List.of(
                        rename.from().get(0), rename.from().get(1), rename.to().getLast())
                : rename.to();
    }

    private void standAside(Rename rename) {
        List<String> place = new ArrayList<>(rename.from());
        String aside = place.removeLast() + ASIDE;
        place.add(aside);
        boolean named = rename.what() == Kind.RELATION || rename.what() == Kind.TYPE;
        ordered.add(new Rename(rename.what(), rename.from(), named ? place : List.of(aside)));
        open.add(new Rename(rename.what(), place, rename.to()));
    }
}
