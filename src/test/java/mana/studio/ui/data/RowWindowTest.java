package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import mana.studio.connection.Cancellation;
import mana.studio.rows.RowQuery;
import mana.studio.rows.RowReader;
import mana.studio.rows.SoftDeleted;
import mana.studio.rows.SortKey;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Table;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.ui.kit.FxBackground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class RowWindowTest {
    private static final int ROWS = 50_000;
    private static final Table EVENTS = Relations.table("public", "events")
            .required("id", "integer", Family.INTEGER)
            .column("kind", "integer", Family.INTEGER)
            .primaryKey("id")
            .build();

    private static TestDatabase database;

    private FxBackground background;
    private RowWindow window;

    @BeforeAll
    static void fill() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        database = TestServer.freshDatabase()
                .run(
                        """
                        CREATE TABLE events (id integer PRIMARY KEY, kind integer);
                        INSERT INTO events SELECT n, n % 7 FROM generate_series(1, 50000) AS n;
                        ANALYZE events;
                        """);
    }

    @BeforeEach
    void open() {
        FxThread.run(() -> {
            background = new FxBackground();
            window = new RowWindow(background, "Reading events");
            window.open(reader(), _ -> "");
        });
        settle();
    }

    @AfterEach
    void close() {
        FxThread.run(background::close);
    }

    @Test
    void opensOnTheFirstPage() {
        assertThat(ids()).isEqualTo(LongStream.rangeClosed(1, RowWindow.PAGE).boxed().toList());
        assertThat(FxThread.ask(() -> window.stretch().isExact())).isTrue();
    }

    @Test
    void showsTheWholeTableInOrderWhileItIsScrolledDownAndUpAgain() {
        List<Long> seen = new ArrayList<>(ids());
        int most = 0;
        while (!FxThread.ask(() -> window.stretch().atEnd())) {
            long end = FxThread.ask(() -> window.stretch().endPlace());
            lookAtEnd();
            most = Math.max(most, FxThread.ask(() -> window.stretch().loaded()));
            seen.addAll(idsFrom(end));
        }
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, ROWS).boxed().toList());
        assertThat(most).isLessThanOrEqualTo(RowWindow.CAPACITY);
        assertThat(FxThread.ask(() -> window.total().get())).isEqualTo(new Total(ROWS, true));
        while (!FxThread.ask(() -> window.stretch().atStart())) {
            lookAtStart();
            assertThat(FxThread.ask(() -> window.stretch().loaded())).isLessThanOrEqualTo(RowWindow.CAPACITY);
        }
        List<Long> ids = ids();
        assertThat(ids).isEqualTo(LongStream.rangeClosed(1, ids.size()).boxed().toList());
    }

    @Test
    void jumpsToAPositionAndScrollsOnFromThereBothWays() {
        FxThread.run(() -> window.jump(10_000));
        settle();
        assertThat(ids().getFirst()).isEqualTo(10_001);
        assertThat(FxThread.ask(() -> window.stretch().isExact())).isTrue();
        lookAtStart();
        lookAtEnd();
        List<Long> ids = ids();
        assertThat(ids)
                .isEqualTo(LongStream.rangeClosed(10_001 - RowWindow.STRIDE, 10_000 + 2 * RowWindow.STRIDE)
                        .boxed()
                        .toList());
    }

    @Test
    void jumpsToTheVeryPositionOnceItLearnedWhereRowsAre() {
        FxThread.run(() -> window.jump(40_000));
        settle();
        assertThat(FxThread.ask(() -> window.stretch().isExact())).isFalse();
        RowReader reader = Objects.requireNonNull(FxThread.ask(() -> window.reader()));
        assertThat(anchored(reader)).isTrue();
        FxThread.run(() -> window.jump(30_000));
        settle();
        assertThat(ids().getFirst()).isEqualTo(30_001);
        assertThat(FxThread.ask(() -> window.stretch().isExact())).isTrue();
    }

    private static boolean anchored(RowReader reader) {
        try {
            reader.buildAnchors(new Cancellation());
            return reader.isExact(40_000);
        } catch (java.sql.SQLException refused) {
            throw new AssertionError(refused);
        }
    }

    @Test
    void goesToTheEndAndBack() {
        FxThread.run(window::toEnd);
        settle();
        assertThat(ids().getLast()).isEqualTo(ROWS);
        FxThread.run(window::toStart);
        settle();
        assertThat(ids().getFirst()).isEqualTo(1);
    }

    @Test
    void showsTheEndWhereAPositionLiesBeyondIt() {
        FxThread.run(() -> window.jump(9_000_000));
        settle();
        assertThat(ids().getLast()).isEqualTo(ROWS);
        assertThat(FxThread.ask(() -> window.stretch().atEnd())).isTrue();
    }

    @Test
    void readsAgainWhereItIs() {
        FxThread.run(() -> window.jump(20_000));
        settle();
        long place = FxThread.ask(() -> window.stretch().placeOf(20_300));
        database.run("UPDATE events SET kind = 100 WHERE id = 20301");
        FxThread.run(() -> window.reopen(reader(), place));
        settle();
        assertThat(FxThread.ask(() -> window.stretch().row(place).cells().get(1).text())).isEqualTo("100");
        assertThat(FxThread.ask(() -> window.stretch().position(place))).isEqualTo(20_300);
        database.run("UPDATE events SET kind = 20301 % 7 WHERE id = 20301");
    }

    @Test
    void takesTheNewestWishOnly() {
        FxThread.run(() -> {
            window.jump(30_000);
            window.toEnd();
            window.jump(15_000);
        });
        settle();
        assertThat(ids().getFirst()).isEqualTo(15_001);
    }

    @Test
    void followsAnOrderThatIsNotThatOfTheKey() {
        List<SortKey> byKind = List.of(new SortKey("kind", false));
        FxThread.run(() -> window.open(
                new RowReader(
                        database.source(), new RowQuery(EVENTS, List.of(), null, byKind, SoftDeleted.SHOW)),
                _ -> ""));
        settle();
        lookAtEnd();
        List<Long> expected = LongStream.rangeClosed(1, ROWS)
                .filter(id -> id % 7 == 0)
                .limit(RowWindow.PAGE + RowWindow.STRIDE)
                .boxed()
                .toList();
        assertThat(ids()).isEqualTo(expected);
    }

    @Test
    void keepsWhatItShowsWhenItIsStopped() {
        FxThread.run(() -> {
            window.open(reader(), progress -> database.source().getConnection().isValid(1));
            window.stop();
        });
        settle();
        assertThat(ids()).hasSize(RowWindow.PAGE);
        assertThat(FxThread.ask(() -> window.failure().get())).isNull();
    }

    private RowReader reader() {
        return new RowReader(database.source(), RowQuery.all(EVENTS));
    }

    private void settle() {
        FxThread.await(() -> !window.loading().get());
    }

    private void lookAtEnd() {
        FxThread.run(() -> {
            int last = window.stretch().rows().size() - 1;
            window.look(last - 30, last);
        });
        settle();
    }

    private void lookAtStart() {
        FxThread.run(() -> window.look(0, 30));
        settle();
    }

    private List<Long> ids() {
        return idsFrom(FxThread.ask(() -> window.stretch().firstPlace()));
    }

    private List<Long> idsFrom(long from) {
        return FxThread.ask(() -> {
            Stretch stretch = window.stretch();
            return LongStream.range(from, stretch.endPlace())
                    .mapToObj(place -> Objects.requireNonNull(stretch.row(place)))
                    .map(row -> Long.valueOf(Objects.requireNonNull(row.cells().getFirst().text())))
                    .toList();
        });
    }
}
