package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mana.studio.plan.Plan;
import mana.studio.plan.Rename;
import mana.studio.plan.RenameChange;
import mana.studio.plan.Statement;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SchemaObject;

/// The renames a plan was made with, taken from its changes. Those of indexes, constraints, triggers and policies are
/// left out: the planner finds them again where nothing but the name differs.
final class SaidRenames {
    private final List<Rename> renames = new ArrayList<>();
    /// Where an object that moves came from, by where it is by now.
    private final Map<QualifiedName, Rename> moved = new LinkedHashMap<>();

    private SaidRenames() {}

    static List<Rename> of(Plan plan) {
        SaidRenames said = new SaidRenames();
        plan.statements().stream()
                .map(Statement::change)
                .filter(RenameChange.class::isInstance)
                .map(RenameChange.class::cast)
                .distinct()
                .forEach(said::add);
        said.renames.addAll(said.moved.values());
        return List.copyOf(said.renames);
    }

    private void add(RenameChange change) {
        switch (change) {
            case RenameChange.RenameSchema rename ->
                renames.add(new Rename(Rename.Kind.SCHEMA, List.of(rename.from()), List.of(rename.to())));
            case RenameChange.MoveObject move -> {
                QualifiedName to =
                        new QualifiedName(move.toSchema(), move.from().name());
                moved.put(to, rename(move.kind(), move.from(), to));
            }
            case RenameChange.RenameObject rename -> {
                Rename before = moved.remove(rename.from());
                QualifiedName from = before == null
                        ? rename.from()
                        : new QualifiedName(before.from().get(0), before.from().get(1));
                renames.add(rename(
                        rename.kind(), from, new QualifiedName(rename.from().schema(), rename.to())));
            }
            case RenameChange.RenameColumn rename -> {
                if (!rename.kind().equals("TYPE")) {
                    renames.add(new Rename(
                            Rename.Kind.COLUMN,
                            List.of(
                                    rename.relation().schema(),
                                    rename.relation().name(),
                                    rename.from()),
                            List.of(rename.to())));
                }
            }
            case RenameChange.RenameEnumValue rename ->
                renames.add(new Rename(
                        Rename.Kind.LABEL,
                        List.of(rename.type().schema(), rename.type().name(), rename.from()),
                        List.of(rename.to())));
            case RenameChange.RenameConstraint _, RenameChange.RenameIndex _, RenameChange.RenamePart _ -> {}
        }
    }

    private static Rename rename(String kind, QualifiedName from, QualifiedName to) {
        boolean type = kind.equals("TYPE") || kind.equals("DOMAIN");
        return new Rename(
                type ? Rename.Kind.TYPE : Rename.Kind.RELATION,
                List.of(from.schema(), from.name()),
                List.of(to.schema(), to.name()));
    }

    /// Whether the rename is of a column that the table has no more.
    static boolean isOfGone(Rename rename, Database before) {
        return rename.what() == Rename.Kind.COLUMN
                && before.table(new QualifiedName(
                                rename.from().get(0), rename.from().get(1)))
                        .filter(table -> table.column(rename.from().get(2)).isEmpty())
                        .isPresent();
    }

    /// Whether the rename is of a column of a table: then both names can be there for a while.
    static boolean isOfColumn(Rename rename, Database before) {
        return rename.what() == Rename.Kind.COLUMN
                && before.table(new QualifiedName(
                                rename.from().get(0), rename.from().get(1)))
                        .map(SchemaObject::name)
                        .isPresent();
    }

    /// What a relation is called after the renames.
    static QualifiedName renamed(QualifiedName name, List<Rename> renames) {
        QualifiedName found = renames.stream()
                .filter(rename -> rename.what() == Rename.Kind.RELATION)
                .filter(rename -> rename.from().equals(List.of(name.schema(), name.name())))
                .map(rename -> new QualifiedName(rename.to().get(0), rename.to().get(1)))
                .findFirst()
                .orElse(name);
        return renames.stream()
                .filter(rename -> rename.what() == Rename.Kind.SCHEMA
                        && rename.from().getFirst().equals(found.schema()))
                .map(rename -> new QualifiedName(rename.to().getFirst(), found.name()))
                .findFirst()
                .orElse(found);
    }
}
