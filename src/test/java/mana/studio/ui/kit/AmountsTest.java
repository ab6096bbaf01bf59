package mana.studio.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "842, 842",
        "999, 999",
        "1000, 1k",
        "1240, 1.2k",
        "12480, 12k",
        "200000, 200k",
        "999600, 1M",
        "1500000, 1.5M",
        "10000000, 10M",
        "3200000000, 3.2G"
    })
    void roundsCountsToWhatAGlanceTakesIn(long count, String text) {
        assertThat(Amounts.count(count)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 bytes", "512, 512 bytes", "8192, 8 kB", "1835008, 1.8 MB", "21000000, 20 MB", "1610612736, 1.5 GB"
    })
    void roundsSizesInStepsOf1024(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void groupsTheDigitsOfExactCounts() {
        assertThat(Amounts.exact(200_000)).isEqualTo("200,000");
    }
}
