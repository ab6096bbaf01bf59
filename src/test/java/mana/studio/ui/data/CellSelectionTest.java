package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellSelectionTest {
    private final CellSelection selection = new CellSelection();

    @BeforeEach
    void tenRowsOfFourColumns() {
        selection.bound(100, 110, 4);
    }

    @Test
    void isNothingAtFirst() {
        assertThat(selection.range().get()).isNull();
    }

    @Test
    void drawsARectangleFromWhereItBegan() {
        selection.select(103, 2);
        selection.extend(101, 1);
        CellRange range = selection.range().get();
        assertThat(range).isEqualTo(new CellRange(103, 2, 101, 1));
        assertThat(range.rows()).isEqualTo(3);
        assertThat(range.columns()).isEqualTo(2);
        assertThat(range.contains(102, 2)).isTrue();
        assertThat(range.contains(102, 3)).isFalse();
        assertThat(range.isCursor(101, 1)).isTrue();
    }

    @Test
    void collapsesToTheCursorWhenItMovesOn() {
        selection.select(103, 2);
        selection.move(2, 1, true);
        selection.move(1, 0, false);
        assertThat(selection.range().get()).isEqualTo(CellRange.of(106, 3));
    }

    @Test
    void stopsAtTheEdges() {
        selection.select(103, 2);
        selection.move(1_000, -1_000, false);
        assertThat(selection.range().get()).isEqualTo(CellRange.of(109, 0));
    }

    @Test
    void takesWholeRowsAndAllOfThem() {
        selection.selectRow(104, false);
        selection.selectRow(106, true);
        CellRange rows = selection.range().get();
        assertThat(rows.top()).isEqualTo(104);
        assertThat(rows.rows()).isEqualTo(3);
        assertThat(rows.columns()).isEqualTo(4);
        selection.selectAll();
        assertThat(selection.range().get().rows()).isEqualTo(10);
    }

    @Test
    void isNarrowedToTheRowsThatStay() {
        selection.select(102, 1);
        selection.extend(108, 3);
        selection.bound(105, 120, 3);
        assertThat(selection.range().get()).isEqualTo(new CellRange(105, 1, 108, 2));
        selection.bound(200, 300, 3);
        assertThat(selection.range().get()).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void neverReachesBeyondWhatThereIs(long seed) {
        Random random = new Random(seed);
        long first = 100;
        long end = 110;
        int columns = 4;
        for (int step = 0; step < 2_000; step++) {
            long row = random.nextLong(80, 140);
            int column = random.nextInt(-3, 9);
            switch (random.nextInt(7)) {
                case 0 -> selection.select(row, column);
                case 1 -> selection.extend(row, column);
                case 2 -> selection.move(random.nextInt(-9, 9), random.nextInt(-9, 9), random.nextBoolean());
                case 3 -> selection.selectRow(row, random.nextBoolean());
                case 4 -> selection.selectAll();
                case 5 -> selection.clear();
                default -> {
                    first = random.nextLong(90, 110);
                    end = first + random.nextLong(0, 20);
                    columns = random.nextInt(0, 6);
                    selection.bound(first, end, columns);
                }
            }
            CellRange range = selection.range().get();
            if (range != null) {
                assertThat(range.top()).isGreaterThanOrEqualTo(first);
                assertThat(range.bottom()).isLessThan(end);
                assertThat(range.left()).isGreaterThanOrEqualTo(0);
                assertThat(range.right()).isLessThan(columns);
                assertThat(range.contains(range.cursorRow(), range.cursorColumn())).isTrue();
            }
        }
    }
}
