package mana.studio.plan;

import static mana.studio.plan.Place.Kind.CHILDREN;
import static mana.studio.plan.Place.Kind.FIRING;
import static mana.studio.plan.Place.Kind.INHERITED;
import static mana.studio.plan.Place.Kind.KEYS_OF;
import static mana.studio.plan.Place.Kind.KEYS_TO;
import static mana.studio.plan.Place.Kind.NOT_NULL;
import static mana.studio.plan.Place.Kind.PARENTS;
import static mana.studio.plan.Place.Kind.POLICY;
import static mana.studio.plan.Place.Kind.ROWS;
import static mana.studio.plan.Place.Kind.TRIGGER;
import static mana.studio.plan.Place.Kind.TYPE_OF;

import mana.studio.schema.Constraint;
import mana.studio.schema.Part;
import mana.studio.schema.Part.Kind;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;

/// Views, and what hangs on tables and views: constraints, indexes, triggers, policies.
final class RelationFootprints {
    private final Lookup from;
    private final Lookup to;

    RelationFootprints(Lookup from, Lookup to) {
        this.from = from;
        this.to = to;
    }

    Footprint of(ConstraintChange change) {
        QualifiedName name = change.table().name();
        Part part = Part.of(name, Kind.CONSTRAINT, change.constraint().name());
        return switch (change) {
            case ConstraintChange.AddConstraint add -> {
                Footprint footprint = new Footprint().creates(part);
                SharedPlaces.keys(footprint, name, add.constraint(), true);
                add.constraint().columns().forEach(column -> footprint.takes(TYPE_OF, name, column));
                add.constraint().columns().forEach(column -> footprint.takes(NOT_NULL, name, column));
                footprint.takes(ROWS, name).takes(CHILDREN, name);
                if (add.constraint() instanceof Constraint.ForeignKey key) {
                    footprint.takes(ROWS, key.referencedTable());
                    key.referencedColumns().forEach(column -> footprint.takes(TYPE_OF, key.referencedTable(), column));
                    footprint.after(Part.relation(key.referencedTable()));
                }
                yield footprint;
            }
            case ConstraintChange.DropConstraint drop -> {
                Footprint footprint = new Footprint()
                        .drops(part)
                        .takes(INHERITED, name, drop.constraint().name());
                SharedPlaces.keys(footprint, name, drop.constraint(), false);
                Heritage.heirs(name, from, to)
                        .forEach(heir -> footprint.frees(
                                INHERITED, heir, drop.constraint().name()));
                if (drop.constraint() instanceof Constraint.ForeignKey key) {
                    inherited(footprint, name, key.name());
                    yield footprint.frees(KEYS_TO, key.referencedTable()).frees(KEYS_OF, name);
                }
                yield footprint.takes(CHILDREN, name).takes(PARENTS, name);
            }
            case ConstraintChange.ValidateConstraint _, ConstraintChange.SetDeferrability _ ->
                new Footprint().needs(part);
        };
    }

    /// The keys of partitions go with that of their parent.
    private void inherited(Footprint footprint, QualifiedName table, String key) {
        for (Table child : from.childrenOf(table)) {
            boolean has =
                    child.foreignKeys().stream().anyMatch(own -> own.name().equals(key) && !own.local());
            if (has) {
                footprint.drops(Part.of(child.name(), Kind.CONSTRAINT, key));
                inherited(footprint, child.name(), key);
            }
        }
    }

    Footprint of(IndexChange change) {
        QualifiedName relation = change.relation().name();
        Part part = Part.of(relation, Kind.INDEX, change.name());
        Place name = Place.relation(relation.schema(), change.name());
        return switch (change) {
            case IndexChange.CreateIndex create -> {
                Footprint footprint = new Footprint()
                        .creates(part)
                        .takes(name)
                        .takes(ROWS, relation)
                        .takes(CHILDREN, relation);
                create.index().keys().forEach(key -> footprint.takes(TYPE_OF, relation, key.column()));
                if (create.index().partitionOf() != null) {
                    footprint.needs(Part.relation(relation));
                }
                yield footprint;
            }
            case IndexChange.DropIndex _ ->
                new Footprint()
                        .drops(part)
                        .frees(name)
                        .takes(CHILDREN, relation)
                        .takes(PARENTS, relation);
            case IndexChange.SetIndexOptions _, IndexChange.SetIndexTablespace _ ->
                new Footprint().needs(part).needs(Part.of(relation, Kind.CONSTRAINT, change.name()));
            case IndexChange.AttachIndex attach ->
                new Footprint()
                        .needs(part)
                        .after(Part.relation(attach.parent()))
                        .takes(PARENTS, relation);
        };
    }

    Footprint of(ViewChange change) {
        Part whole = Part.relation(change.view().name());
        return switch (change) {
            case ViewChange.CreateView create -> {
                Footprint footprint = new Footprint()
                        .creates(whole)
                        .takes(Place.relation(create.view().name()));
                create.view()
                        .columns()
                        .forEach(column ->
                                footprint.creates(Part.column(create.view().name(), column.name())));
                yield footprint;
            }
            case ViewChange.ReplaceView replace -> {
                Footprint footprint = new Footprint().alters(whole);
                replace.view()
                        .columns()
                        .forEach(column ->
                                footprint.alters(Part.column(replace.view().name(), column.name())));
                yield footprint;
            }
            case ViewChange.DropView drop -> {
                Footprint footprint =
                        new Footprint().frees(Place.relation(drop.view().name()));
                footprint.drops().addAll(PartsOf.object(drop.view()));
                drop.view()
                        .indexes()
                        .forEach(index -> footprint.frees(Place.relation(
                                new QualifiedName(drop.view().name().schema(), index.name()))));
                yield footprint;
            }
            case ViewChange.SetViewOptions _,
                    ViewChange.SetViewTablespace _,
                    ViewChange.SetViewAccessMethod _,
                    ViewChange.Refresh _ -> new Footprint().needs(whole);
        };
    }

    Footprint of(TriggerChange change) {
        QualifiedName relation = change.relation().name();
        Part part = Part.of(relation, Kind.TRIGGER, change.trigger().name());
        Place place = Place.of(TRIGGER, relation, change.trigger().name());
        return switch (change) {
            case TriggerChange.CreateTrigger _ ->
                new Footprint().creates(part).takes(place).takes(ROWS, relation);
            case TriggerChange.ReplaceTrigger _ ->
                new Footprint()
                        .alters(part)
                        .frees(FIRING, relation, change.trigger().name());
            case TriggerChange.DropTrigger _ -> new Footprint().drops(part).frees(place);
            case TriggerChange.SetFiring _ ->
                new Footprint()
                        .needs(part)
                        .takes(FIRING, relation, change.trigger().name())
                        .takes(PARENTS, relation);
        };
    }

    Footprint of(PolicyChange change) {
        QualifiedName table = change.table().name();
        Part part = Part.of(table, Kind.POLICY, change.policy().name());
        Place place = Place.of(POLICY, table, change.policy().name());
        return switch (change) {
            case PolicyChange.CreatePolicy _ -> new Footprint().creates(part).takes(place);
            case PolicyChange.AlterPolicy _ -> new Footprint().alters(part);
            case PolicyChange.DropPolicy _ -> new Footprint().drops(part).frees(place);
        };
    }
}
