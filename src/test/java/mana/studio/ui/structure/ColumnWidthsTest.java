package mana.studio.ui.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
    @Test
    void givesTheRestToTheLastColumn() {
        assertThat(ColumnWidths.fit(new double[] {100, 50}, new double[] {60, 40}, 400))
                .containsExactly(100, 300);
    }

    @Test
    void takesFromEachInProportionWhereItIsNarrow() {
        assertThat(ColumnWidths.fit(new double[] {200, 100, 40}, new double[] {100, 50, 40}, 265))
                .containsExactly(150, 75, 40);
    }

    @Test
    void neverGoesBelowTheLeast() {
        assertThat(ColumnWidths.fit(new double[] {200, 100}, new double[] {100, 50}, 10))
                .containsExactly(100, 50);
    }
}
