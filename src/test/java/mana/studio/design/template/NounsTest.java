package mana.studio.design.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NounsTest {
    @ParameterizedTest
    @CsvSource({
        "user, users", "category, categories", "user_address, user_addresses", "person, people", "box, boxes",
        "status, statuses", "key, keys", "match, matches", "class, classes", "movie_data, movie_data"
    })
    void knowsOneAndSeveral(String one, String several) {
        assertThat(Nouns.plural(one)).isEqualTo(several);
        assertThat(Nouns.singular(several)).isEqualTo(one);
        assertThat(Nouns.isPlural(several)).isTrue();
        assertThat(Nouns.plural(several)).isEqualTo(several);
    }
}
