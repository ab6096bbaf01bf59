package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzlePolicy;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleSequence;
import mana.studio.drizzle.model.DrizzleSchema.LinkedPolicy;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleView;
import mana.studio.plan.Planner;
import mana.studio.plan.Rename;
import mana.studio.schema.Column;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Policy;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// What drizzle-kit would serialise for a database: a {@link DrizzleSchema} of what belongs to a service.
///
/// drizzle-kit compares texts, and the server prints none as it was written. So whatever did not change keeps the text
/// of the previous snapshot; that it did not is seen by two databases, one as the snapshot has it and one as it is to
/// be. What is new or changed is spelled as one would write it in TypeScript, and so that the server reads it as what
/// it was.
public final class Translation {
    private static final Pattern CAPITALS = Pattern.compile("_([a-z])");

    private final Database now;
    private final @Nullable Database before;
    private final ServiceScope scope;
    private final DrizzleSchema previous;
    private final Serials serials;

    private Translation(Database now, ServiceScope scope, DrizzleSchema previous, @Nullable Database before) {
        this.now = now;
        this.before = before;
        this.scope = scope;
        this.previous = previous;
        this.serials = new Serials(now, before);
    }

    /// @param design   the database as it is to be
    /// @param previous the newest snapshot; {@link DrizzleSchema#EMPTY} for none
    /// @param before   the database that the snapshot describes: the design's base where that is in step with it, else
    ///                 {@link Snapshots#toDatabase}; both deparsed by servers of one version. Null where there is none:
    ///                 then nothing keeps its words
    public static Translated of(
            Database design, ServiceScope scope, DrizzleSchema previous, @Nullable Database before) {
        return of(design, scope, previous, before, List.of());
    }

    /// @param design   see {@link #of(Database, ServiceScope, DrizzleSchema, Database)}
    /// @param previous likewise
    /// @param before   likewise
    /// @param renames  what is called otherwise in the design than in `before` (see {@link Planner#renames}): what has
    ///                 a new name keeps its words, with the new name in them
    public static Translated of(
            Database design,
            ServiceScope scope,
            DrizzleSchema previous,
            @Nullable Database before,
            List<Rename> renames) {
        Database renamed = before == null ? null : Planner.renamed(before, renames);
        Translation translation =
                new Translation(design, scope, SchemaRenames.apply(previous, renames), renamed);
        return new Translated(translation.schema(), UnmodelledParts.of(design, scope, translation.serials));
    }

    private DrizzleSchema schema() {
        List<DrizzleTable> tables = tables();
        return new DrizzleSchema(
                schemas(), enums(tables), tables, views(), sequences(), previous.roles(), linkedPolicies());
    }

    private Stream<Schema> owned() {
        return now.schemas().stream().filter(schema -> scope.schemas().contains(schema.name()));
    }

    /// A schema in which the snapshot has things without naming it is one that the code does not export.
    private List<String> schemas() {
        Set<String> unexported = Stream.of(
                        previous.tables().stream().map(DrizzleTable::name),
                        previous.enums().stream().map(DrizzleEnum::name),
                        previous.views().stream().map(DrizzleView::name))
                .flatMap(part -> part)
                .map(QualifiedName::schema)
                .collect(Collectors.toSet());
        List<String> names = new ArrayList<>(previous.schemas().stream()
                .filter(name -> now.schema(name).isPresent())
                .toList());
        owned().map(Schema::name)
                .filter(name -> !name.equals(Names.PUBLIC) && !names.contains(name) && !unexported.contains(name))
                .forEach(names::add);
        return names;
    }

    /// Things of the service by name, those of the snapshot first and in its order; what the snapshot has outside of
    /// the service's schemas stays while it is there.
    private <P, N> List<N> things(
            List<P> old,
            Function<P, QualifiedName> oldName,
            Function<Schema, List<N>> part,
            Function<N, QualifiedName> name) {
        Set<String> known = old.stream().map(oldName).map(Translation::cut).collect(Collectors.toSet());
        List<N> found = now.schemas().stream()
                .flatMap(schema -> part.apply(schema).stream())
                .filter(thing -> scope.has(name.apply(thing))
                        || known.contains(name.apply(thing).toString())
                                && !scope.others().contains(name.apply(thing)))
                .toList();
        return Pairs.ordered(
                old, thing -> cut(oldName.apply(thing)), found, thing -> name.apply(thing).toString());
    }

    private static String cut(QualifiedName name) {
        return new QualifiedName(name.schema(), Pairs.cut(name.name())).toString();
    }

    private List<DrizzleTable> tables() {
        return things(previous.tables(), DrizzleTable::name, Schema::tables, Table::name).stream()
                .filter(this::isDeclarable)
                .map(this::table)
                .toList();
    }

    /// Partitions and foreign tables are not declared, unless the code does.
    private boolean isDeclarable(Table table) {
        return table.partitionOf() == null && table.foreign() == null
                || previous.table(table.name()).isPresent();
    }

    /// A table of another service that this one declares shows what this one wants to see of it.
    private DrizzleTable table(Table table) {
        DrizzleTable old = previous.table(table.name()).orElse(null);
        if (old != null && !scope.schemas().contains(table.name().schema())) {
            return old;
        }
        Table was = before == null ? null : before.table(table.name()).orElse(null);
        return new TableTranslation(now, table, old, was, serials).translated();
    }

    /// Those of the service, and those in public that its columns need.
    private List<DrizzleEnum> enums(List<DrizzleTable> tables) {
        Set<QualifiedName> used = tables.stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> Names.PUBLIC.equals(column.typeSchema()))
                .map(column -> new QualifiedName(Names.PUBLIC, column.type().replaceAll("\\[\\d*]", "")))
                .collect(Collectors.toSet());
        Set<QualifiedName> unexported = previous.tables().stream()
                .flatMap(table -> table.columns().stream())
                .filter(column -> column.typeSchema() != null)
                .map(column -> new QualifiedName(column.typeSchema(), column.type().replaceAll("\\[\\d*]", "")))
                .filter(name -> previous.enumType(name).isEmpty())
                .collect(Collectors.toSet());
        List<EnumType> own =
                new ArrayList<>(things(previous.enums(), DrizzleEnum::name, Schema::enums, EnumType::name));
        now.schema(Names.PUBLIC).stream()
                .flatMap(schema -> schema.enums().stream())
                .filter(type -> used.contains(type.name()) && !own.contains(type))
                .forEach(own::add);
        return own.stream()
                .filter(type -> !unexported.contains(type.name()))
                .map(type -> new DrizzleEnum(type.name(), type.labels()))
                .toList();
    }

    private List<DrizzleSequence> sequences() {
        return things(previous.sequences(), DrizzleSequence::name, Schema::sequences, Sequence::name).stream()
                .filter(sequence -> !serials.isPart(sequence))
                .map(sequence -> new DrizzleSequence(sequence.name(), Serials.counter(sequence.options())))
                .toList();
    }

    private List<DrizzleView> views() {
        Map<QualifiedName, DrizzleView> existing = new LinkedHashMap<>();
        previous.views().stream().filter(DrizzleView::existing).forEach(view -> existing.put(view.name(), view));
        List<DrizzleView> views = new ArrayList<>();
        for (View view : things(previous.views(), DrizzleView::name, Schema::views, View::name)) {
            DrizzleView declared = existing.remove(view.name());
            views.add(declared == null ? view(view) : declared);
        }
        // What exists elsewhere is the code's word against ours.
        views.addAll(existing.values());
        return views;
    }

    private DrizzleView view(View view) {
        DrizzleView old = previous.views().stream()
                .filter(candidate -> candidate.name().equals(view.name()))
                .findFirst()
                .orElse(null);
        View was = before == null || old == null
                ? null
                : before.relation(view.name())
                        .filter(View.class::isInstance)
                        .map(View.class::cast)
                        .orElse(null);
        if (old == null || was == null) {
            return spelled(view, old);
        }
        boolean sameColumns = shapes(was).equals(shapes(view));
        DrizzleView spelled = spelled(view, old);
        return new DrizzleView(
                view.name(),
                sameColumns ? old.columns() : spelled.columns(),
                old.definition() != null && was.definition().equals(view.definition())
                        ? old.definition()
                        : view.definition(),
                view.materialized(),
                false,
                was.options().equals(view.options()) ? old.with() : spelled.with(),
                old.withNoData(),
                Objects.equals(was.accessMethod(), view.accessMethod()) ? old.using() : spelled.using(),
                Objects.equals(was.tablespace(), view.tablespace()) ? old.tablespace() : spelled.tablespace());
    }

    private static List<String> shapes(View view) {
        return view.columns().stream()
                .map(column -> column.name() + " " + column.type().sql())
                .toList();
    }

    private DrizzleView spelled(View view, @Nullable DrizzleView old) {
        Map<String, Object> with = new LinkedHashMap<>();
        TableTranslation.options(view.options()).forEach((key, value) -> with.put(camelCase(key), value));
        boolean otherMethod = view.materialized() && !"heap".equals(view.accessMethod());
        return new DrizzleView(
                view.name(),
                view.columns().stream().map(this::viewColumn).toList(),
                view.definition(),
                view.materialized(),
                false,
                with,
                old != null ? old.withNoData() : view.materialized() && !view.populated(),
                otherMethod ? view.accessMethod() : null,
                view.tablespace());
    }

    private DrizzleColumn viewColumn(Column column) {
        SpelledType type = SpelledType.of(column.type(), now);
        return new DrizzleColumn(column.name(), type.text(), type.schema(), false, false, null, null, null);
    }

    private static String camelCase(String option) {
        return CAPITALS.matcher(option).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    private List<LinkedPolicy> linkedPolicies() {
        List<LinkedPolicy> policies = new ArrayList<>();
        for (LinkedPolicy linked : previous.policies()) {
            DrizzlePolicy old = linked.policy();
            policy(now, linked).ifPresent(policy -> policies.add(new LinkedPolicy(
                    linked.on(),
                    TableTranslation.policy(
                            policy, Optional.of(old), before == null ? Optional.empty() : policy(before, linked)))));
        }
        return policies;
    }

    private static Optional<Policy> policy(Database database, LinkedPolicy linked) {
        return database.table(linked.on())
                .flatMap(table -> Pairs.find(table.policies(), Policy::name, Pairs.cut(linked.policy().name())));
    }
}
