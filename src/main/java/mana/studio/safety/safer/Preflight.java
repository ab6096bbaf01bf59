package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mana.studio.ddl.Pieces;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Database;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Expression;
import mana.studio.sql.Identifier;

/// What must be so of the rows before they are asked for it: questions that change nothing.
final class Preflight {
    private final Database before;
    private final Database after;
    private final List<Part> filled;
    private final List<Step.Check> checks = new ArrayList<>();

    private Preflight(Database before, Database after, List<Part> filled) {
        this.before = before;
        this.after = after;
        this.filled = filled;
    }

    /// @param before the model whose rows are asked
    /// @param after  what they are to agree with
    /// @param filled columns that are filled before
    static List<Step.Check> of(Database before, Database after, List<Part> filled) {
        Preflight preflight = new Preflight(before, after, filled);
        before.tables().forEach(old -> after.table(old.name()).ifPresent(now -> preflight.table(old, now)));
        return preflight.checks;
    }

    private void table(Table old, Table now) {
        for (Column column : now.columns()) {
            boolean asks = column.isNotNull()
                    && old.column(column.name()).map(was -> !was.isNotNull()).orElse(false)
                    && !filled.contains(Part.column(old.name(), column.name()))
                    && now.partitionOf() == null;
            if (asks) {
                add(
                        "No NULL is in " + old.name() + "." + column.name(),
                        "SELECT count(*) FROM " + Pieces.name(old.name()) + " WHERE " + Identifier.quote(column.name())
                                + " IS NULL");
            }
        }
        for (Constraint constraint : now.constraints()) {
            boolean known = old.constraints().stream().anyMatch(constraint::equals);
            boolean readable = constraint.columns().stream().allMatch(name -> old.column(name).isPresent())
                    && constraint.columns().stream()
                            .noneMatch(name -> filled.contains(Part.column(old.name(), name)));
            if (!known && readable && constraint.local()) {
                constraint(old, constraint);
            }
        }
    }

    private void constraint(Table table, Constraint constraint) {
        String rows = Pieces.name(table.name());
        switch (constraint) {
            case ForeignKey key when key.validated() && key.enforced() && !key.period() && isThere(key) ->
                add(
                        "Every row of " + table.name() + " finds the row that " + key.name() + " asks for",
                        "SELECT count(*) FROM " + rows + " AS mana_from WHERE "
                                + key.columns().stream()
                                        .map(name -> "mana_from." + Identifier.quote(name) + " IS NOT NULL")
                                        .collect(Collectors.joining(" AND "))
                                + " AND NOT EXISTS (SELECT FROM " + Pieces.name(key.referencedTable())
                                + " AS mana_to WHERE " + matches(key) + ")");
            case Check check when check.validated() && check.enforced() && standsAlone(table, check) ->
                add(
                        "Every row of " + table.name() + " agrees with " + check.name(),
                        "SELECT count(*) FROM " + rows + " WHERE NOT " + Expression.inParentheses(check.expression()));
            case Unique key when !key.withoutOverlaps() -> unique(table, key, !key.nullsNotDistinct());
            case PrimaryKey key when !key.withoutOverlaps() -> unique(table, key, false);
            case Constraint _ -> {}
        }
    }

    /// An expression over a column that is only to come cannot be asked yet.
    private boolean standsAlone(Table table, Check check) {
        Part part = Part.of(table.name(), Part.Kind.CONSTRAINT, check.name());
        return after.dependencies().stream()
                .filter(one -> one.dependent().equals(part))
                .allMatch(one -> one.on().kind() != Part.Kind.COLUMN
                        || table.column(one.on().name()).isPresent());
    }

    private boolean isThere(ForeignKey key) {
        return before.table(key.referencedTable())
                .map(table -> key.referencedColumns().stream().allMatch(name -> table.column(name).isPresent()))
                .orElse(false);
    }

    private static String matches(ForeignKey key) {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < key.columns().size(); at++) {
            pairs.add("mana_to." + Identifier.quote(key.referencedColumns().get(at)) + " = mana_from."
                    + Identifier.quote(key.columns().get(at)));
        }
        return String.join(" AND ", pairs);
    }

    private void unique(Table table, Constraint key, boolean nullsAside) {
        List<String> names = key.columns().stream().map(Identifier::quote).toList();
        String columns = String.join(", ", names);
        QualifiedName name = table.name();
        String where = nullsAside
                ? " WHERE "
                        + names.stream().map(each -> each + " IS NOT NULL").collect(Collectors.joining(" AND "))
                : "";
        add(
                "No two rows of " + name + " have the same " + String.join(", ", key.columns()),
                "SELECT count(*) FROM (SELECT FROM " + Pieces.name(name) + where + " GROUP BY " + columns
                        + " HAVING count(*) > 1) AS twice");
    }

    private void add(String purpose, String query) {
        checks.add(new Step.Check(purpose, query, "0"));
    }
}
