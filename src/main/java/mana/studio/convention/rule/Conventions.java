package mana.studio.convention.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.Findings;
import mana.studio.convention.House;
import mana.studio.convention.ServiceRegistry;
import mana.studio.convention.Switches;
import mana.studio.schema.Database;
import mana.studio.schema.Table;

/// All house rules, and what breaks them.
public final class Conventions {
    /// In the order in which they are read.
    public static final List<Convention> ALL = List.of(
            new UserIdText(),
            new PrimaryKeyMissing(),
            new PublicTable(),
            new SchemaOwner(),
            new PublicEnum(),
            new ForeignKeyIndex(),
            new TimestampType(),
            new JsonType(),
            new SnakeCaseNames(),
            new CreatedAt(),
            new AuditTimestamps(),
            new VersionColumn(),
            new BooleanType(),
            new AtType(),
            new UpdatedAt(),
            new PrimaryKeyId(),
            new PluralTable(),
            new JunctionName(),
            new BooleanName(),
            new TimestampName(),
            new CountName(),
            new ForeignKeyName(),
            new IndexName(),
            new SoftDeleteName(),
            new SoftDeleteIndex(),
            new TextType());

    private final ServiceRegistry services;
    private final Switches switches;

    /// @param services who owns which schema
    /// @param switches which rules are looked after
    public Conventions(ServiceRegistry services, Switches switches) {
        this.services = services;
        this.switches = switches;
    }

    /// The rule of an id.
    public static Optional<Convention> rule(String id) {
        return ALL.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /// Everything that breaks a rule, by object.
    public Findings check(Database database) {
        House house = House.of(database, services, switches);
        return found(rule -> house.schemas()
                .flatMap(schema -> Stream.of(
                                rule.schema(house, schema),
                                schema.enums().stream().flatMap(type -> rule.type(house, type)),
                                House.tables(schema).flatMap(table -> rule.table(house, table)))
                        .flatMap(parts -> parts)));
    }

    /// What breaks a rule in one table: milliseconds, for every keystroke.
    ///
    /// @param table as the database has it
    public Findings check(Database database, Table table) {
        if (!House.isOurs(table)) {
            return Findings.NONE;
        }
        House house = House.of(database, services, switches);
        return found(rule -> rule.table(house, table));
    }

    private Findings found(Function<Convention, Stream<Breach>> breaches) {
        return Findings.of(
                ALL.stream().flatMap(breaches).sorted(Breach.BY_OBJECT).toList(), switches);
    }
}
