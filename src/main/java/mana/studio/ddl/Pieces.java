package mana.studio.ddl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import mana.studio.ddl.Script.Phase;
import mana.studio.schema.Column;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.CompositeType;
import mana.studio.schema.Constraint;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Routine;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import mana.studio.schema.Trigger;
import mana.studio.schema.View;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// Single statements and clauses, for who composes a script of their own. None ends in a semicolon.
public final class Pieces {
    private Pieces() {}

    /// `auth.users`.
    public static String name(QualifiedName name) {
        return Clause.name(name);
    }

    /// `(a, b)`.
    public static String columns(List<String> columns) {
        return Clause.columns(columns);
    }

    /// A string constant.
    public static String literal(String text) {
        return Clause.literal(text);
    }

    /// `(fillfactor = 70, toast.autovacuum_enabled = false)`, of `name=value`.
    public static String settings(List<String> options) {
        return Clause.settings(options);
    }

    /// ` COLLATE "C"`; empty for none.
    public static String collate(@Nullable QualifiedName collation) {
        return Clause.collate(collation);
    }

    /// `CREATE TABLE` with its columns, the constraints that can stand in it, and what must be said of its columns
    /// right after. Foreign keys among the constraints stand inside too. A partition is not attached yet.
    ///
    /// @param parents finds parents of plain inheritance; they say which inherited defaults to take back
    public static List<String> table(Table table, Function<QualifiedName, Optional<Table>> parents) {
        Script script = new Script();
        new TableDdl(script, true, parents).write(table);
        List<String> attaching = script.statements(Phase.ATTACH);
        return script.statements().stream()
                .filter(statement -> !attaching.contains(statement))
                .toList();
    }

    /// `TABLE` or `FOREIGN TABLE`.
    public static String word(Table table) {
        return TableDdl.word(table);
    }

    /// `VIEW` or `MATERIALIZED VIEW`.
    public static String word(View view) {
        return RelationDdl.word(view);
    }

    /// A column as after `ADD COLUMN`: name, type and properties.
    ///
    /// @param notNull whether NOT NULL is among them
    public static String column(Column column, QualifiedName table, boolean notNull) {
        return Identifier.quote(column.name()) + " " + column.type().sql()
                + ColumnDdl.properties(column, table, notNull);
    }

    /// What `ADD COLUMN` has no words for: storage, compression, statistics, options.
    ///
    /// @param alter `ALTER TABLE auth.users`
    public static List<String> columnSettings(Column column, String alter) {
        Script script = new Script();
        ColumnDdl.settings(column, alter, script);
        return script.statements();
    }

    /// `GENERATED ALWAYS AS IDENTITY (…)`.
    public static String identity(IdentityColumn identity, Column column, QualifiedName table) {
        return ColumnDdl.identity(identity, column, table).strip();
    }

    /// The name of a column's NOT NULL constraint.
    public static String notNullName(Column column, QualifiedName table) {
        return ColumnDdl.notNullName(column, Objects.requireNonNullElse(column.notNull(), NotNull.PLAIN), table);
    }

    /// A constraint as after `ADD`.
    public static String constraint(Constraint constraint) {
        return ConstraintDdl.clause(constraint);
    }

    /// Whether a constraint can only be added to a table that stands.
    public static boolean isAddedLater(Constraint constraint, List<Constraint> all) {
        return ConstraintDdl.isAddedLater(constraint) || ConstraintDdl.isDoubled(constraint, all);
    }

    public static String index(Index index, QualifiedName relation) {
        return IndexDdl.create(index, relation);
    }

    public static String indexConcurrently(Index index, QualifiedName relation) {
        return IndexDdl.create(index, relation, "CONCURRENTLY ", "");
    }

    /// The index of a partitioned table alone, for those of its partitions to be attached to.
    public static String indexOnly(Index index, QualifiedName relation) {
        return IndexDdl.create(index, relation, "", "ONLY ");
    }

    /// @param replace whether it takes the place of one with the same first columns
    public static String view(View view, boolean replace) {
        return RelationDdl.create(view, replace ? "OR REPLACE " : "");
    }

    /// `DISABLE`, `ENABLE REPLICA` …
    public static String firing(Trigger.Firing firing) {
        return Objects.requireNonNullElse(RelationDdl.firing(firing), "ENABLE");
    }

    public static String policy(Policy policy, Table table) {
        return RelationDdl.policy(policy, table);
    }

    /// `ALTER POLICY` with what differs.
    public static String alterPolicy(Policy from, Policy to, Table table) {
        return RelationDdl.alterPolicy(from, to, table);
    }

    /// A domain's constraint as after `ADD`.
    public static String check(DomainType.DomainCheck check) {
        return TypeDdl.check(check) + (check.validated() ? "" : " NOT VALID");
    }

    /// What creates an enum, a domain, a composite type or a sequence; nothing of its comment, owner and grants.
    public static List<String> creation(SchemaObject object) {
        Script script = new Script();
        switch (object) {
            case EnumType type -> new TypeDdl(script).write(type);
            case DomainType type -> new TypeDdl(script).write(type);
            case CompositeType type -> new TypeDdl(script).write(type);
            case Sequence sequence -> script.add(Phase.CREATE, ObjectDdl.create(sequence));
            case Routine routine -> script.add(Phase.CREATE, routine.definition());
            case View view -> script.add(Phase.CREATE, view(view, false));
            case Table table ->
                table(table, _ -> Optional.empty()).forEach(statement -> script.add(Phase.CREATE, statement));
        }
        return script.statements(Phase.CREATE);
    }

    /// What a sequence's options say beyond the defaults of its type.
    public static String counting(SequenceOptions options) {
        return Clause.counting(options);
    }

    /// What kind of privileges there are on something without a record of its own.
    public static GrantKind grantKind(OtherObject object) {
        return switch (object.kind()) {
            case "aggregate" -> GrantKind.ROUTINE;
            case "foreign-data wrapper", "foreign server" -> GrantKind.FOREIGN;
            case "language" -> GrantKind.LANGUAGE;
            default -> GrantKind.TYPE;
        };
    }

    /// How GRANT names it.
    ///
    /// @param object with an address
    public static String granted(OtherObject object) {
        return OtherDdl.granted(object);
    }

    /// `TABLE`, `FUNCTION` … and the name, as `COMMENT ON` and `ALTER … OWNER TO` want it.
    public static String address(SchemaObject object) {
        String name = Clause.name(object.name());
        return switch (object) {
            case Table table -> TableDdl.word(table) + " " + name;
            case View view -> RelationDdl.word(view) + " " + name;
            case Sequence _ -> "SEQUENCE " + name;
            case EnumType _, CompositeType _ -> "TYPE " + name;
            case DomainType _ -> "DOMAIN " + name;
            case Routine routine -> ObjectDdl.address(routine);
        };
    }
}
