package mana.studio.convention.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnakeCaseTest {
    @ParameterizedTest
    @CsvSource({
        "pushToken, push_token",
        "HTTPServer, http_server",
        "createdAt, created_at",
        "user-id, user_id",
        "User Files, user_files",
        "line1Text, line1_text",
        "already_so, already_so",
        "2fa, ''",
        "Größe, gr_e"
    })
    void writesNamesWithoutCapitals(String name, String snake) {
        assertThat(SnakeCase.of(name)).isEqualTo(snake);
    }
}
