package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import mana.studio.rows.Cell;
import mana.studio.rows.Page;
import mana.studio.rows.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StretchTest {
    private static final int TABLE = 1_000;
    private static final int CAPACITY = 120;

    private final Stretch stretch = new Stretch(CAPACITY);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isAnUnbrokenBoundedPieceOfTheTableWhateverHappens(long seed) {
        Random random = new Random(seed);
        stretch.replace(page(400, 440), 400, 0, false);
        for (int step = 0; step < 500; step++) {
            int first = number(stretch.firstPlace());
            int end = number(stretch.endPlace() - 1) + 1;
            int size = 1 + random.nextInt(60);
            switch (random.nextInt(8)) {
                case 0, 1, 2 -> {
                    if (!stretch.atEnd()) {
                        stretch.append(page(end, Math.min(TABLE, end + size)));
                    }
                }
                case 3, 4, 5 -> {
                    if (!stretch.atStart()) {
                        stretch.prepend(page(Math.max(0, first - size), first));
                    }
                }
                default -> {
                    if (random.nextInt(20) == 0) {
                        int from = random.nextInt(TABLE - size);
                        stretch.replace(page(from, from + size), random.nextInt(2_000), 0, false);
                    }
                }
            }
            holds();
        }
    }

    private void holds() {
        assertThat(stretch.loaded()).isBetween(1, CAPACITY);
        int first = number(stretch.firstPlace());
        for (long place = stretch.firstPlace(); place < stretch.endPlace(); place++) {
            assertThat(number(place)).isEqualTo(first + (int) (place - stretch.firstPlace()));
            assertThat(stretch.rows().get(stretch.index(place))).isSameAs(stretch.row(place));
        }
        assertThat(stretch.atStart()).isEqualTo(first == 0);
        assertThat(stretch.atEnd()).isEqualTo(number(stretch.endPlace() - 1) == TABLE - 1);
        assertThat(stretch.rows().getFirst() == Stretch.LOADING).isEqualTo(!stretch.atStart());
        assertThat(stretch.rows().getLast() == Stretch.LOADING).isEqualTo(!stretch.atEnd());
        if (stretch.isExact()) {
            assertThat(stretch.position(stretch.firstPlace())).isEqualTo(first);
        }
    }

    @Test
    void keepsThePlaceOfARowWhileItGrows() {
        stretch.replace(page(500, 520), 480, 0, false);
        stretch.append(page(520, 560));
        stretch.prepend(page(470, 500));
        assertThat(number(480)).isEqualTo(500);
        assertThat(stretch.firstPlace()).isEqualTo(450);
    }

    @Test
    void learnsItsPositionsAtTheStartOfTheTable() {
        stretch.replace(page(30, 60), 100, 0, false);
        assertThat(stretch.isExact()).isFalse();
        assertThat(stretch.position(100)).isEqualTo(100);
        stretch.prepend(page(0, 30));
        assertThat(stretch.isExact()).isTrue();
        assertThat(stretch.position(100)).isEqualTo(30);
        assertThat(stretch.placeOf(30)).isEqualTo(100);
    }

    @Test
    void learnsItsPositionsAtTheEndOfATableThatWasCounted() {
        stretch.replace(page(990, 1_000), 700, 0, false);
        stretch.learnEnd(new Total(1_000, true));
        assertThat(stretch.isExact()).isTrue();
        assertThat(stretch.position(700)).isEqualTo(990);
    }

    private int number(long place) {
        Row row = Objects.requireNonNull(stretch.row(place), () -> "no row at " + place);
        return Integer.parseInt(Objects.requireNonNull(row.key().getFirst().text()));
    }

    private static Page page(int from, int to) {
        List<Row> rows = IntStream.range(from, to)
                .mapToObj(number -> new Row(List.of(), List.of(Cell.of(Integer.toString(number)))))
                .toList();
        return new Page(rows, from == 0, to == TABLE);
    }
}
