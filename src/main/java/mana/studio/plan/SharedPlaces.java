package mana.studio.plan;

import static mana.studio.plan.Place.Kind.CONSTRAINT;
import static mana.studio.plan.Place.Kind.KEYED;
import static mana.studio.plan.Place.Kind.PRIMARY_KEY;

import java.util.Set;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.QualifiedName;

/// Names and places that several kinds of changes take and free.
final class SharedPlaces {
    private SharedPlaces() {}

    /// Names and places that a constraint has: its own, its index', the one of a primary key.
    static void keys(Footprint footprint, QualifiedName table, Constraint constraint, boolean takes) {
        Set<Place> places = takes ? footprint.takes() : footprint.frees();
        places.add(Place.of(CONSTRAINT, table, constraint.name()));
        switch (constraint) {
            case Constraint.PrimaryKey key -> {
                places.add(Place.of(PRIMARY_KEY, table));
                places.add(Place.relation(table.schema(), key.name()));
                if (!takes) {
                    key.columns().forEach(column -> places.add(Place.of(KEYED, table, column)));
                }
            }
            case Constraint.Unique key -> places.add(Place.relation(table.schema(), key.name()));
            case Constraint.Exclusion key -> places.add(Place.relation(table.schema(), key.name()));
            case Constraint.ForeignKey _, Constraint.Check _ -> {}
        }
    }

    /// The sequence behind an identity column.
    static void identity(Footprint footprint, Column column, boolean takes) {
        if (column.identity() != null) {
            (takes ? footprint.takes() : footprint.frees())
                    .add(Place.relation(column.identity().sequence()));
        }
    }
}
