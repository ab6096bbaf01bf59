package mana.studio.drizzle.history;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// A journal is changed where it must be, and left as it is elsewhere.
class JournalTextTest {
    private static final String TWO = """
        {
          "version": "7",
          "dialect": "postgresql",
          "entries": [
            {
              "idx": 0,
              "version": "7",
              "when": 1795177761847,
              "tag": "0000_init",
              "breakpoints": true
            },
            { "idx": 1, "tag":"0001_über \\"it\\"",  "when" : 17, "extra": {"when": 5}, "breakpoints": false }
          ]
        }\
        """;

    @Test
    void changesOnlyTheWhen() {
        assertThat(JournalText.of(TWO).withWhen(1, 1795177761848L).text())
                .isEqualTo(TWO.replace("\"when\" : 17", "\"when\" : 1795177761848"));
        assertThat(JournalText.of(TWO).withWhen(0, 1).text()).isEqualTo(TWO.replace("1795177761847", "1"));
    }

    @Test
    void changesOnlyTheTag() {
        assertThat(JournalText.of(TWO).withTag(1, "0002_b").withIndex(1, 2).text())
                .isEqualTo(TWO.replace("\"0001_über \\\"it\\\"\"", "\"0002_b\"").replace("\"idx\": 1", "\"idx\": 2"));
    }

    @Test
    void takesAnEntryOutAndPutsOneIn() {
        JournalText one = JournalText.of(TWO).without(1);
        assertThat(one.size()).isEqualTo(1);
        JournalText written = one.with(1, 1, 42, "0001_b");
        assertThat(written.text())
                .isEqualTo(JournalText.empty()
                        .with(0, 0, 1795177761847L, "0000_init")
                        .with(1, 1, 42, "0001_b")
                        .text());
        assertThat(written.without(0).size()).isEqualTo(1);
        assertThat(JournalText.of(TWO).with(0, 9, 3, "first").withWhen(1, 4).text())
                .contains("\"first\"")
                .contains("\"when\": 4");
    }

    @Test
    void writesAsTheToolDoes() {
        assertThat(JournalText.empty().with(0, 0, 1795177761847L, "0000_init").text())
                .isEqualTo("""
                    {
                      "version": "7",
                      "dialect": "postgresql",
                      "entries": [
                        {
                          "idx": 0,
                          "version": "7",
                          "when": 1795177761847,
                          "tag": "0000_init",
                          "breakpoints": true
                        }
                      ]
                    }\
                    """);
    }
}
