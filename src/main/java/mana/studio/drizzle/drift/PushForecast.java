package mana.studio.drizzle.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mana.studio.drizzle.drift.PushLoss.Kind;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// What `drizzle-kit push` of the stable line would destroy: it drops whatever it sees inside its schema filter and the
/// code does not declare, statement by statement and without a transaction (drizzle-kit 0.31, `cli/commands/push`,
/// `pgPushUtils`).
public final class PushForecast {
    private final Database live;
    private final Database code;
    private final Set<String> filter;
    private final List<PushLoss> losses = new ArrayList<>();

    private PushForecast(Database live, Database code, Set<String> filter) {
        this.live = live;
        this.code = code;
        this.filter = filter;
    }

    /// @param live   the database, as the scratch server writes it
    /// @param code   what the code declares, likewise
    /// @param filter `schemaFilter` of the configuration; only `public` where it has none
    /// @return the worst first; none where push only adds
    public static List<PushLoss> of(Database live, Database code, Set<String> filter) {
        PushForecast forecast = new PushForecast(live, code, filter);
        live.schemas().stream().filter(schema -> filter.contains(schema.name())).forEach(forecast::schema);
        return forecast.losses.stream()
                .sorted(Comparator.comparing(PushLoss::kind).thenComparing(PushLoss::part))
                .toList();
    }

    /// Schemas that the code declares and the filter hides: push makes nothing there, and what it tries to make fails
    /// (`type … already exists`, `schema … does not exist`).
    public static List<String> hidden(Database code, Set<String> filter) {
        return code.schemas().stream()
                .filter(schema -> !filter.contains(schema.name())
                        && schema.objects().findAny().isPresent())
                .map(Schema::name)
                .toList();
    }

    private void schema(Schema schema) {
        schema.tables().stream().filter(table -> !table.isPartitioned()).forEach(this::table);
        for (View view : schema.views()) {
            if (code.relation(view.name()).isEmpty()) {
                lose(Part.relation(view.name()), Kind.STRUCTURE, "Drops the view: the code does not declare it.");
            }
        }
        for (EnumType type : schema.enums()) {
            Part part = Part.whole(ObjectName.of(type));
            if (!declares(type.name())) {
                lose(part, Kind.STRUCTURE, "Drops the enum: the code does not declare it.");
            }
        }
        for (Sequence sequence : schema.sequences()) {
            if (sequence.ownedBy() == null && !declaresSequence(sequence.name())) {
                lose(
                        Part.whole(ObjectName.of(sequence)),
                        Kind.ROWS,
                        "Drops the sequence with its count: the code does not declare it.");
            }
        }
    }

    private boolean declares(QualifiedName type) {
        return code.schemas().stream()
                .anyMatch(each ->
                        each.enums().stream().anyMatch(other -> other.name().equals(type)));
    }

    private boolean declaresSequence(QualifiedName name) {
        return code.schemas().stream()
                .anyMatch(each ->
                        each.sequences().stream().anyMatch(other -> other.name().equals(name)));
    }

    private void table(Table table) {
        Optional<Table> declared = code.table(table.name());
        if (declared.isEmpty()) {
            lose(
                    Part.relation(table.name()),
                    Kind.ROWS,
                    "Drops the table with its rows, and with CASCADE what refers to it: the code does not declare it.");
            return;
        }
        columns(table, declared.get());
        constraints(table, declared.get());
        indexes(table, declared.get());
        security(table, declared.get());
    }

    private void columns(Table table, Table declared) {
        for (Column column : table.columns()) {
            if (declared.column(column.name()).isEmpty()) {
                lose(
                        Part.column(table.name(), column.name()),
                        Kind.ROWS,
                        "Drops the column with its values: the code does not declare it.");
            }
        }
        for (Column column : declared.columns()) {
            boolean added = table.column(column.name()).isEmpty();
            boolean filled = column.defaultExpression() != null || column.generated() != null;
            if (added && column.isNotNull() && !filled) {
                lose(
                        Part.column(table.name(), column.name()),
                        Kind.ROWS,
                        "Empties the table first (TRUNCATE … CASCADE): the new column is NOT NULL and has no default. "
                                + "With --force it does not ask.");
            }
        }
    }

    private void constraints(Table table, Table declared) {
        for (Constraint constraint : table.constraints()) {
            boolean gone = declared.constraints().stream()
                    .noneMatch(other ->
                            other.name().equals(constraint.name()) && other.getClass() == constraint.getClass());
            if (!gone) {
                continue;
            }
            Part part = Part.of(table.name(), Part.Kind.CONSTRAINT, constraint.name());
            switch (constraint) {
                case Constraint.PrimaryKey _ when declared.primaryKey().isPresent() -> {}
                case Constraint.PrimaryKey _ -> lose(part, Kind.PROTECTION, "Drops the primary key.");
                case Constraint.Unique _ -> lose(part, Kind.PROTECTION, "Drops the unique constraint.");
                case Constraint.ForeignKey _ -> lose(part, Kind.PROTECTION, "Drops the foreign key.");
                case Constraint.Check _ -> lose(part, Kind.PROTECTION, "Drops the check.");
                // Not read by drizzle-kit, so neither dropped nor kept on purpose.
                case Constraint.Exclusion _ -> {}
            }
        }
    }

    private void indexes(Table table, Table declared) {
        for (Index index : table.indexes()) {
            if (declared.indexes().stream().noneMatch(other -> other.name().equals(index.name()))) {
                lose(
                        Part.of(table.name(), Part.Kind.INDEX, index.name()),
                        index.unique() ? Kind.PROTECTION : Kind.STRUCTURE,
                        "Drops the index: the code does not declare it.");
            }
        }
    }

    private void security(Table table, Table declared) {
        if (table.rowSecurity().enabled() && !declared.rowSecurity().enabled()) {
            lose(
                    Part.relation(table.name()),
                    Kind.PROTECTION,
                    "Switches row-level security off: every role that may read the table sees all rows.");
        }
        for (Policy policy : table.policies()) {
            if (declared.policies().stream().noneMatch(other -> other.name().equals(policy.name()))) {
                lose(
                        Part.of(table.name(), Part.Kind.POLICY, policy.name()),
                        Kind.PROTECTION,
                        "Drops the policy: the code does not declare it.");
            }
        }
    }

    private void lose(Part part, Kind kind, String sentence) {
        losses.add(new PushLoss(part, kind, sentence));
    }
}
