package mana.studio.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mana.studio.catalog.SmallRows.InheritRow;
import mana.studio.schema.Constraint.Backing;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Index.Key;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Puts indexes together.
final class IndexAssembler {
    /// `DEFAULT_COLLATION_OID`, what expressions have unless they say otherwise.
    private static final long DEFAULT_COLLATION = 100;

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final Grouped<IndexRow> indexes;
    private final Grouped<InheritRow> parents;
    private final Grouped<ColumnRow> keyOptions;
    private final Comments comments;
    private final Names names;
    private final ColumnAssembler columns;
    private final Set<Long> behindConstraints = new HashSet<>();
    private final Map<Long, IndexRow> byOid = new HashMap<>();

    IndexAssembler(CatalogRows rows, Names names, ColumnAssembler columns) {
        this.indexes = rows.indexes.result();
        this.parents = rows.parents.result();
        this.keyOptions = rows.columns.result();
        this.comments = rows.comments.result();
        this.names = names;
        this.columns = columns;
        for (List<ConstraintRow> constraints : rows.constraints.result().all()) {
            constraints.forEach(constraint -> behindConstraints.add(constraint.index()));
        }
        for (List<IndexRow> group : indexes.all()) {
            group.forEach(index -> byOid.put(index.oid(), index));
        }
    }

    /// The indexes of a table that back no constraint, by name.
    List<Index> indexes(long table) {
        List<Index> list = new ArrayList<>();
        for (IndexRow row : indexes.of(table)) {
            if (!behindConstraints.contains(row.oid())) {
                list.add(index(row));
            }
        }
        list.sort(Comparator.comparing(Index::name));
        return list;
    }

    /// What the index behind a constraint has beside the key.
    Backing backing(long oid) {
        IndexRow row = byOid.get(oid);
        if (row == null
                || row.columns().length == row.keys()
                        && row.options().isEmpty()
                        && row.tablespace() == 0
                        && !row.clustered()
                        && !row.replicaIdentity()) {
            return Backing.PLAIN;
        }
        return new Backing(
                include(row),
                row.options(),
                names.tablespace(row.tablespace()),
                row.clustered(),
                row.replicaIdentity());
    }

    boolean nullsNotDistinct(long oid) {
        IndexRow row = byOid.get(oid);
        return row != null && row.nullsNotDistinct();
    }

    private Index index(IndexRow row) {
        return new Index(
                Identity.ofOid(row.oid()),
                row.name(),
                comments.of(SystemCatalog.RELATION, row.oid()),
                Objects.requireNonNullElse(names.accessMethod(row.accessMethod()), "btree"),
                row.unique(),
                row.nullsNotDistinct(),
                keys(row),
                include(row),
                row.predicate(),
                row.options(),
                names.tablespace(row.tablespace()),
                row.valid(),
                row.clustered(),
                row.replicaIdentity(),
                parent(row));
    }

    private List<Key> keys(IndexRow row) {
        Key[] keys = new Key[row.keys()];
        for (int at = 0; at < keys.length; at++) {
            long column = row.columns()[at];
            long collation = row.collations()[at];
            long usual = column == 0 ? DEFAULT_COLLATION : columns.collation(row.table(), column);
            List<String> options = operatorOptions(row.oid(), at + 1);
            long operators = row.operatorClasses()[at];
            keys[at] = new Key(
                    column == 0 ? null : columns.name(row.table(), column),
                    column == 0 ? row.expressions().get(at) : null,
                    collation == 0 || collation == usual ? null : names.collation(collation),
                    options.isEmpty() ? names.operatorClass(operators) : names.operatorClassWithOptions(operators),
                    options,
                    (row.order()[at] & DESCENDING) != 0,
                    (row.order()[at] & NULLS_FIRST) != 0);
        }
        return List.of(keys);
    }

    private List<String> operatorOptions(long index, int key) {
        for (ColumnRow row : keyOptions.of(index)) {
            if (row.number() == key) {
                return row.options();
            }
        }
        return List.of();
    }

    private List<String> include(IndexRow row) {
        List<String> include = new ArrayList<>();
        for (int at = row.keys(); at < row.columns().length; at++) {
            include.add(columns.name(row.table(), row.columns()[at]));
        }
        return include;
    }

    private @Nullable QualifiedName parent(IndexRow row) {
        List<InheritRow> parent = parents.of(row.oid());
        IndexRow index = parent.isEmpty() ? null : byOid.get(parent.getFirst().parent());
        QualifiedName table = index == null ? null : names.relation(index.table());
        return index == null || table == null ? null : new QualifiedName(table.schema(), index.name());
    }
}
