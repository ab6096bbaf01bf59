package mana.studio.catalog;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mana.studio.catalog.SmallRows.DependencyRow;
import mana.studio.catalog.SmallRows.ExtensionRow;
import mana.studio.catalog.SmallRows.ForeignTableRow;
import mana.studio.catalog.SmallRows.InheritRow;
import mana.studio.catalog.SmallRows.NameRow;
import mana.studio.catalog.SmallRows.OtherRow;
import mana.studio.catalog.SmallRows.SchemaRow;

/// Everything that is read of a catalog, as it comes: one reading for each query, those that take longest first.
final class CatalogRows {
    private static final int NAMED_NOT_NULLS = 180_000;

    private final List<Reading<?>> readings = new ArrayList<>();

    final Reading<Grouped<ColumnRow>> columns = add("columns", Grouped.by(ColumnRow::relation, ColumnRow::read));
    final Reading<Grouped<IndexRow>> indexes = add("indexes", Grouped.by(IndexRow::table, IndexRow::read));
    final Reading<Grouped<ConstraintRow>> constraints = add(
            "constraints",
            Grouped.by(row -> row.table() == 0 ? row.domain() : row.table(), ConstraintRow::read));
    final Reading<List<DependencyRow>> dependencies = add("dependencies", list(DependencyRow::read));
    final Reading<Grouped<NotNullRow>> notNulls;
    final Reading<Map<Long, String>> defaults = add("defaults", CatalogRows::expressionsByColumn);
    final Reading<Map<Long, String>> views = add("views", CatalogRows::textsByOid);
    final Reading<List<RelationRow>> relations = add("relations", list(RelationRow::read));
    final Reading<Comments> comments = add("comments", Comments::read);
    final Reading<Grouped<InheritRow>> parents = add("inherits", Grouped.by(InheritRow::child, InheritRow::read));
    final Reading<Grouped<TriggerRow>> triggers = add("triggers", Grouped.by(TriggerRow::relation, TriggerRow::read));
    final Reading<List<SequenceRow>> sequences = add("sequences", list(SequenceRow::read));
    private final List<Reading<List<OtherRow>>> others = List.of(
            add("others", list(OtherRow::read)),
            add("operators", list(OtherRow::read)),
            add("text_search", list(OtherRow::read)));
    final Reading<List<RoutineRow>> routines = add("routines", list(RoutineRow::read));
    final Reading<List<TypeRow>> types = add("types", list(TypeRow::read));
    final Reading<Map<Long, List<String>>> enumLabels = add("enum_labels", CatalogRows::labelsByEnum);
    final Reading<Grouped<PolicyRow>> policies = add("policies", Grouped.by(PolicyRow::table, PolicyRow::read));
    final Reading<Map<Member, Long>> extensionMembers = add("extension_members", CatalogRows::extensionsByMember);
    final Reading<Map<Long, ForeignTableRow>> foreignTables = add("foreign_tables", ForeignTableRow::readAll);
    final Reading<List<NameRow>> names = add("names", list(NameRow::read));
    final Reading<List<ExtensionRow>> extensions = add("extensions", list(ExtensionRow::read));
    final Reading<List<SchemaRow>> schemas = add("schemas", list(SchemaRow::read));

    /// @param version the server's `server_version_num`
    CatalogRows(int version) {
        notNulls = version >= NAMED_NOT_NULLS
                ? new Reading<>("not_nulls", Grouped.by(NotNullRow::table, NotNullRow::read))
                : Reading.of(new Grouped<>());
        if (version >= NAMED_NOT_NULLS) {
            readings.add(readings.indexOf(defaults), notNulls);
        }
    }

    /// An object, by the catalog that holds it: it may belong to an extension.
    record Member(long catalog, long oid) {}

    /// All that is to be read.
    List<Reading<?>> readings() {
        return readings;
    }

    /// What has no record of its own in the model, of every kind.
    Stream<OtherRow> others() {
        return others.stream().flatMap(reading -> reading.result().stream());
    }

    /// The key of {@link #defaults}.
    static long columnKey(long relation, int number) {
        return relation << 16 | number;
    }

    private <T> Reading<T> add(String query, SnapshotConnection.Decoder<T> decoder) {
        Reading<T> reading = new Reading<>(query, decoder);
        readings.add(reading);
        return reading;
    }

    private static <T> SnapshotConnection.Decoder<List<T>> list(SnapshotConnection.Decoder<T> row) {
        return rows -> {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        };
    }

    private static Map<Long, String> expressionsByColumn(Rows rows) throws SQLException {
        Map<Long, String> expressions = new HashMap<>();
        while (rows.next()) {
            String expression = rows.text();
            long[] relations = rows.numbers();
            long[] numbers = rows.numbers();
            for (int at = 0; at < relations.length; at++) {
                expressions.put(columnKey(relations[at], (int) numbers[at]), expression);
            }
        }
        return expressions;
    }

    private static Map<Long, String> textsByOid(Rows rows) throws SQLException {
        Map<Long, String> texts = new HashMap<>();
        while (rows.next()) {
            texts.put(rows.oid(), rows.text());
        }
        return texts;
    }

    private static Map<Long, List<String>> labelsByEnum(Rows rows) throws SQLException {
        Map<Long, List<String>> labels = new HashMap<>();
        while (rows.next()) {
            labels.computeIfAbsent(rows.oid(), _ -> new ArrayList<>()).add(rows.text());
        }
        return labels;
    }

    private static Map<Member, Long> extensionsByMember(Rows rows) throws SQLException {
        Map<Member, Long> extensions = new HashMap<>();
        while (rows.next()) {
            extensions.put(new Member(rows.oid(), rows.oid()), rows.oid());
        }
        return extensions;
    }
}
