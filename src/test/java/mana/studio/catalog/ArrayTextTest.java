package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArrayTextTest {
    @Test
    void readsTexts() {
        assertThat(ArrayText.texts("{}")).isEmpty();
        assertThat(ArrayText.texts("{fillfactor=70}")).containsExactly("fillfactor=70");
        assertThat(ArrayText.texts("{a,\"b c\",\"\",\"d\\\"e\\\\f\",\"g,}\"}"))
                .containsExactly("a", "b c", "", "d\"e\\f", "g,}");
    }

    @Test
    void readsNumbersOfArraysAndVectors() {
        assertThat(ArrayText.numbers("")).isEmpty();
        assertThat(ArrayText.numbers("{}")).isEmpty();
        assertThat(ArrayText.numbers("{3,-1,20}")).containsExactly(3, -1, 20);
        assertThat(ArrayText.numbers("1 0 4294967295 4 5")).containsExactly(1, 0, 4294967295L, 4, 5);
    }
}
