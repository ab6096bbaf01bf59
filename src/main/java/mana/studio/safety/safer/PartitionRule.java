package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.ddl.Pieces;
import mana.studio.plan.PartitionChange.AttachPartition;
import mana.studio.plan.PartitionChange.DetachPartition;
import mana.studio.plan.Statement;
import mana.studio.safety.safer.Step.Remains;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.schema.Table.PartitionOf;
import mana.studio.sql.Identifier;

/// A partition is attached without being read where a check proves which rows it has, and another proves that the
/// default partition has none of them. It is detached while others go on.
final class PartitionRule {
    /// A key of one column, without an expression, a collation or an operator class.
    private static final Pattern KEY = Pattern.compile("(RANGE|LIST) \\((\"(?:[^\"]|\"\")+\"|[a-z_][a-z0-9_$]*)\\)");

    private static final Pattern RANGE = Pattern.compile("FOR VALUES FROM \\((.+)\\) TO \\((.+)\\)");
    private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.+)\\)");

    private PartitionRule() {}

    static void attach(Recipe recipe, Site site, AttachPartition attach, List<Statement> statements) {
        QualifiedName table = attach.table().name();
        PartitionOf partition = attach.partition();
        Table parent = site.after().table(partition.parent()).orElseThrow();
        Table fallback = site.children(partition.parent()).stream()
                .filter(child -> child.partitionOf() != null && child.partitionOf().bound().equals("DEFAULT"))
                .findFirst()
                .orElse(null);
        boolean readsDefault = fallback != null && site.isBusy(fallback.name());
        Optional<String> rows = rows(parent, partition.bound());
        if ((!site.isBusy(table) && !readsDefault) || rows.isEmpty()) {
            recipe.plain(statements);
            return;
        }
        recipe.purpose("Partition " + table + " joins " + parent.name());
        if (site.isBusy(table)) {
            prove(recipe, site, table, rows.get());
        }
        if (fallback != null && readsDefault) {
            prove(recipe, site, fallback.name(), "NOT (" + rows.get() + ")");
        }
        statements.stream().map(Statement::sql).forEach(recipe::run);
    }

    private static void prove(Recipe recipe, Site site, QualifiedName table, String rows) {
        String name = Helper.BOUND.name(table.name());
        recipe.prepare(site.steps().transaction(
                "Table " + table + " takes only rows that fit",
                Steps.alter(table) + "ADD CONSTRAINT " + Identifier.quote(name) + " CHECK (" + rows
                        + ") NOT VALID"));
        recipe.prepare(ProofRule.validate(site, table, name));
        recipe.complete(site.steps().transaction(
                "The proof is not needed any more",
                Steps.alter(table) + "DROP CONSTRAINT " + Identifier.quote(name)));
    }

    /// What is true of the rows of a partition, as `get_qual_from_partbound` in partbounds.c says it; empty where it is
    /// more than one column's affair.
    private static Optional<String> rows(Table parent, String bound) {
        Matcher key = KEY.matcher(parent.partitionKey() == null ? "" : parent.partitionKey());
        if (!key.matches()) {
            return Optional.empty();
        }
        String column = key.group(2);
        Matcher range = RANGE.matcher(bound);
        Matcher list = LIST.matcher(bound);
        if (key.group(1).equals("RANGE") && range.matches()) {
            List<String> parts = new ArrayList<>(List.of(column + " IS NOT NULL"));
            if (!range.group(1).equals("MINVALUE")) {
                parts.add(column + " >= " + range.group(1));
            }
            if (!range.group(2).equals("MAXVALUE")) {
                parts.add(column + " < " + range.group(2));
            }
            return Optional.of(String.join(" AND ", parts));
        }
        boolean hasNull = list.matches() && list.group(1).matches("(.*, )?NULL(, .*)?");
        return key.group(1).equals("LIST") && list.matches() && !hasNull
                ? Optional.of(column + " IS NOT NULL AND " + column + " IN (" + list.group(1) + ")")
                : Optional.empty();
    }

    /// @param again whether it is attached again in the same transaction
    static void detach(
            Recipe recipe, Site site, DetachPartition detach, List<Statement> statements, boolean again) {
        QualifiedName parent = detach.partition().parent();
        QualifiedName table = detach.table().name();
        boolean hasDefault = site.children(parent).stream()
                .anyMatch(child -> child.partitionOf() != null && child.partitionOf().bound().equals("DEFAULT"));
        Table root = site.before().table(parent).orElseThrow();
        Optional<String> rows = rows(root, detach.partition().bound());
        if (again || hasDefault || site.major() < 14 || rows.isEmpty() || root.partitionOf() != null) {
            recipe.plain(statements);
            return;
        }
        // Else the server adds one of its own, and leaves it (`DetachAddConstraintIfNeeded` in tablecmds.c).
        prove(recipe, site, table, rows.get());
        String sql = Steps.alter(parent) + "DETACH PARTITION " + Pieces.name(table);
        recipe.alone(site.steps().alone(
                "Partition " + table + " leaves " + parent + " while others go on",
                sql + " CONCURRENTLY",
                new Remains(
                        "SELECT 1 FROM pg_inherits WHERE inhrelid = to_regclass("
                                + Pieces.literal(Pieces.name(table)) + ") AND inhdetachpending",
                        sql + " FINALIZE")));
    }
}
