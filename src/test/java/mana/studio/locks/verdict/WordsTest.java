package mana.studio.locks.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mana.studio.locks.LockKey;
import mana.studio.locks.verdict.Sockets.End;
import mana.studio.locks.verdict.Sockets.Pair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The small parts of a verdict.
class WordsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "0, less than a second",
        "1, 1 s",
        "59, 59 s",
        "60, 1 min",
        "2479, 41 min",
        "3600, 1 h",
        "7500, 2 h 5 min",
        "86400, 1 day",
        "183600, 2 days 3 h"
    })
    void saysDurationsAsPeopleDo(long seconds, String words) {
        assertThat(Span.text(Duration.ofSeconds(seconds))).isEqualTo(words);
    }

    @Test
    void readsKeysThatStandInAStatement() {
        assertThat(Statements.tried("select pg_try_advisory_lock(987654321)"))
                .contains(List.of(LockKey.of(987_654_321L)));
        assertThat(Statements.tried("SELECT pg_try_advisory_xact_lock( -1 , 42::int )"))
                .contains(List.of(LockKey.of(-1, 42)));
        assertThat(Statements.tried("SELECT pg_try_advisory_lock($1)")).isEmpty();
        assertThat(Statements.tried("SELECT pg_try_advisory_lock(hashtext('x'))"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CREATE TABLE a ()", "  -- why\n alter table a add b int", "/* x */ DROP TABLE a"})
    void knowsWhatChangesASchema(String statement) {
        assertThat(Statements.changesSchema(statement)).isTrue();
    }

    @Test
    void readsAddressesAsLinuxPrintsThem() throws Exception {
        Sockets sockets = Sockets.of(List.of(
                "  sl  local_address rem_address   st tx_queue rx_queue",
                "   0: 0100007F:1538 0100007F:9DE9 08 00000000:00000000 00:00000000 00000000  1000",
                "   1: 0000000000000000FFFF00000100007F:89B0 0000000000000000FFFF00000100007F:1538 05 0:0 0:0 0 0"));
        InetAddress here = InetAddress.ofLiteral("127.0.0.1");
        assertThat(sockets.states())
                .containsEntry(new Pair(new End(here, 5432), new End(here, 0x9DE9)), Sockets.State.CLOSED_THERE)
                .containsEntry(new Pair(new End(here, 0x89B0), new End(here, 5432)), Sockets.State.CLOSED_HERE);
    }

    @Test
    void readsMomentsAsTheServerPrintsThem() {
        Instant now = Instant.parse("2026-11-25T12:41:00Z");
        assertThat(Times.since("2026-11-25 12:40:01.5+00", now)).isEqualTo(Duration.ofMillis(58_500));
        assertThat(Times.since("2026-11-25 18:10:00+05:30", now)).isEqualTo(Duration.ofMinutes(1));
        assertThat(Times.since("Wed 25 Nov", now)).isZero();
    }

    @Test
    void takesFromAFileOnlyWhatItSays() throws IOException {
        Path file = folder.resolve("thresholds.json");
        Files.writeString(file, "{\"idle\": {\"yellow\": 1.5, \"red\": 2}}");

        Thresholds read = Thresholds.read(file);

        assertThat(read.idle().of(Duration.ofMillis(1_500))).isEqualTo(Severity.WARNING);
        assertThat(read.idle().of(Duration.ofSeconds(2))).isEqualTo(Severity.STUCK);
        assertThat(read.waiting()).isEqualTo(Thresholds.DEFAULT.waiting());
        assertThat(read.active().of(Duration.ofDays(9))).isEqualTo(Severity.WARNING);
        Files.writeString(file, "{\"idle\": 5}");
        assertThatThrownBy(() -> Thresholds.read(file)).isInstanceOf(IOException.class);
    }
}
