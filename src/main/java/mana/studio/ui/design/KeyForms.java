package mana.studio.ui.design;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.ui.design.PartPane.PartForm;
import mana.studio.ui.design.field.CheckEntry;
import mana.studio.ui.design.field.ColumnsEntry;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.state.Constraints;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.PrimaryKeys;
import mana.studio.ui.design.state.Summary;
import mana.studio.ui.design.state.Texts;

/// The fields of primary keys and unique constraints.
final class KeyForms {
    static final PartForm<PrimaryKey> PRIMARY_KEY =
            new PartForm<>(KeyForms::primaryKey, Summary::of, KeyForms::inherited);
    static final PartForm<Unique> UNIQUE = new PartForm<>(KeyForms::unique, Summary::of, KeyForms::inherited);

    private KeyForms() {}

    /// Why a constraint cannot be changed here; empty where it can.
    static String inherited(Constraint constraint) {
        return constraint.local() ? "" : "It comes from the parent table: change it there.";
    }

    private static List<FormField> primaryKey(PartModel<PrimaryKey> part) {
        return List.of(
                new ColumnsEntry<>(part, "Columns", Field.COLUMNS, 1, PrimaryKey::columns, PrimaryKey::withColumns)
                        .with(PrimaryKeys::settled),
                Fields.name(part),
                Fields.deferrability(part, PrimaryKey::deferrability, PrimaryKey::withDeferrability),
                withoutOverlaps(part, PrimaryKey::withoutOverlaps, PrimaryKey::withWithoutOverlaps),
                include(part, PrimaryKey::backing, PrimaryKey::withBacking),
                options(part, PrimaryKey::backing, PrimaryKey::withBacking),
                tablespace(part, PrimaryKey::backing, PrimaryKey::withBacking),
                Fields.comment(part, PrimaryKey::comment, PrimaryKey::withComment));
    }

    private static List<FormField> unique(PartModel<Unique> part) {
        return List.of(
                new ColumnsEntry<>(
                        part,
                        "Columns",
                        Field.COLUMNS,
                        1,
                        Unique::columns,
                        (key, columns) -> Constraints.renamed(
                                key.withColumns(columns), key, part.table().table())),
                Fields.name(part),
                Fields.deferrability(part, Unique::deferrability, Unique::withDeferrability),
                new CheckEntry<>(
                                part,
                                "Nulls not distinct",
                                Field.OPTIONS,
                                Unique::nullsNotDistinct,
                                Unique::withNullsNotDistinct)
                        .locked(_ -> Texts.since(part.table().version(), 15)),
                withoutOverlaps(part, Unique::withoutOverlaps, Unique::withWithoutOverlaps),
                include(part, Unique::backing, Unique::withBacking),
                options(part, Unique::backing, Unique::withBacking),
                tablespace(part, Unique::backing, Unique::withBacking),
                Fields.comment(part, Unique::comment, Unique::withComment));
    }

    private static <P> FormField withoutOverlaps(
            PartModel<P> part, Function<P, Boolean> get, BiFunction<P, Boolean, P> set) {
        return new CheckEntry<>(part, "Last column without overlaps", Field.OPTIONS, get, set)
                .locked(_ -> Texts.since(part.table().version(), 18));
    }

    private static <P> FormField include(
            PartModel<P> part, Function<P, Backing> get, BiFunction<P, Backing, P> set) {
        return new ColumnsEntry<>(
                part,
                "Includes",
                Field.OPTIONS,
                0,
                key -> get.apply(key).include(),
                (key, columns) -> set.apply(key, get.apply(key).withInclude(columns)));
    }

    private static <P> FormField options(
            PartModel<P> part, Function<P, Backing> get, BiFunction<P, Backing, P> set) {
        return Fields.options(
                part,
                key -> get.apply(key).options(),
                (key, options) -> set.apply(key, get.apply(key).withOptions(options)),
                "fillfactor=90");
    }

    private static <P> FormField tablespace(
            PartModel<P> part, Function<P, Backing> get, BiFunction<P, Backing, P> set) {
        return Fields.tablespace(
                part,
                key -> get.apply(key).tablespace(),
                (key, name) -> set.apply(key, get.apply(key).withTablespace(name)));
    }
}
