package mana.studio.locks.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import mana.studio.locks.watch.Sight.Pace;
import org.junit.jupiter.api.Test;

class RhythmTest {
    private static final Duration QUICK = Duration.ofMillis(3);

    @Test
    void looksAsOftenAsIsWanted() {
        assertThat(new Rhythm(Pace.WATCHED, QUICK, 0).pause()).contains(Duration.ofSeconds(2));
        assertThat(new Rhythm(Pace.CLOSE, QUICK, 0).pause()).contains(Duration.ofMillis(250));
        assertThat(new Rhythm(Pace.BADGE, QUICK, 0).pause()).contains(Duration.ofSeconds(30));
        assertThat(new Rhythm(Pace.PAUSED, QUICK, 0).pause()).isEmpty();
    }

    @Test
    void looksATenthOfTheTimeAtMost() {
        Duration slow = Duration.ofMillis(700);
        assertThat(new Rhythm(Pace.WATCHED, slow, 0).pause()).contains(Duration.ofSeconds(7));
        assertThat(new Rhythm(Pace.CLOSE, slow, 0).pause()).contains(Duration.ofSeconds(7));
        assertThat(new Rhythm(Pace.BADGE, slow, 0).pause()).contains(Duration.ofSeconds(30));
    }

    @Test
    void waitsToBeAskedWhereTheListIsTooSlow() {
        Rhythm rhythm = new Rhythm(Pace.WATCHED, Duration.ofMillis(2_001), 0);
        assertThat(rhythm.pace()).isEqualTo(Pace.BY_HAND);
        assertThat(rhythm.pause()).isEmpty();
        assertThat(new Rhythm(Pace.WATCHED, Duration.ofSeconds(2), 0).pace()).isEqualTo(Pace.WATCHED);
        assertThat(new Rhythm(Pace.PAUSED, Duration.ofSeconds(3), 0).pace()).isEqualTo(Pace.PAUSED);
    }

    @Test
    void triesMoreRarelyTheLongerItFails() {
        assertThat(IntStream.rangeClosed(1, 8)
                        .mapToObj(failures -> new Rhythm(Pace.WATCHED, Duration.ZERO, failures)
                                .pause()
                                .orElseThrow()
                                .toSeconds()))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }
}
