package mana.studio.catalog;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import mana.studio.catalog.SmallRows.DatabaseRow;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.connection.Cancellation;
import mana.studio.schema.QualifiedName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a whole catalog: one query per kind of object, all in one repeatable-read snapshot, on one connection or,
/// where the pool has them and the server lets them share the snapshot, three.
public final class CatalogReader {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogReader.class);
    private static final int HELPERS = 2;

    private final DataSource source;
    private final int helpers;

    public CatalogReader(DataSource source) {
        this(source, HELPERS);
    }

    private CatalogReader(DataSource source, int helpers) {
        this.source = source;
        this.helpers = helpers;
    }

    /// Reads on one connection: where two databases are read at once, more would only be opened and not be used.
    public static CatalogReader alone(DataSource source) {
        return new CatalogReader(source, 0);
    }

    /// Reads the catalog as it is now.
    ///
    /// @throws SQLException where the server refuses or is lost
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public Snapshot read(Cancellation cancellation) throws SQLException {
        if (helpers == 0) {
            return onOne(cancellation);
        }
        try (SnapshotConnection connection = SnapshotConnection.begin(source, cancellation)) {
            String snapshot = connection.export();
            CatalogRows rows = new CatalogRows(connection.version());
            new SharedReading(rows.readings()).run(connection, source, cancellation, snapshot, helpers);
            return assemble(rows, connection);
        } catch (ExportRefused refused) {
            LOG.debug("The server lends no snapshot: the catalog is read on one connection", refused);
        }
        return onOne(cancellation);
    }

    private Snapshot onOne(Cancellation cancellation) throws SQLException {
        try (SnapshotConnection connection = SnapshotConnection.begin(source, cancellation)) {
            CatalogRows rows = new CatalogRows(connection.version());
            new SharedReading(rows.readings()).run(connection);
            return assemble(rows, connection);
        }
    }

    private static Snapshot assemble(CatalogRows rows, SnapshotConnection connection) throws SQLException {
        DatabaseRow row = connection.query("database", DatabaseRow::read);
        Types types = Types.read(rows, connection);
        Names names = new Names(rows, collations(rows, connection));
        return new Snapshot(
                new DatabaseAssembler(rows, names, types, connection.version()).database(row),
                sizes(rows, names, row.blockSize()),
                Instant.ofEpochMilli((long) (row.epochSeconds() * 1000)));
    }

    private static Map<Long, QualifiedName> collations(CatalogRows rows, SnapshotConnection connection)
            throws SQLException {
        TreeSet<Long> oids = new TreeSet<>();
        rows.columns.result().all().forEach(group -> group.forEach(column -> oids.add(column.collation())));
        rows.types.result().forEach(type -> oids.add(type.collation()));
        for (var group : rows.indexes.result().all()) {
            for (IndexRow index : group) {
                for (long collation : index.collations()) {
                    oids.add(collation);
                }
            }
        }
        String array = oids.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
        return connection.query(
                "used_collations",
                result -> {
                    Map<Long, QualifiedName> names = new HashMap<>();
                    while (result.next()) {
                        names.put(result.oid(), new QualifiedName(result.text(), result.text()));
                    }
                    return names;
                },
                array);
    }

    private static Map<QualifiedName, RelationSize> sizes(CatalogRows rows, Names names, long blockSize) {
        Map<QualifiedName, RelationSize> sizes = new HashMap<>();
        for (RelationRow row : rows.relations.result()) {
            QualifiedName name = row.kind() == 'v' ? null : names.relation(row.oid());
            if (name != null) {
                sizes.put(name, new RelationSize((long) row.tuples(), Math.max(0, row.pages()) * blockSize));
            }
        }
        return sizes;
    }
}
