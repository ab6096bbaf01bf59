package mana.studio.plan;

import static mana.studio.plan.Place.Kind.CHILDREN;
import static mana.studio.plan.Place.Kind.COLUMN;
import static mana.studio.plan.Place.Kind.COLUMNS;
import static mana.studio.plan.Place.Kind.IDENTITY;
import static mana.studio.plan.Place.Kind.INHERITED;
import static mana.studio.plan.Place.Kind.KEYED;
import static mana.studio.plan.Place.Kind.NOT_NULL;
import static mana.studio.plan.Place.Kind.NULLABLE;
import static mana.studio.plan.Place.Kind.OWN;
import static mana.studio.plan.Place.Kind.PARENTS;
import static mana.studio.plan.Place.Kind.SEQUENCE_OWNER;
import static mana.studio.plan.Place.Kind.SHAPE;
import static mana.studio.plan.Place.Kind.TYPE_OF;
import static mana.studio.plan.Place.Kind.VALUE;

import mana.studio.schema.Constraint;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;

/// Columns: what their changes do, as far as order matters.
final class ColumnFootprints {
    private final Lookup from;
    private final Lookup to;

    ColumnFootprints(Lookup from, Lookup to) {
        this.from = from;
        this.to = to;
    }

    Footprint of(ColumnChange change) {
        Relation relation = change.relation();
        QualifiedName name = relation.name();
        String column = change.column().name();
        Part part = Part.column(name, column);
        Part value = Part.of(name, Kind.DEFAULT, column);
        return switch (change) {
            case ColumnChange.AddColumn add -> {
                Footprint footprint = new Footprint()
                        .creates(part)
                        .takes(COLUMN, name, column)
                        .takes(CHILDREN, name)
                        .frees(COLUMNS, name);
                if (add.column().defaultExpression() != null) {
                    footprint.creates(value);
                }
                SharedPlaces.identity(footprint, add.column(), true);
                // A child that has one of its own had it before: the two become one.
                footprint.frees(OWN, name, column);
                Heritage.heirs(name, from, to)
                        .forEach(heir ->
                                footprint.creates(Part.column(heir, column)).takes(OWN, heir, column));
                yield footprint;
            }
            case ColumnChange.DropColumn drop -> dropColumn(drop, part, value);
            case ColumnChange.SetType set -> {
                Footprint footprint = new Footprint()
                        .alters(part)
                        .frees(TYPE_OF, name, column)
                        .frees(SHAPE, name, column)
                        .takes(CHILDREN, name);
                if (set.dropDefault()) {
                    footprint.alters(value);
                }
                Heritage.heirs(name, from, to)
                        .forEach(heir -> footprint
                                .alters(Part.column(heir, column))
                                .frees(TYPE_OF, heir, column)
                                .frees(SHAPE, heir, column));
                yield footprint;
            }
            case ColumnChange.SetDefault set ->
                set.column().defaultExpression() == null
                        ? new Footprint().drops(value).frees(VALUE, name, column)
                        : new Footprint()
                                .alters(value)
                                .takes(VALUE, name, column)
                                .takes(TYPE_OF, name, column);
            case ColumnChange.SetNotNull _ -> {
                Footprint footprint = new Footprint()
                        .needs(part)
                        .frees(NOT_NULL, name, column)
                        .frees(SHAPE, name, column)
                        .takes(CHILDREN, name)
                        .frees(OWN, name, column)
                        .takes(INHERITED, name, column)
                        .takes(NULLABLE, name, column);
                Heritage.heirs(name, from, to).forEach(heir -> footprint.takes(OWN, heir, column));
                yield footprint;
            }
            case ColumnChange.ValidateNotNull _ -> new Footprint().needs(part);
            case ColumnChange.DropNotNull _ -> {
                Footprint footprint = new Footprint()
                        .needs(part)
                        .frees(NULLABLE, name, column)
                        .takes(KEYED, name, column)
                        .takes(IDENTITY, name, column)
                        .takes(CHILDREN, name)
                        .takes(INHERITED, name, column);
                Heritage.heirs(name, from, to).forEach(heir -> footprint.frees(INHERITED, heir, column));
                yield footprint;
            }
            case ColumnChange.AddIdentity add -> {
                Footprint footprint = new Footprint()
                        .needs(part)
                        .takes(VALUE, name, column)
                        .takes(NOT_NULL, name, column)
                        .takes(TYPE_OF, name, column);
                SharedPlaces.identity(footprint, add.column(), true);
                yield footprint;
            }
            case ColumnChange.AlterIdentity _ -> new Footprint().needs(part).takes(TYPE_OF, name, column);
            case ColumnChange.DropIdentity drop -> {
                Footprint footprint =
                        new Footprint().needs(part).frees(VALUE, name, column).frees(IDENTITY, name, column);
                SharedPlaces.identity(footprint, drop.column(), false);
                yield footprint;
            }
            case ColumnChange.SetExpression _ -> new Footprint().alters(part);
            case ColumnChange.DropExpression _ -> new Footprint().alters(part).frees(VALUE, name, column);
            case ColumnChange.SetStorage _,
                    ColumnChange.SetCompression _,
                    ColumnChange.SetStatistics _,
                    ColumnChange.SetColumnOptions _,
                    ColumnChange.SetForeignColumnOptions _ ->
                new Footprint().needs(part).takes(TYPE_OF, name, column);
        };
    }

    private Footprint dropColumn(ColumnChange.DropColumn drop, Part part, Part value) {
        Table table = drop.relation();
        QualifiedName name = table.name();
        String column = drop.column().name();
        Footprint footprint = new Footprint()
                .drops(part)
                .drops(value)
                .frees(COLUMN, name, column)
                .frees(COLUMNS, name);
        footprint.takes(PARENTS, name).takes(CHILDREN, name);
        SharedPlaces.identity(footprint, drop.column(), false);
        footprint.takes(INHERITED, name, column);
        Heritage.heirs(name, from, to)
                .forEach(heir -> footprint.drops(Part.column(heir, column)).frees(INHERITED, heir, column));
        for (Constraint constraint : table.constraints()) {
            Part own = Part.of(name, Kind.CONSTRAINT, constraint.name());
            if (from.needs(own).contains(part)) {
                footprint.drops(own);
                SharedPlaces.keys(footprint, name, constraint, false);
            }
        }
        for (Index index : table.indexes()) {
            Part own = Part.of(name, Kind.INDEX, index.name());
            if (from.needs(own).contains(part)) {
                footprint.drops(own).frees(Place.relation(name.schema(), index.name()));
            }
        }
        for (Sequence sequence : from.ownedBy(name)) {
            boolean own =
                    sequence.ownedBy() != null && sequence.ownedBy().column().equals(column);
            if (own && to.object(ObjectName.of(sequence)).isEmpty()) {
                footprint.drops(Part.relation(sequence.name())).frees(Place.relation(sequence.name()));
            } else if (own) {
                footprint.takes(SEQUENCE_OWNER, sequence.name());
            }
        }
        return footprint;
    }
}
