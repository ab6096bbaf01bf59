package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

/// Books are read whatever columns they have, and repaired only as it was said.
class BooksReaderTest {
    private static final MigrationsTable V1 = new MigrationsTable("own", "__drizzle_migrations");
    private static final MigrationsTable ODD = new MigrationsTable("public", "notes");
    private static final MigrationsTable ABSENT = new MigrationsTable("drizzle", "__absent");

    private final TestDatabase database = TestServer.freshDatabase().run("""
        CREATE SCHEMA drizzle;
        CREATE TABLE drizzle.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint);
        INSERT INTO drizzle.__drizzle_migrations (hash, created_at) VALUES ('a', 5), ('b', NULL), ('c', 3);
        CREATE SCHEMA own;
        CREATE TABLE own.__drizzle_migrations (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint,
            name text, applied_at timestamptz DEFAULT now());
        INSERT INTO own.__drizzle_migrations (hash, created_at, name) VALUES ('d', 7, '20261120_x');
        CREATE TABLE public.notes (id int);\
        """);

    private Map<MigrationsTable, Books> read() throws SQLException {
        return new BooksReader(database.source()).read(List.of(ODD, ABSENT), new Cancellation());
    }

    @Test
    void readsEveryKindOfBooks() throws SQLException {
        Map<MigrationsTable, Books> books = read();
        Books stable = Objects.requireNonNull(books.get(MigrationsTable.DEFAULT));
        assertThat(stable.rows())
                .containsExactly(
                        new BooksRow(1L, "a", 5L, null, null),
                        new BooksRow(2L, "b", null, null, null),
                        new BooksRow(3L, "c", 3L, null, null));
        assertThat(stable.newest().map(BooksRow::hash)).contains("b");
        Books named = Objects.requireNonNull(books.get(V1));
        assertThat(named.named()).isTrue();
        assertThat(named.rows().getFirst().name()).isEqualTo("20261120_x");
        assertThat(named.rows().getFirst().appliedAt()).isNotBlank();
        assertThat(Objects.requireNonNull(books.get(ODD)).problem()).contains("no columns hash and created_at");
        assertThat(Objects.requireNonNull(books.get(ABSENT)).exists()).isFalse();
    }

    @Test
    void repairsOnlyWhatItSaid() throws SQLException {
        String set = "UPDATE drizzle.__drizzle_migrations SET created_at = 4 WHERE id = 2 AND created_at IS NULL";
        Repair.OfRows repair = new Repair.OfRows("Set", "", List.of(set), List.of(1));
        try (Connection connection = database.source().getConnection()) {
            RowRepairRunner.run(connection, repair, new Cancellation());
            assertThatThrownBy(() -> RowRepairRunner.run(connection, repair, new Cancellation()))
                    .hasMessageContaining("no longer what they were");
        }
        assertThat(Objects.requireNonNull(read().get(MigrationsTable.DEFAULT))
                        .rows()
                        .get(1)
                        .createdAt())
                .isEqualTo(4);
    }

    @Test
    void writesAScriptThatACommentDoesNotSwallow() {
        Repair.OfRows repair = new Repair.OfRows("Run", "", List.of("SELECT 1;", "SELECT 2 -- two"), List.of(-1, -1));
        assertThat(repair.script()).isEqualTo("BEGIN;\n\nSELECT 1;\n\nSELECT 2 -- two\n;\n\nCOMMIT;\n");
    }
}
