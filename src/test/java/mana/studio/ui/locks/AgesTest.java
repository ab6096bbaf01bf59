package mana.studio.ui.locks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AgesTest {
    @Test
    void readsAtAGlance() {
        assertThat(Ages.text(Duration.ofSeconds(43))).isEqualTo("43 s");
        assertThat(Ages.text(Duration.ofMinutes(41))).isEqualTo("41 min");
        assertThat(Ages.text(Duration.ofMinutes(125))).isEqualTo("2 h 5 min");
        assertThat(Ages.text(Duration.ofDays(3))).isEqualTo("3 days");
        assertThat(Ages.tenths(Duration.ofMillis(213))).isEqualTo("0.2 s");
    }

    @Test
    void doesNotGuessAnUnknownAge() {
        assertThat(Ages.later(null, Duration.ofSeconds(5))).isEmpty();
        assertThat(Ages.later(Duration.ofSeconds(5), Duration.ofSeconds(2))).isEqualTo("7 s");
    }
}
