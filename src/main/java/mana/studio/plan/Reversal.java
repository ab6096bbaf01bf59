package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import mana.studio.plan.Rename.Kind;

/// Renames the other way round, with the names after all of them.
final class Reversal {
    private final List<Rename> renames;

    private Reversal(List<Rename> renames) {
        this.renames = renames;
    }

    static List<Rename> of(List<Rename> renames) {
        Reversal reversal = new Reversal(renames);
        // The last first: a name that one has left was another's before.
        return renames.reversed().stream().map(reversal::reversed).toList();
    }

    private Rename reversed(Rename rename) {
        List<String> from = rename.from();
        List<String> to = rename.to();
        return switch (rename.what()) {
            case SCHEMA -> new Rename(Kind.SCHEMA, to, from);
            case RELATION, TYPE -> new Rename(rename.what(), List.of(schema(to.get(0)), to.get(1)), from(from));
            case COLUMN, CONSTRAINT, INDEX, TRIGGER, POLICY, LABEL -> {
                List<String> path = new ArrayList<>(now(from.get(0), from.get(1)));
                path.add(to.getLast());
                yield new Rename(rename.what(), path, List.of(from.get(2)));
            }
        };
    }

    /// Where an object of the old schema goes back to, in names before the schema's own way back.
    private List<String> from(List<String> path) {
        return List.of(schema(path.get(0)), path.get(1));
    }

    private String schema(String name) {
        return renames.stream()
                .filter(rename ->
                        rename.what() == Kind.SCHEMA && rename.from().getFirst().equals(name))
                .map(rename -> rename.to().getFirst())
                .findFirst()
                .orElse(name);
    }

    /// What an object is called in the end.
    private List<String> now(String schema, String name) {
        List<String> moved = renames.stream()
                .filter(rename -> rename.what() == Kind.RELATION || rename.what() == Kind.TYPE)
                .filter(rename -> rename.from().equals(List.of(schema, name)))
                .map(Rename::to)
                .findFirst()
                .orElse(List.of(schema, name));
        return List.of(schema(moved.get(0)), moved.get(1));
    }
}
