package mana.studio.locks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LockKeyTest {
    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, 987_654_321, 1L << 32, Long.MIN_VALUE, Long.MAX_VALUE})
    void keepsABigint(long number) {
        LockKey key = LockKey.of(number);
        assertThat(key.bigint()).hasValue(number);
        assertThat(key.text()).isEqualTo(Long.toString(number));
        assertThat(LockKey.parse(key.text())).contains(key);
        assertThat(LockKey.parse(key.hex())).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"0,42", "-1,42", "-2147483648,2147483647", "1,-1"})
    void keepsAPair(int first, int second) {
        LockKey key = LockKey.of(first, second);
        assertThat(key.text()).isEqualTo(first + "," + second);
        assertThat(LockKey.parse(key.text())).contains(key);
        assertThat(LockKey.parse(key.shown())).contains(key);
        assertThat(key.bigint()).isEmpty();
    }

    @Test
    void tellsAPairFromTheNumberOfTheSameBits() {
        assertThat(LockKey.of(0, 987_654_321)).isNotEqualTo(LockKey.of(987_654_321L));
    }

    @Test
    void keepsAnExtensionsKey() {
        LockKey key = new LockKey(5, 4_000_000_000L, 4);
        assertThat(key.text()).isEqualTo("class 4: 5,4000000000");
        assertThat(LockKey.parse(key.text())).contains(key);
    }

    @Test
    void readsLetters() {
        assertThat(LockKey.of(0x4C61_6E67_666C_6F77L).mnemonic()).contains("Langflow");
        assertThat(LockKey.of(987_654_321L).mnemonic()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "1,2,3", "9223372036854775808", "2147483648,1", "0x", "(1"})
    void refusesWhatIsNone(String text) {
        assertThat(LockKey.parse(text)).isEmpty();
    }
}
