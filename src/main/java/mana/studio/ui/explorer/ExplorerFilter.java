package mana.studio.ui.explorer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mana.studio.schema.Table;
import mana.studio.ui.explorer.Entry.Group;

/// Narrows the explorer's lines to the objects whose name holds every word a person typed, whatever their case. A name
/// is looked at as `schema.name`; a schema keeps only what matches.
final class ExplorerFilter {
    private final List<String> words;

    ExplorerFilter(String text) {
        String stripped = text.strip().toLowerCase(Locale.ROOT);
        words = stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    List<ExplorerNode> narrow(List<ExplorerNode> lines) {
        return isEmpty()
                ? lines
                : lines.stream().flatMap(line -> narrow(line).stream()).toList();
    }

    private Optional<ExplorerNode> narrow(ExplorerNode line) {
        return switch (line.entry()) {
            case Entry.OfSchema(var schema, _) ->
                line.isLeaf() ? keep(line, schema.name()) : withMatching(line, line.entry());
            case Entry.OfGroup(Group group, _, int total) -> {
                List<ExplorerNode> matching = narrow(line.children());
                yield matching.isEmpty()
                        ? Optional.empty()
                        : Optional.of(ExplorerNode.open(
                                line.key(), new Entry.OfGroup(group, matching.size(), total), () -> matching));
            }
            case Entry.OfObject(var object, _) -> {
                Optional<ExplorerNode> whole = keep(line, object.name().toString());
                yield whole.isEmpty() && object instanceof Table table && table.isPartitioned()
                        ? withMatching(line, line.entry())
                        : whole;
            }
            case Entry.OfExtension(var extension) -> keep(line, extension.name());
            case Entry.OfOther(var other) ->
                keep(line, other.schema() == null ? other.name() : other.schema() + "." + other.name());
            case Entry.OfColumn _, Entry.OfConstraint _, Entry.OfIndex _ -> Optional.empty();
        };
    }

    private Optional<ExplorerNode> withMatching(ExplorerNode line, Entry entry) {
        List<ExplorerNode> matching = new ArrayList<>();
        for (ExplorerNode child : line.children()) {
            if (child.entry() instanceof Entry.OfGroup(Group group, _, _)
                    && group != Group.KEYS
                    && group != Group.INDEXES) {
                narrow(child).ifPresent(matching::add);
            }
        }
        return matching.isEmpty()
                ? Optional.empty()
                : Optional.of(ExplorerNode.open(line.key(), entry, () -> matching).marked(line.mark()));
    }

    private Optional<ExplorerNode> keep(ExplorerNode line, String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return words.stream().allMatch(lower::contains) ? Optional.of(line) : Optional.empty();
    }
}
