package mana.studio.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mana.studio.catalog.SmallRows.SchemaRow;
import mana.studio.schema.CompositeType;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.Routine;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;

/// What was found of one schema so far.
final class SchemaParts {
    private static final Comparator<SchemaObject> BY_NAME = Comparator.comparing(SchemaObject::name);

    private final List<Table> tables = new ArrayList<>();
    private final List<View> views = new ArrayList<>();
    private final List<Sequence> sequences = new ArrayList<>();
    private final List<EnumType> enums = new ArrayList<>();
    private final List<DomainType> domains = new ArrayList<>();
    private final List<CompositeType> composites = new ArrayList<>();
    private final List<Routine> routines = new ArrayList<>();

    void add(SchemaObject object) {
        switch (object) {
            case Table table -> tables.add(table);
            case View view -> views.add(view);
            case Sequence sequence -> sequences.add(sequence);
            case EnumType type -> enums.add(type);
            case DomainType type -> domains.add(type);
            case CompositeType type -> composites.add(type);
            case Routine routine -> routines.add(routine);
        }
    }

    Schema schema(SchemaRow row, String owner, Privileges privileges) {
        List.of(tables, views, sequences, enums, domains, composites).forEach(list -> list.sort(BY_NAME));
        routines.sort(BY_NAME.thenComparing(routine -> ((Routine) routine).arguments()));
        return new Schema(
                Identity.ofOid(row.oid()),
                row.name(),
                owner,
                row.comment(),
                privileges,
                tables,
                views,
                sequences,
                enums,
                domains,
                composites,
                routines);
    }
}
