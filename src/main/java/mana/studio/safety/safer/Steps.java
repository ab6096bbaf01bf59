package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import mana.studio.ddl.Pieces;
import mana.studio.safety.safer.Step.Remains;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.Constraint.Unique;
import mana.studio.schema.Index;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Table;
import mana.studio.sql.Identifier;
import org.jspecify.annotations.Nullable;

/// Makes steps, as careful as the options say.
record Steps(SaferOptions options) {
    Step.InTransaction transaction(String purpose, String... statements) {
        return transaction(purpose, List.of(statements));
    }

    Step.InTransaction transaction(String purpose, List<String> statements) {
        return transaction(purpose, statements, List.of(), List.of());
    }

    Step.InTransaction transaction(
            String purpose, List<String> statements, List<String> warnings, List<String> losses) {
        return new Step.InTransaction(
                purpose, statements, options.lockTimeout(), options.retries(), warnings, losses);
    }

    Step.Alone alone(String purpose, String statement) {
        return new Step.Alone(purpose, statement, null);
    }

    Step.Alone alone(String purpose, String statement, @Nullable Remains remains) {
        return new Step.Alone(purpose, statement, remains);
    }

    /// Builds an index while others write.
    Step.Alone index(Index index, QualifiedName relation) {
        QualifiedName name = new QualifiedName(relation.schema(), index.name());
        return alone(
                "Build index " + name + " while others go on writing",
                Pieces.indexConcurrently(index, relation),
                new Remains(
                        "SELECT 1 FROM pg_index WHERE indexrelid = to_regclass("
                                + Pieces.literal(Pieces.name(name)) + ") AND NOT indisvalid",
                        "DROP INDEX CONCURRENTLY " + Pieces.name(name)));
    }

    Step.Alone dropIndex(QualifiedName index) {
        return alone(
                "Drop index " + index + " while others go on writing",
                "DROP INDEX CONCURRENTLY IF EXISTS " + Pieces.name(index));
    }

    /// Changes the rows of a table a batch at a time.
    Step.Batches batches(String purpose, Table table, String set, String where) {
        return new Step.Batches(
                purpose, table.name(), key(table), set, where, options.batchRows(), options.pause());
    }

    Step.Check nothingLeft(Step.Batches batches) {
        return new Step.Check("Nothing is left to do in " + batches.table(), batches.left(), "0");
    }

    /// The columns of a key without NULLs; empty where there is none.
    private static List<String> key(Table table) {
        List<List<String>> keys = new ArrayList<>();
        table.primaryKey().map(PrimaryKey::columns).ifPresent(keys::add);
        table.constraints().stream()
                .filter(Unique.class::isInstance)
                .map(one -> one.columns())
                .forEach(keys::add);
        return keys.stream()
                .filter(columns -> columns.stream()
                        .allMatch(name -> table.column(name).map(column -> column.isNotNull()).orElse(false)))
                .findFirst()
                .orElse(List.of());
    }

    /// `ALTER TABLE app.orders `.
    static String alter(QualifiedName table) {
        return "ALTER TABLE " + Pieces.name(table) + " ";
    }

    static String column(QualifiedName table, String column) {
        return alter(table) + "ALTER COLUMN " + Identifier.quote(column) + " ";
    }
}
