package mana.studio.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.plan.Rename.Kind;
import mana.studio.schema.Column;
import mana.studio.schema.EnumType;
import mana.studio.schema.ObjectName;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;

/// Looks for what may have been renamed: something goes, and something like it comes. It only proposes.
final class RenameFinder {
    private static final double ALIKE = 0.6;

    private final Lookup from;
    private final Lookup to;
    private final RowCounts rows;
    private final List<RenameProposal> proposals = new ArrayList<>();

    private RenameFinder(Lookup from, Lookup to, RowCounts rows) {
        this.from = from;
        this.to = to;
        this.rows = rows;
    }

    static List<RenameProposal> proposals(Lookup from, Lookup to, RowCounts rows) {
        RenameFinder finder = new RenameFinder(from, to, rows);
        finder.schemas();
        finder.tables();
        finder.enums();
        finder.columns();
        return finder.proposals;
    }

    private void schemas() {
        for (Schema gone : from.database().schemas()) {
            if (to.schema(gone.name()).isPresent() || gone.tables().isEmpty()) {
                continue;
            }
            for (Schema come : to.database().schemas()) {
                long same = gone.tables().stream()
                        .filter(table -> come.tables().stream()
                                .anyMatch(other ->
                                        other.name().name().equals(table.name().name())))
                        .count();
                if (from.schema(come.name()).isEmpty()
                        && same >= ALIKE * gone.tables().size()) {
                    propose(
                            new Rename(Kind.SCHEMA, List.of(gone.name()), List.of(come.name())),
                            same + " of " + gone.tables().size() + " tables have the same names");
                }
            }
        }
    }

    private void tables() {
        List<Table> come = to.database()
                .tables()
                .filter(table -> from.object(ObjectName.of(table)).isEmpty())
                .toList();
        if (come.isEmpty()) {
            return;
        }
        from.database()
                .tables()
                .filter(table -> to.object(ObjectName.of(table)).isEmpty())
                .forEach(gone -> come.forEach(table -> table(gone, table)));
    }

    private void table(Table gone, Table come) {
        Set<String> before = shape(gone);
        Set<String> after = shape(come);
        long same = before.stream().filter(after::contains).count();
        boolean alike = same >= ALIKE * Math.max(before.size(), after.size()) && same > 0;
        boolean moved = gone.name().name().equals(come.name().name());
        boolean sameSchema = gone.name().schema().equals(come.name().schema());
        if (alike && (sameSchema || moved)) {
            propose(
                    new Rename(Kind.RELATION, path(gone.name()), path(come.name())),
                    same + " of " + before.size() + " columns are the same" + (moved ? ", same name" : "")
                            + (rows.areAlike(gone.name(), come.name()) ? ", about as many rows" : ""));
        }
    }

    private static Set<String> shape(Table table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + column.type().sql())
                .collect(Collectors.toSet());
    }

    private static List<String> path(QualifiedName name) {
        return List.of(name.schema(), name.name());
    }

    private void enums() {
        List<EnumType> come = to.database().schemas().stream()
                .flatMap(schema -> schema.enums().stream())
                .filter(type -> from.object(ObjectName.of(type)).isEmpty())
                .toList();
        from.database().schemas().stream()
                .flatMap(schema -> schema.enums().stream())
                .filter(type -> to.object(ObjectName.of(type)).isEmpty())
                .forEach(gone -> come.stream()
                        .filter(type -> type.labels().equals(gone.labels()))
                        .forEach(type -> propose(
                                new Rename(Kind.TYPE, path(gone.name()), path(type.name())), "the same values")));
        labels();
    }

    /// A value in whose place another stands.
    private void labels() {
        for (Schema schema : from.database().schemas()) {
            for (EnumType before : schema.enums()) {
                EnumType after = to.type(before.name())
                        .filter(EnumType.class::isInstance)
                        .map(EnumType.class::cast)
                        .orElse(before);
                if (before != after && before.labels().size() == after.labels().size()) {
                    label(before, after);
                }
            }
        }
    }

    private void label(EnumType before, EnumType after) {
        for (int at = 0; at < before.labels().size(); at++) {
            String gone = before.labels().get(at);
            String come = after.labels().get(at);
            if (!after.labels().contains(gone) && !before.labels().contains(come)) {
                propose(
                        new Rename(
                                Kind.LABEL,
                                List.of(before.name().schema(), before.name().name(), gone),
                                List.of(come)),
                        "in the same place");
            }
        }
    }

    private void columns() {
        for (Schema schema : from.database().schemas()) {
            Schema other = to.schema(schema.name()).orElse(schema);
            if (!schema.equals(other)) {
                schema.tables()
                        .forEach(before -> to.table(before.name())
                                .filter(after -> !after.equals(before))
                                .ifPresent(after -> columns(before, after)));
            }
        }
    }

    private void columns(Table before, Table after) {
        for (Column gone : before.columns()) {
            if (after.column(gone.name()).isPresent()) {
                continue;
            }
            for (Column come : after.columns()) {
                if (before.column(come.name()).isEmpty() && come.type().equals(gone.type())) {
                    QualifiedName table = before.name();
                    propose(
                            new Rename(
                                    Kind.COLUMN,
                                    List.of(table.schema(), table.name(), gone.name()),
                                    List.of(come.name())),
                            evidence(before, after, gone, come));
                }
            }
        }
    }

    private static String evidence(Table before, Table after, Column gone, Column come) {
        List<String> evidence = new ArrayList<>();
        evidence.add("same type");
        if (before.columns().indexOf(gone) == after.columns().indexOf(come)) {
            evidence.add("same position");
        }
        if (gone.defaultExpression() != null && gone.defaultExpression().equals(come.defaultExpression())) {
            evidence.add("same default");
        }
        if (gone.isNotNull() && come.isNotNull()) {
            evidence.add("both not null");
        }
        return String.join(", ", evidence);
    }

    private void propose(Rename rename, String evidence) {
        proposals.add(new RenameProposal(rename, evidence));
    }
}
