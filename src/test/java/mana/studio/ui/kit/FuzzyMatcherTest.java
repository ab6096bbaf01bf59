package mana.studio.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyMatcherTest {
    @ParameterizedTest
    @CsvSource({
        "crtrs, [cr]edits.[tr]an[s]actions",
        "users, auth.[users]",
        "uae, auth.[u]ser_[a]udit_[e]ntries",
        "autus, [aut]h.[us]ers",
        "US_ID, auth.[us]er[_id]",
        "ua, shop.[U]ser[A]ccount",
    })
    void prefersBeginningsOfWordsAndRunsOfLetters(String query, String expected) {
        String name = expected.replaceAll("[\\[\\]]", "");

        FuzzyMatcher matcher = new FuzzyMatcher(query);
        matcher.score(name, 0, 0);

        assertThat(marked(name, matcher.positions())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"xyz, auth.users", "sresu, auth.users", "userss, auth.users"})
    void findsNothingWhereALetterIsMissingOrOutOfOrder(String query, String name) {
        assertThat(score(query, name)).isEqualTo(FuzzyMatcher.NONE);
    }

    @Test
    void ranksTheShorterAndTheBetterAligned() {
        List<String> names = List.of(
                "auth.superusers", "auth.users_archive", "auth.users", "audit.sessions_of_users_here", "umbrella.sers");

        assertThat(names.stream().sorted(Comparator.comparingInt((String name) -> -score("users", name))))
                .startsWith("auth.users", "auth.users_archive");
    }

    @Test
    void canAskForTheLastLetterInTheColumn() {
        FuzzyMatcher matcher = new FuzzyMatcher("user");
        String path = "auth.users.name";

        assertThat(matcher.score(path, 5, 11)).isEqualTo(FuzzyMatcher.NONE);
        assertThat(matcher.score("auth.users.referrer", 5, 11)).isNotEqualTo(FuzzyMatcher.NONE);
        assertThat(matcher.positions()[3]).isGreaterThanOrEqualTo(6);
    }

    @Test
    void neverRejectsByItsLettersWhatMatches() {
        for (String name : List.of("auth.users", "shop.\"Größe\"", "a.b_1$2", "Ünï.cödé")) {
            for (int from = 0; from < name.length(); from++) {
                FuzzyMatcher matcher = new FuzzyMatcher(name.substring(from));
                assertThat(matcher.mayMatch(FuzzyMatcher.lettersOf(name)))
                        .as(name)
                        .isTrue();
                assertThat(matcher.score(name, 0, 0)).as(name).isNotEqualTo(FuzzyMatcher.NONE);
            }
        }
    }

    private static int score(String query, String name) {
        return new FuzzyMatcher(query).score(name, 0, 0);
    }

    private static String marked(String name, int[] positions) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            int at = i;
            boolean matched = Arrays.stream(positions).anyMatch(position -> position == at);
            text.append(matched ? "[" + name.charAt(i) + "]" : name.charAt(i));
        }
        return text.toString().replace("][", "");
    }
}
