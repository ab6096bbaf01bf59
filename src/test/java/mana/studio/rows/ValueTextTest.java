package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import mana.studio.rows.ArrayText.Element;
import mana.studio.schema.DataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The texts of JSON, arrays and bytes, made readable.
class ValueTextTest {
    private static final DataType TEXTS = new DataType("text[]", DataType.Family.ARRAY, null);

    @Test
    void indentsJsonAndChangesNoToken() {
        String json = "{\"b\":1.10, \"a\" : [1e2,{}, [ ],\"x,{\\\"\\\\\"],\"b\":null}";
        assertThat(JsonText.pretty(json))
                .isEqualTo(
                        """
                        {
                          "b": 1.10,
                          "a": [
                            1e2,
                            {},
                            [],
                            "x,{\\"\\\\"
                          ],
                          "b": null
                        }\
                        """);
        assertThat(JsonText.pretty(JsonText.pretty(json))).isEqualTo(JsonText.pretty(json));
    }

    @Test
    void leavesAScalarAsItIs() {
        assertThat(JsonText.pretty("-0.00")).isEqualTo("-0.00");
        assertThat(JsonText.pretty("\"\"")).isEqualTo("\"\"");
        assertThat(JsonText.pretty("\"a b\\n\"")).isEqualTo("\"a b\\n\"");
    }

    @Test
    void survivesWhatIsNotJson() {
        for (String text : List.of("", "{", "}", "\"", "\"\\", "{\"a\":", "]]")) {
            assertThat(JsonText.pretty(text)).isNotNull();
        }
    }

    @Test
    void splitsArrays() {
        assertThat(ArrayText.split("{}", TEXTS)).isEmpty();
        assertThat(ArrayText.split("{a,NULL,\"NULL\",\"\",\"x,\\\"y\\\\\"}", TEXTS))
                .isEqualTo(values("a", null, "NULL", "", "x,\"y\\"));
        assertThat(ArrayText.split("[0:1]={1,2}", TEXTS)).isEqualTo(values("1", "2"));
        assertThat(ArrayText.split("{{1,2},{3,4}}", TEXTS))
                .isEqualTo(List.of(new Element.Nested(values("1", "2")), new Element.Nested(values("3", "4"))));
        assertThat(ArrayText.split("{(2,2),(1,1);(4,4),(3,3)}", new DataType("box[]", DataType.Family.ARRAY, null)))
                .isEqualTo(values("(2,2),(1,1)", "(4,4),(3,3)"));
    }

    @Test
    void refusesWhatIsNoArray() {
        for (String text : List.of("", "{", "{a", "a", "{a}b", "{\"a}")) {
            assertThatThrownBy(() -> ArrayText.split(text, TEXTS)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void joinsWhatItSplits() {
        List<String> texts = List.of("", "NULL", "a,b", "{", "\"", "\\", " ");
        assertThat(ArrayText.split(ArrayText.join(texts), TEXTS)).isEqualTo(values(texts.toArray(String[]::new)));
    }

    @Test
    void dumpsBytes() {
        assertThat(BytesText.dump("\\x" + "41".repeat(17) + "00ff").lines())
                .containsExactly(
                        "00000000  41 41 41 41 41 41 41 41  41 41 41 41 41 41 41 41  |AAAAAAAAAAAAAAAA|",
                        "00000010  41 00 ff                                          |A..|");
        assertThat(BytesText.dump("\\x")).isEmpty();
    }

    private static List<Element> values(@Nullable String... texts) {
        return Arrays.stream(texts).map(text -> (Element) new Element.Value(text)).toList();
    }
}
