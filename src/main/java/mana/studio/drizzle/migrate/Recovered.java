package mana.studio.drizzle.migrate;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import mana.studio.apply.Leftover;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFile;
import mana.studio.drizzle.files.MigrationFolder;
import mana.studio.sql.Identifier;
import mana.studio.statement.Node;
import mana.studio.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// Finds out what an earlier run has left, by its journal and by the server. Changes nothing.
final class Recovered {
    private final Connection session;
    private final Cancellation cancellation;

    Recovered(Connection session, Cancellation cancellation) {
        this.session = session;
        this.cancellation = cancellation;
    }

    /// Null where nothing of the migration is committed, or all of it.
    @Nullable
    HalfDone of(RunJournal.@Nullable Entry entry, MigrationFolder folder, String system) throws SQLException {
        if (entry == null || !entry.system().equals(system)) {
            return null;
        }
        HalfDone half = new HalfDone(entry.tag(), entry.hash(), entry.done(), "", null);
        if (entry.running() > entry.done()) {
            half = entry.alone() ? alone(half, entry, folder) : transaction(half, entry);
        }
        return half.done() == 0 && half.left() == null ? null : half;
    }

    private HalfDone transaction(HalfDone half, RunJournal.Entry entry) throws SQLException {
        String xid = entry.transaction();
        if (xid == null) {
            return half;
        }
        String status = ask("SELECT pg_xact_status(?::xid8)", xid);
        return "committed".equals(status)
                ? half.withDone(entry.running(), "The server says that the last of them was committed.")
                : half;
    }

    /// Whether an index that was being built is there, and whether it is valid.
    private HalfDone alone(HalfDone half, RunJournal.Entry entry, MigrationFolder folder) throws SQLException {
        String name = indexName(entry, folder).orElse(null);
        if (name == null) {
            return half;
        }
        List<Leftover> left = Leftover.in(session, cancellation);
        Optional<Leftover> broken = left.stream()
                .filter(index -> name.equals(index.name().name())
                        || name.equals(
                                index.name().schema() + "." + index.name().name()))
                .findFirst();
        if (broken.isPresent()) {
            return half.withLeft(
                    broken.get(),
                    "The index " + broken.get().name() + " was left not valid: it is removed and built again.");
        }
        return ask("SELECT to_regclass(?)::text", quoted(name)) == null
                ? half
                : half.withDone(entry.running(), "The index " + name + " is there and valid.");
    }

    /// As CREATE INDEX says it, in the schema of its table.
    private static Optional<String> indexName(RunJournal.Entry entry, MigrationFolder folder) {
        return folder.migrations().stream()
                .filter(migration -> migration.tag().equals(entry.tag()))
                .map(Migration::file)
                .filter(MigrationFile.class::isInstance)
                .map(MigrationFile.class::cast)
                .filter(file -> file.hash().equals(entry.hash()))
                .flatMap(file -> Pieces.of(file, Pieces.How.STATEMENTS).stream().skip(entry.running() - 1L))
                .limit(1)
                .flatMap(cut -> cut.statements().stream())
                .flatMap(statement -> index(statement).stream())
                .findFirst();
    }

    private static Optional<String> index(SqlStatement statement) {
        return Pieces.tree(statement)
                .filter(tree -> tree.is("IndexStmt") && !tree.text("idxname").isEmpty())
                .map(tree -> {
                    String schema =
                            tree.child("relation").map(Recovered::schema).orElse("");
                    return schema.isEmpty() ? tree.text("idxname") : schema + "." + tree.text("idxname");
                });
    }

    private static String schema(Node relation) {
        return relation.text("schemaname");
    }

    private static String quoted(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? Identifier.quote(name) : Identifier.quote(name.substring(0, dot), name.substring(dot + 1));
    }

    private @Nullable String ask(String sql, String value) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql);
                var _ = cancellation.watch(statement)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
