package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import mana.studio.catalog.SizeReader.DiskSize;
import mana.studio.connection.Cancellation;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.TestServer;
import org.junit.jupiter.api.Test;

class SizeReaderTest {
    private final TestServer.TestDatabase database = TestServer.freshDatabase().run("""
                    CREATE TABLE public.notes (id int PRIMARY KEY, body text);
                    CREATE INDEX notes_body ON public.notes (pg_catalog.left(body, 10));
                    ALTER TABLE public.notes ALTER body SET STORAGE EXTERNAL;
                    INSERT INTO public.notes
                    SELECT n, pg_catalog.repeat('x', 10000) FROM pg_catalog.generate_series(1, 50) n;
                    CREATE TABLE public.parted (id int) PARTITION BY RANGE (id);
                    CREATE TABLE public.part PARTITION OF public.parted FOR VALUES FROM (0) TO (1000);
                    INSERT INTO public.parted SELECT pg_catalog.generate_series(1, 500);
                    """);
    private final SizeReader reader = new SizeReader(database.source());

    @Test
    void measuresATableItsIndexesAndWhatWasMovedOut() throws SQLException {
        DiskSize size = measure("notes");

        assertThat(size.toast()).isGreaterThan(500_000);
        assertThat(size.table()).isGreaterThan(size.toast());
        assertThat(size.byIndex()).containsOnlyKeys("notes_pkey", "notes_body");
        assertThat(size.indexes())
                .isEqualTo(size.byIndex().values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
        assertThat(size.total()).isEqualTo(size.table() + size.indexes());
    }

    @Test
    void addsUpPartitions() throws SQLException {
        assertThat(measure("parted").table()).isEqualTo(measure("part").table()).isPositive();
    }

    @Test
    void saysSoWhenThereIsNoSuchRelation() throws SQLException {
        assertThat(reader.measure(new QualifiedName("public", "gone"), new Cancellation()))
                .isEmpty();
    }

    private DiskSize measure(String table) throws SQLException {
        return reader.measure(new QualifiedName("public", table), new Cancellation())
                .orElseThrow();
    }
}
