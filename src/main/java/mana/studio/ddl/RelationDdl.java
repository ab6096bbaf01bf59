package mana.studio.ddl;

import java.util.List;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Index;
import mana.studio.schema.Policy;
import mana.studio.schema.Relation;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;
import mana.studio.sql.Expression;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// Views, and what hangs on a table or view: indexes, triggers, policies, the comments and grants of its parts.
final class RelationDdl {
    private final Script script;

    RelationDdl(Script script) {
        this.script = script;
    }

    static String word(View view) {
        return view.materialized() ? "MATERIALIZED VIEW" : "VIEW";
    }

    void write(View view) {
        script.add(Phase.CREATE, create(view, ""));
        String alter = "ALTER " + word(view) + " " + Clause.name(view.name());
        for (Column column : view.columns()) {
            if (column.defaultExpression() != null) {
                script.add(
                        Phase.CREATE,
                        alter + " ALTER COLUMN " + Identifier.quote(column.name()) + " SET DEFAULT "
                                + column.defaultExpression());
            }
            ColumnDdl.settings(column, alter, script);
        }
        indexes(view, alter);
        triggers(view);
    }

    /// @param replace `OR REPLACE `, or empty
    static String create(View view, String replace) {
        String method = view.accessMethod();
        return "CREATE " + replace + word(view) + " " + Clause.name(view.name())
                + (method == null || method.equals("heap") ? "" : " USING " + Identifier.quote(method))
                + Clause.with(view.options()) + Clause.tablespace(view.tablespace())
                + " AS\n" + view.definition() + (view.populated() ? "" : "\nWITH NO DATA");
    }

    void write(Table table) {
        String alter = TableDdl.alter(table);
        indexes(table, alter);
        for (Constraint constraint : table.constraints()) {
            switch (constraint) {
                case Constraint.PrimaryKey key -> indexUse(alter, key.name(), key.backing());
                case Constraint.Unique key -> indexUse(alter, key.name(), key.backing());
                case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclusion _ -> {}
            }
            comment("CONSTRAINT " + Identifier.quote(constraint.name()) + on(table), constraint.comment());
        }
        switch (table.replicaIdentity()) {
            case DEFAULT, INDEX -> {}
            case NOTHING, FULL -> script.add(Phase.INDEX_USE, alter + " REPLICA IDENTITY " + table.replicaIdentity());
        }
        triggers(table);
        policies(table);
    }

    /// The comments and grants of columns.
    void columns(Relation relation) {
        PrivilegeDdl privileges = new PrivilegeDdl(script);
        String name = Clause.name(relation.name());
        for (Column column : relation.columns()) {
            comment("COLUMN " + name + "." + Identifier.quote(column.name()), column.comment());
            Column.NotNull notNull = column.notNull();
            if (notNull != null && notNull.comment() != null) {
                String constraint = ColumnDdl.notNullName(column, notNull, relation.name());
                comment("CONSTRAINT " + Identifier.quote(constraint) + on(relation), notNull.comment());
            }
            privileges.writeColumn(name, column.name(), relation.owner(), column.privileges());
            if (column.identity() != null) {
                privileges.write(
                        PrivilegeDdl.Kind.SEQUENCE,
                        "SEQUENCE " + Clause.name(column.identity().sequence()),
                        relation.owner(),
                        column.identity().privileges());
            }
        }
    }

    private void indexes(Relation relation, String alter) {
        for (Index index : relation.indexes()) {
            if (relation instanceof Table table && table.isPartitioned() && !index.valid()) {
                // Not all partitions have one: it would be made on each, or each would be searched for one.
                script.add(Phase.INDEX_USE, IndexDdl.create(index, relation.name(), "", "ONLY "));
            } else {
                script.add(Phase.INDEX, IndexDdl.create(index, relation.name()));
            }
            comment("INDEX " + Identifier.quote(relation.name().schema(), index.name()), index.comment());
            use(alter, index.name(), index.clustered(), index.replicaIdentity());
        }
    }

    private void indexUse(String alter, String name, Backing backing) {
        use(alter, name, backing.clustered(), backing.replicaIdentity());
    }

    private void use(String alter, String index, boolean clustered, boolean replicaIdentity) {
        if (clustered) {
            script.add(Phase.INDEX_USE, alter + " CLUSTER ON " + Identifier.quote(index));
        }
        if (replicaIdentity) {
            script.add(Phase.INDEX_USE, alter + " REPLICA IDENTITY USING INDEX " + Identifier.quote(index));
        }
    }

    private void triggers(Relation relation) {
        for (Trigger trigger : relation.triggers()) {
            String name = Identifier.quote(trigger.name());
            if (!trigger.inherited()) {
                script.add(Phase.TRIGGER, trigger.definition());
            }
            String firing = firing(trigger.firing());
            if (firing != null) {
                script.add(
                        Phase.TRIGGER,
                        "ALTER TABLE ONLY " + Clause.name(relation.name()) + " " + firing + " TRIGGER " + name);
            }
            comment("TRIGGER " + name + on(relation), trigger.comment());
        }
    }

    static @Nullable String firing(Trigger.Firing firing) {
        return switch (firing) {
            case ORIGIN -> null;
            case DISABLED -> "DISABLE";
            case REPLICA -> "ENABLE REPLICA";
            case ALWAYS -> "ENABLE ALWAYS";
        };
    }

    private void policies(Table table) {
        String alter = "ALTER TABLE " + Clause.name(table.name());
        if (table.rowSecurity().enabled()) {
            script.add(Phase.POLICY, alter + " ENABLE ROW LEVEL SECURITY");
        }
        if (table.rowSecurity().forced()) {
            script.add(Phase.POLICY, alter + " FORCE ROW LEVEL SECURITY");
        }
        for (Policy policy : table.policies()) {
            script.add(Phase.POLICY, policy(policy, table));
            comment("POLICY " + Identifier.quote(policy.name()) + on(table), policy.comment());
        }
    }

    static String alterPolicy(Policy from, Policy to, Table table) {
        return "ALTER POLICY " + Identifier.quote(to.name()) + on(table)
                + (from.roles().equals(to.roles()) ? "" : " TO " + String.join(", ", roles(to)))
                + expression(" USING ", from.using(), to.using())
                + expression(" WITH CHECK ", from.check(), to.check());
    }

    private static String expression(String clause, @Nullable String from, @Nullable String to) {
        return to == null || to.equals(from) ? "" : clause + Expression.inParentheses(to);
    }

    private static List<String> roles(Policy policy) {
        return policy.roles().stream()
                .map(role -> role.equals("PUBLIC") ? role : Identifier.quote(role))
                .toList();
    }

    static String policy(Policy policy, Table table) {
        List<String> roles = roles(policy);
        return "CREATE POLICY " + Identifier.quote(policy.name()) + on(table)
                + (policy.permissive() ? "" : " AS RESTRICTIVE")
                + (policy.command() == Policy.Command.ALL ? "" : " FOR " + policy.command())
                + (roles.equals(List.of("PUBLIC")) ? "" : " TO " + String.join(", ", roles))
                + (policy.using() == null ? "" : " USING " + Expression.inParentheses(policy.using()))
                + (policy.check() == null ? "" : " WITH CHECK " + Expression.inParentheses(policy.check()));
    }

    private static String on(Relation relation) {
        return " ON " + Clause.name(relation.name());
    }

    private void comment(String named, @Nullable String comment) {
        if (comment != null) {
            script.add(Phase.COMMENT, "COMMENT ON " + named + " IS " + Clause.literal(comment));
        }
    }
}
