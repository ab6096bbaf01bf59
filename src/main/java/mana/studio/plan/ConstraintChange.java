package mana.studio.plan;

import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Table;

/// A constraint of a table comes, goes or changes.
public sealed interface ConstraintChange extends Change {
    Table table();

    Constraint constraint();

    record AddConstraint(Table table, Constraint constraint) implements ConstraintChange {}

    /// @param table as it was
    record DropConstraint(Table table, Constraint constraint) implements ConstraintChange {}

    record ValidateConstraint(Table table, Constraint constraint) implements ConstraintChange {}

    record SetDeferrability(Table table, ForeignKey constraint) implements ConstraintChange {}
}
