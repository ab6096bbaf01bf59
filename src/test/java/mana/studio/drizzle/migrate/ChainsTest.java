package mana.studio.drizzle.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Some of the real chains, as recorded of the real migrator; all of them: `bench chains`.
@Timeout(120)
class ChainsTest {
    private static final Set<String> SOME = Set.of(
            "mana__core-auth-b-stale",
            "usekaneo__kaneo",
            "icssc__AntAlmanac",
            "0xstonegm__dodgetracker",
            "xynehq__xyne",
            "open-tomato__notifications");

    @TempDir
    private static Path work;

    @TestFactory
    Stream<DynamicTest> runsAsRecorded() {
        assumeTrue(Files.exists(Chains.DATA), "the real chains are not here: " + Chains.DATA);
        return Chains.all().stream()
                .filter(chain -> SOME.contains(chain.name()))
                .map(chain -> DynamicTest.dynamicTest(chain.name(), () -> {
                    Chains chains = new Chains(work);
                    assertThat(chains.fresh(chain).differences()).isEmpty();
                    assertThat(chains.stepByStep(chain).differences()).isEmpty();
                }));
    }
}
