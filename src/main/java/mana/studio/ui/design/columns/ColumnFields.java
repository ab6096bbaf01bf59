package mana.studio.ui.design.columns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.Column.Generated;
import mana.studio.schema.Column.IdentityColumn;
import mana.studio.schema.Column.NotNull;
import mana.studio.schema.Column.Storage;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.SequenceOptions;
import mana.studio.sql.GeneratedName;
import mana.studio.ui.design.field.CheckEntry;
import mana.studio.ui.design.field.ChoiceEntry;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.TextEntry;
import mana.studio.ui.design.state.Collations;
import mana.studio.ui.design.state.ColumnLine;
import mana.studio.ui.design.state.IdentityOptions;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.ServerChoices;
import mana.studio.ui.design.state.Texts;
import org.jspecify.annotations.Nullable;

/// The fields of a column below the grid.
final class ColumnFields {
    private ColumnFields() {}

    /// Where a column's values come from.
    enum Source {
        PLAIN("given, or the default"),
        ALWAYS("identity, always"),
        BY_DEFAULT("identity, by default"),
        STORED("generated, stored"),
        VIRTUAL("generated, virtual");

        private final String words;

        Source(String words) {
            this.words = words;
        }

        static Source of(Column column) {
            Generated generated = column.generated();
            IdentityColumn identity = column.identity();
            if (generated != null) {
                return generated.stored() ? STORED : VIRTUAL;
            }
            return identity == null ? PLAIN : identity.always() ? ALWAYS : BY_DEFAULT;
        }
    }

    /// Which fields a column has: it has others when this is another.
    static String kind(Column column) {
        return (column.identity() != null ? "identity" : column.generated() != null ? "generated" : "plain")
                + (takesCollation(column) ? " text" : "")
                + (column.isNotNull() ? " not null" : "");
    }

    static List<FormField> of(PartModel<Column> part) {
        Column column = part.now();
        if (column == null) {
            return List.of();
        }
        List<FormField> fields = new ArrayList<>();
        fields.add(source(part));
        if (column.generated() != null) {
            fields.add(expression(part));
        }
        if (column.identity() != null) {
            sequence(part, fields);
        }
        if (takesCollation(column)) {
            fields.add(collation(part));
        }
        fields.add(storage(part));
        fields.add(compression(part));
        fields.add(statistics(part));
        fields.add(attributes(part));
        if (column.isNotNull() && part.table().version() >= 180_000) {
            fields.addAll(notNull(part));
        }
        fields.add(comment(part));
        return fields;
    }

    private static boolean takesCollation(Column column) {
        return column.type().family() == Family.TEXT || column.collation() != null;
    }

    private static FormField source(PartModel<Column> part) {
        List<Source> sources = Arrays.stream(Source.values())
                .filter(source -> source != Source.VIRTUAL || part.table().version() >= 180_000)
                .toList();
        return new ChoiceEntry<>(
                        part,
                        "Values",
                        Field.IDENTITY,
                        sources,
                        source -> source.words,
                        Source::of,
                        (column, source) -> with(part, column, source))
                .locked(column -> ColumnLine.locked(part.table().table(), column));
    }

    private static Column with(PartModel<Column> part, Column column, Source source) {
        return switch (source) {
            case PLAIN -> column.withIdentity(null).withGenerated(null);
            case ALWAYS, BY_DEFAULT ->
                column.withDefault(null)
                        .withGenerated(null)
                        .withNotNull(column.notNull() == null ? NotNull.PLAIN : column.notNull())
                        .withIdentity(identity(part, column, source == Source.ALWAYS));
            case STORED, VIRTUAL -> {
                Generated old = column.generated();
                String expression = old != null ? old.expression() : suggestion(column);
                yield column.withDefault(null)
                        .withIdentity(null)
                        .withGenerated(new Generated(expression, source == Source.STORED));
            }
        };
    }

    /// What had been its default computes it, or nothing does yet.
    private static String suggestion(Column column) {
        return column.defaultExpression() == null ? "NULL::" + column.type().sql() : column.defaultExpression();
    }

    private static IdentityColumn identity(PartModel<Column> part, Column column, boolean always) {
        IdentityColumn old = column.identity();
        Column base = part.base();
        IdentityColumn was = base == null ? null : base.identity();
        IdentityColumn known = old != null ? old : was;
        return known == null
                ? IdentityOptions.fresh(part.table(), column, always)
                : new IdentityColumn(always, known.sequence(), known.options(), known.privileges());
    }

    private static FormField expression(PartModel<Column> part) {
        return TextEntry.code(
                part,
                "Expression",
                Field.GENERATED,
                column -> column.generated() == null ? "" : column.generated().expression(),
                (column, text) -> column.generated() == null
                        ? column
                        : column.withGenerated(
                                new Generated(text.strip(), column.generated().stored())));
    }

    private static void sequence(PartModel<Column> part, List<FormField> fields) {
        fields.add(number(part, "Start", SequenceOptions::start, IdentityOptions::withStart));
        fields.add(number(part, "Increment", SequenceOptions::increment, IdentityOptions::withIncrement));
        fields.add(number(part, "Minimum", SequenceOptions::minimum, IdentityOptions::withMinimum));
        fields.add(number(part, "Maximum", SequenceOptions::maximum, IdentityOptions::withMaximum));
        fields.add(number(part, "Cache", SequenceOptions::cache, IdentityOptions::withCache));
        fields.add(new CheckEntry<>(
                part,
                "Cycle",
                Field.OPTIONS,
                column -> options(column).map(SequenceOptions::cycle).orElse(false),
                (column, cycle) ->
                        with(column, IdentityOptions.withCycle(options(column).orElseThrow(), cycle))));
    }

    private static FormField number(
            PartModel<Column> part,
            String name,
            Function<SequenceOptions, Long> get,
            BiFunction<SequenceOptions, Long, SequenceOptions> set) {
        return TextEntry.brief(
                        part,
                        name,
                        Field.IDENTITY,
                        column -> options(column).map(get).map(String::valueOf).orElse(""),
                        (column, text) -> options(column)
                                .map(old -> with(column, set.apply(old, Long.parseLong(text.strip()))))
                                .orElse(column))
                .refusing(Texts::noLong);
    }

    private static Optional<SequenceOptions> options(Column column) {
        return Optional.ofNullable(column.identity()).map(IdentityColumn::options);
    }

    private static Column with(Column column, SequenceOptions options) {
        IdentityColumn old = column.identity();
        return old == null
                ? column
                : column.withIdentity(new IdentityColumn(old.always(), old.sequence(), options, old.privileges()));
    }

    private static FormField collation(PartModel<Column> part) {
        return TextEntry.choosing(
                        part,
                        "Collation",
                        Field.COLLATION,
                        column -> column.collation() == null ? "" : Collations.text(column.collation()),
                        (column, text) -> column.withCollation(Collations.parse(text)),
                        typed -> ServerChoices.collations(
                                part.table().server(), part.table().database(), typed))
                .prompt("of the database")
                .locked(column -> ColumnLine.locked(part.table().table(), column));
    }

    private static FormField storage(PartModel<Column> part) {
        List<Optional<Storage>> values = new ArrayList<>(List.of(Optional.empty()));
        Arrays.stream(Storage.values()).map(Optional::of).forEach(values::add);
        return new ChoiceEntry<>(
                part,
                "Storage",
                Field.OPTIONS,
                values,
                value -> value.map(set -> set.name().toLowerCase(Locale.ROOT)).orElse("of the type"),
                column -> Optional.ofNullable(column.storage()),
                (column, value) -> column.withStorage(value.orElse(null)));
    }

    private static FormField compression(PartModel<Column> part) {
        return new ChoiceEntry<>(
                        part,
                        "Compression",
                        Field.OPTIONS,
                        List.of("", "pglz", "lz4"),
                        value -> value.isEmpty() ? "default" : value,
                        column -> column.compression() == null ? "" : column.compression(),
                        (column, value) -> column.withCompression(value.isEmpty() ? null : value))
                .locked(_ -> Texts.since(part.table().version(), 14));
    }

    private static FormField statistics(PartModel<Column> part) {
        return TextEntry.brief(
                        part,
                        "Statistics",
                        Field.OPTIONS,
                        column -> column.statisticsTarget() == null ? "" : String.valueOf(column.statisticsTarget()),
                        (column, text) ->
                                column.withStatisticsTarget(text.isBlank() ? null : Integer.valueOf(text.strip())))
                .prompt("default")
                .refusing(text -> text.isBlank() ? "" : Texts.noNumber(text, 0, 10_000));
    }

    /// What PostgreSQL 18 knows of a NOT NULL beside that it is one.
    private static List<FormField> notNull(PartModel<Column> part) {
        return List.of(
                TextEntry.longLine(
                                part,
                                "Not null constraint",
                                Field.NOT_NULL,
                                column -> of(column, NotNull::constraintName),
                                (column, text) -> with(
                                        column,
                                        old -> old.withConstraintName(
                                                text.isBlank() || text.strip().equals(usualName(part, column))
                                                        ? null
                                                        : text.strip())))
                        .prompt(part.now() instanceof Column now ? usualName(part, now) : "")
                        .locked(column -> lockedNotNull(part, column)),
                TextEntry.longLine(
                                part,
                                "Comment of not null",
                                Field.NOT_NULL,
                                column -> of(column, NotNull::comment),
                                (column, text) -> with(column, old -> old.withComment(text.isBlank() ? null : text)))
                        .locked(column -> lockedNotNull(part, column)),
                new CheckEntry<>(
                                part,
                                "Not null not valid",
                                Field.NOT_NULL,
                                column -> column.notNull() != null
                                        && !column.notNull().validated(),
                                (column, on) -> with(column, old -> old.withValidated(!on)))
                        .locked(column -> lockedNotNull(part, column)),
                new CheckEntry<>(
                                part,
                                "Not null no inherit",
                                Field.NOT_NULL,
                                column -> column.notNull() != null
                                        && column.notNull().noInherit(),
                                (column, on) -> with(column, old -> old.withNoInherit(on)))
                        .locked(column -> lockedNotNull(part, column)));
    }

    private static String lockedNotNull(PartModel<Column> part, Column column) {
        return ColumnLine.locked(part.table().table(), column);
    }

    private static String of(Column column, Function<NotNull, @Nullable String> get) {
        NotNull notNull = column.notNull();
        String text = notNull == null ? null : get.apply(notNull);
        return text == null ? "" : text;
    }

    private static Column with(Column column, UnaryOperator<NotNull> change) {
        return column.notNull() == null ? column : column.withNotNull(change.apply(column.notNull()));
    }

    /// What the server calls it where nobody does.
    private static String usualName(PartModel<Column> part, Column column) {
        return part.table()
                .name()
                .map(name -> GeneratedName.of(name.name(), column.name(), "not_null"))
                .orElse("");
    }

    private static FormField attributes(PartModel<Column> part) {
        return TextEntry.longLine(
                        part,
                        "Attribute options",
                        Field.OPTIONS,
                        column -> Texts.options(column.options()),
                        (column, text) -> column.withOptions(Texts.options(text)))
                .prompt("n_distinct=-0.5")
                .refusing(ColumnFields::noAttributes)
                .mono();
    }

    private static String noAttributes(String text) {
        return Texts.options(text).stream()
                .filter(option -> !option.matches("n_distinct(_inherited)?=-?\\d+(\\.\\d+)?"))
                .findFirst()
                .map(option -> "“" + option + "” is neither n_distinct= nor n_distinct_inherited= with a number.")
                .orElse("");
    }

    private static FormField comment(PartModel<Column> part) {
        return TextEntry.prose(
                part,
                "Comment",
                Field.COMMENT,
                column -> column.comment() == null ? "" : column.comment(),
                (column, text) -> column.withComment(text.isEmpty() ? null : text));
    }
}
