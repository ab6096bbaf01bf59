package mana.studio.design;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import mana.studio.design.Spot.Field;
import mana.studio.plan.Change;
import mana.studio.plan.ColumnChange;
import mana.studio.plan.ConstraintChange;
import mana.studio.plan.ExtensionChange;
import mana.studio.plan.IndexChange;
import mana.studio.plan.OtherChange;
import mana.studio.plan.PartitionChange;
import mana.studio.plan.PolicyChange;
import mana.studio.plan.PropertyChange;
import mana.studio.plan.RenameChange;
import mana.studio.plan.RoutineChange;
import mana.studio.plan.SchemaChange;
import mana.studio.plan.SequenceChange;
import mana.studio.plan.TableChange;
import mana.studio.plan.TriggerChange;
import mana.studio.plan.TypeChange;
import mana.studio.plan.ViewChange;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.ObjectName;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// Leads from a change back to the fields of the design that it comes from.
public final class Spots {
    private final Database base;
    private final Database design;

    private Spots(Database base, Database design) {
        this.base = base;
        this.design = design;
    }

    /// Where a change of the plan from the one to the other comes from; empty for what no form shows, such as
    /// extensions.
    public static List<Spot> of(Change change, Database base, Database design) {
        return new Spots(base, design).of(change);
    }

    private List<Spot> of(Change change) {
        return switch (change) {
            case SchemaChange.CreateSchema create -> schema(create.schema().name(), Field.WHOLE);
            case SchemaChange.DropSchema drop -> schema(drop.schema().name(), Field.WHOLE);
            case ExtensionChange _, OtherChange _ -> List.of();
            case TableChange table -> spot(table.table().id(), null, field(table));
            case PartitionChange.AttachPartition attach -> spot(attach.table().id(), null, Field.WHOLE);
            case PartitionChange.DetachPartition detach -> spot(detach.table().id(), null, Field.WHOLE);
            case ColumnChange column ->
                spot(column.relation().id(), column.column().id(), field(column));
            case ConstraintChange constraint ->
                spot(constraint.table().id(), constraint.constraint().id(), field(constraint));
            case IndexChange index -> index(index);
            case ViewChange view -> spot(view.view().id(), null, field(view));
            case RoutineChange routine -> spot(routine.routine().id(), null, Field.DEFINITION);
            case TypeChange type -> spot(type.type().id(), null, field(type));
            case SequenceChange sequence -> spot(sequence.sequence().id(), null, Field.OPTIONS);
            case TriggerChange trigger ->
                spot(trigger.relation().id(), trigger.trigger().id(), Field.DEFINITION);
            case PolicyChange policy ->
                spot(
                        policy.table().id(),
                        policy.policy().id(),
                        policy instanceof PolicyChange.AlterPolicy ? Field.EXPRESSION : Field.WHOLE);
            case PropertyChange property -> property(property);
            case RenameChange rename -> rename(rename);
        };
    }

    private static Field field(TableChange change) {
        return switch (change) {
            case TableChange.CreateTable _,
                    TableChange.DropTable _,
                    TableChange.CopyRows _,
                    TableChange.SetAside _,
                    TableChange.Inherit _,
                    TableChange.NoInherit _ -> Field.WHOLE;
            case TableChange.SetPersistence _,
                    TableChange.SetTableOptions _,
                    TableChange.SetTablespace _,
                    TableChange.SetAccessMethod _,
                    TableChange.SetRowSecurity _,
                    TableChange.ForceRowSecurity _,
                    TableChange.SetReplicaIdentity _,
                    TableChange.UseIndex _,
                    TableChange.WithoutCluster _,
                    TableChange.SetOfType _,
                    TableChange.SetForeignOptions _ -> Field.OPTIONS;
        };
    }

    private static Field field(ColumnChange change) {
        return switch (change) {
            case ColumnChange.AddColumn _, ColumnChange.DropColumn _ -> Field.WHOLE;
            case ColumnChange.SetType _ -> Field.TYPE;
            case ColumnChange.SetDefault _ -> Field.DEFAULT;
            case ColumnChange.SetNotNull _, ColumnChange.ValidateNotNull _, ColumnChange.DropNotNull _ ->
                Field.NOT_NULL;
            case ColumnChange.AddIdentity _, ColumnChange.AlterIdentity _, ColumnChange.DropIdentity _ ->
                Field.IDENTITY;
            case ColumnChange.SetExpression _, ColumnChange.DropExpression _ -> Field.GENERATED;
            case ColumnChange.SetStorage _,
                    ColumnChange.SetCompression _,
                    ColumnChange.SetStatistics _,
                    ColumnChange.SetColumnOptions _,
                    ColumnChange.SetForeignColumnOptions _ -> Field.OPTIONS;
        };
    }

    private static Field field(ConstraintChange change) {
        return switch (change) {
            case ConstraintChange.AddConstraint _, ConstraintChange.DropConstraint _ -> Field.WHOLE;
            case ConstraintChange.ValidateConstraint _, ConstraintChange.SetDeferrability _ -> Field.OPTIONS;
        };
    }

    private static Field field(ViewChange change) {
        return switch (change) {
            case ViewChange.CreateView _, ViewChange.DropView _ -> Field.WHOLE;
            case ViewChange.ReplaceView _ -> Field.DEFINITION;
            case ViewChange.SetViewOptions _,
                    ViewChange.SetViewTablespace _,
                    ViewChange.SetViewAccessMethod _,
                    ViewChange.Refresh _ -> Field.OPTIONS;
        };
    }

    private static Field field(TypeChange change) {
        return switch (change) {
            case TypeChange.CreateType _, TypeChange.DropType _ -> Field.WHOLE;
            case TypeChange.AddEnumValue _, TypeChange.RetireType _, TypeChange.DropRetiredType _ -> Field.LABELS;
            case TypeChange.SetDomainDefault _ -> Field.DEFAULT;
            case TypeChange.SetDomainNotNull _ -> Field.NOT_NULL;
            case TypeChange.AddDomainCheck _, TypeChange.DropDomainCheck _, TypeChange.ValidateDomainCheck _ ->
                Field.EXPRESSION;
            case TypeChange.AddAttribute _, TypeChange.DropAttribute _, TypeChange.SetAttributeType _ -> Field.COLUMNS;
        };
    }

    /// An index behind a constraint is shown with the constraint.
    private List<Spot> index(IndexChange change) {
        Field field = switch (change) {
            case IndexChange.CreateIndex _, IndexChange.DropIndex _ -> Field.WHOLE;
            case IndexChange.SetIndexOptions _, IndexChange.SetIndexTablespace _, IndexChange.AttachIndex _ ->
                Field.OPTIONS;
        };
        return spot(change.relation().id(), indexOrConstraint(change.relation(), change.name()), field);
    }

    private static @Nullable Identity indexOrConstraint(Relation relation, String name) {
        return idOf(relation.indexes(), Index::name, Index::id, name)
                .or(() -> constraints(relation, name))
                .orElse(null);
    }

    private List<Spot> property(PropertyChange change) {
        Field field = change instanceof PropertyChange.SetComment ? Field.COMMENT : Field.OPTIONS;
        Part part = change.part();
        if (part.equals(Part.schema(part.object().name().name()))) {
            return schema(part.object().name().name(), field);
        }
        return object(part.object())
                .map(object -> spot(object.id(), partOf(object, part), field))
                .orElse(List.of());
    }

    private Optional<SchemaObject> object(ObjectName name) {
        return Stream.of(design, base)
                .flatMap(database -> database.schemas().stream())
                .flatMap(Schema::objects)
                .filter(object -> ObjectName.of(object).equals(name))
                .findFirst();
    }

    private static @Nullable Identity partOf(SchemaObject object, Part part) {
        if (!(object instanceof Relation relation)) {
            return null;
        }
        return switch (part.kind()) {
            case WHOLE -> null;
            case COLUMN, DEFAULT ->
                idOf(relation.columns(), Column::name, Column::id, part.name()).orElse(null);
            case CONSTRAINT, INDEX -> indexOrConstraint(relation, part.name());
            case TRIGGER ->
                idOf(relation.triggers(), one -> one.name(), one -> one.id(), part.name())
                        .orElse(null);
            case POLICY -> policies(relation, part.name()).orElse(null);
        };
    }

    /// Renames are made from the inside out, so that parts are named with the old name of what they are in.
    private List<Spot> rename(RenameChange change) {
        return switch (change) {
            case RenameChange.RenameSchema schema ->
                schemaOf(base, schema.from(), Field.NAME)
                        .or(() -> schemaOf(design, schema.to(), Field.NAME))
                        .orElse(List.of());
            case RenameChange.RenameObject object ->
                named(object.from(), new QualifiedName(object.from().schema(), object.to()));
            case RenameChange.MoveObject object ->
                named(
                        object.from(),
                        new QualifiedName(object.toSchema(), object.from().name()));
            case RenameChange.RenameColumn column ->
                part(
                        column.relation(),
                        column.from(),
                        column.to(),
                        (relation, name) -> idOf(relation.columns(), Column::name, Column::id, name));
            case RenameChange.RenameConstraint constraint ->
                part(constraint.table(), constraint.from(), constraint.to(), Spots::constraints);
            case RenameChange.RenameIndex index ->
                part(
                        index.relation(),
                        index.from(),
                        index.to(),
                        (relation, name) -> Optional.ofNullable(indexOrConstraint(relation, name)));
            case RenameChange.RenamePart part ->
                part(
                        part.relation(),
                        part.from(),
                        part.to(),
                        (relation, name) -> policies(relation, name)
                                .or(() -> idOf(relation.triggers(), one -> one.name(), one -> one.id(), name)));
            case RenameChange.RenameEnumValue value ->
                anywhere(value.type())
                        .map(type -> spot(type.id(), null, Field.LABELS))
                        .orElse(List.of());
        };
    }

    /// An object that is moved and renamed has an old name only before the first of the two, a new one after the
    /// second.
    private List<Spot> named(QualifiedName from, QualifiedName to) {
        return in(base, from)
                .or(() -> in(design, to))
                .or(() -> in(design, from))
                .map(object -> spot(object.id(), null, Field.NAME))
                .orElse(List.of());
    }

    /// Finds a part of a relation by its name.
    private interface Finder {
        Optional<Identity> find(Relation relation, String name);
    }

    private List<Spot> part(QualifiedName relation, String from, String to, Finder finder) {
        return base.relation(relation)
                .flatMap(old -> finder.find(old, from).map(id -> spot(old.id(), id, Field.NAME)))
                .or(() -> design.relation(relation)
                        .flatMap(now -> finder.find(now, to).map(id -> spot(now.id(), id, Field.NAME))))
                .orElse(List.of());
    }

    private static Optional<Identity> constraints(Relation relation, String name) {
        return relation instanceof Table table
                ? idOf(table.constraints(), Constraint::name, Constraint::id, name)
                : Optional.empty();
    }

    private static Optional<Identity> policies(Relation relation, String name) {
        return relation instanceof Table table
                ? idOf(table.policies(), one -> one.name(), one -> one.id(), name)
                : Optional.empty();
    }

    private static <T> Optional<Identity> idOf(
            List<? extends T> parts, Function<T, String> name, Function<T, Identity> id, String wanted) {
        for (T part : parts) {
            if (name.apply(part).equals(wanted)) {
                return Optional.of(id.apply(part));
            }
        }
        return Optional.empty();
    }

    private Optional<SchemaObject> anywhere(QualifiedName name) {
        return in(base, name).or(() -> in(design, name));
    }

    private static Optional<SchemaObject> in(Database database, QualifiedName name) {
        return database.schema(name.schema())
                .flatMap(schema -> schema.objects()
                        .filter(object -> object.name().equals(name))
                        .findFirst());
    }

    private List<Spot> schema(String name, Field field) {
        return schemaOf(design, name, field)
                .or(() -> schemaOf(base, name, field))
                .orElse(List.of());
    }

    private Optional<List<Spot>> schemaOf(Database database, String name, Field field) {
        return database.schema(name).map(schema -> spot(schema.id(), null, field));
    }

    private static List<Spot> spot(Identity object, @Nullable Identity part, Field field) {
        return List.of(new Spot(object, part, field));
    }
}
