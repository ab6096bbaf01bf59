package mana.studio.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A line of the explorer and the lines below it, which are made when they are first asked for. To be used by one
/// thread.
final class ExplorerNode {
    private final String key;
    private final Entry entry;
    private final boolean leaf;
    private final boolean openAtFirst;
    private final Mark mark;
    private final Supplier<List<ExplorerNode>> below;
    private @Nullable List<ExplorerNode> children;

    private ExplorerNode(
            String key,
            Entry entry,
            boolean leaf,
            boolean openAtFirst,
            Mark mark,
            Supplier<List<ExplorerNode>> below) {
        this.key = key;
        this.mark = mark;
        this.entry = entry;
        this.leaf = leaf;
        this.openAtFirst = openAtFirst;
        this.below = below;
    }

    /// @param key names the line in every catalog of one database, as long as what it stands for keeps its name
    static ExplorerNode leaf(String key, Entry entry) {
        return new ExplorerNode(key, entry, true, false, Mark.NONE, List::of);
    }

    /// A line that a person opens to see what is below.
    static ExplorerNode closed(String key, Entry entry, Supplier<List<ExplorerNode>> children) {
        return new ExplorerNode(key, entry, false, false, Mark.NONE, children);
    }

    /// A line that shows what is below unless a person closes it.
    static ExplorerNode open(String key, Entry entry, Supplier<List<ExplorerNode>> children) {
        return new ExplorerNode(key, entry, false, true, Mark.NONE, children);
    }

    /// The same line with what becomes of the thing.
    ExplorerNode marked(Mark other) {
        return other == mark ? this : new ExplorerNode(key, entry, leaf, openAtFirst, other, below);
    }

    Mark mark() {
        return mark;
    }

    String key() {
        return key;
    }

    Entry entry() {
        return entry;
    }

    boolean isLeaf() {
        return leaf;
    }

    boolean isOpenAtFirst() {
        return openAtFirst;
    }

    List<ExplorerNode> children() {
        if (children == null) {
            children = List.copyOf(below.get());
        }
        return children;
    }

    /// The lines from one of these down to the one with that key, both included; empty where it is not below them.
    static List<ExplorerNode> pathTo(String wanted, List<ExplorerNode> lines) {
        for (ExplorerNode line : lines) {
            if (line.key.equals(wanted)) {
                return List.of(line);
            }
            List<ExplorerNode> rest = line.mayHold(wanted) ? pathTo(wanted, line.children()) : List.of();
            if (!rest.isEmpty()) {
                List<ExplorerNode> path = new ArrayList<>(List.of(line));
                path.addAll(rest);
                return path;
            }
        }
        return List.of();
    }

    /// False only where it surely is not below: so that a look for one line does not make all the others.
    private boolean mayHold(String wanted) {
        return switch (entry) {
            case Entry.OfSchema(var schema, _) ->
                wanted.startsWith(key + "/") || wanted.contains(":" + schema.name() + ".");
            case Entry.OfGroup _ -> true;
            case Entry.OfObject(Table table, _) when table.isPartitioned() -> true;
            case Entry.OfObject _ -> wanted.startsWith(key + "/");
            case Entry.OfColumn _, Entry.OfConstraint _, Entry.OfIndex _, Entry.OfExtension _, Entry.OfOther _ -> false;
        };
    }
}
