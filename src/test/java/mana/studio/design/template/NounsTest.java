package mana.studio.design.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NounsTest {
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
        "key, keys",
        "match, matches",
        "class, classes",
        "scarf, scarves",
        "ellipsis, ellipses",
        "lens, lenses"
    })
    void makesOneManyAndManyOne(String one, String many) {
        assertThat(Nouns.plural(one)).isEqualTo(many);
        assertThat(Nouns.plural(many)).isEqualTo(many);
        assertThat(Nouns.singular(many)).isEqualTo(one);
        assertThat(Nouns.singular(one)).isEqualTo(one);
        assertThat(Nouns.isPlural(many)).isTrue();
        assertThat(Nouns.isPlural(one)).isFalse();
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
                "movies",
                "many",
                "has_many",
                "several",
                "aircraft",
                "headquarters",
                "merchandise",
                "dice",
                "livestock",
                "movie_data"
            })
    void takesForMany(String name) {
        assertThat(Nouns.isPlural(name)).isTrue();
        assertThat(Nouns.plural(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"signature", "verification", "event_published", "access_log", "canvas", "gas", "class"})
    void takesForOne(String name) {
        assertThat(Nouns.isPlural(name)).isFalse();
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
        assertThat(Nouns.singular(many)).isEqualTo(one);
    }
}
