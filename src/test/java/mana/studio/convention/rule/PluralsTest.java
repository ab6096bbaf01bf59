package mana.studio.convention.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PluralsTest {
    @ParameterizedTest
    @CsvSource({
        "user, users",
        "category, categories",
        "day, days",
        "address, addresses",
        "box, boxes",
        "person, people",
        "status, statuses",
        "child, children",
        "analysis, analyses",
        "hero, heroes",
        "photo, photos",
        "life, lives",
        "bus, buses",
        "alias, aliases",
        "quiz, quizzes",
        "index, indexes",
        "user_address, user_addresses",
        "branch, branches",
        "criterion, criteria",
        "process, processes",
        "canvas, canvases",
        "key, keys"
    })
    void makesOneManyAndManyOne(String one, String many) {
        assertThat(Plurals.plural(one)).isEqualTo(many);
        assertThat(Plurals.plural(many)).isEqualTo(many);
        assertThat(Plurals.singular(many)).isEqualTo(one);
        assertThat(Plurals.singular(one)).isEqualTo(one);
        assertThat(Plurals.isPlural(many)).isTrue();
        assertThat(Plurals.isPlural(one)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata",
                "feedback",
                "news",
                "thread_metadata",
                "media",
                "series",
                "user_data",
                "jwks",
                "pois",
                "menus",
                "skus",
                "taxis",
                "events_published",
                "api_usage_daily",
                "indices",
                "usage_stats",
                "settings",
                "caches",
                "two_factor_auth",
                "sources",
                "databases",
                "releases",
                "cookies",
                "movies"
            })
    void takesForMany(String name) {
        assertThat(Plurals.isPlural(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "verification", "event_published", "access_log", "canvas", "gas", "class"})
    void takesForOne(String name) {
        assertThat(Plurals.isPlural(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sources, source",
        "databases, database",
        "releases, release",
        "cookies, cookie",
        "movies, movie",
        "series, series",
        "metadata, metadata",
        "caches, cache",
        "houses, house",
        "uses, use",
        "types, type"
    })
    void findsTheOneOfMany(String many, String one) {
        assertThat(Plurals.singular(many)).isEqualTo(one);
    }
}
