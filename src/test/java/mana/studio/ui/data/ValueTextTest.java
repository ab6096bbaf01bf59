package mana.studio.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import mana.studio.rows.Cell;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.ui.kit.CellText;
import org.junit.jupiter.api.Test;

class ValueTextTest {
    @Test
    void laysJsonOutAndColoursItsTokens() {
        ValueText json = ValueText.of(new DataType("jsonb", Family.JSON, null), "{\"a\": [1, \"b\", null]}");
        assertThat(json.text())
                .isEqualTo(
                        """
                        {
                          "a": [
                            1,
                            "b",
                            null
                          ]
                        }""");
        assertThat(json.spans().stream()
                        .map(span -> span.kind() + " " + json.text().substring(span.from(), span.to())))
                .containsExactly("key \"a\"", "number 1", "string \"b\"", "word null");
    }

    @Test
    void listsTheElementsOfAnArray() {
        ValueText list = ValueText.of(new DataType("text[]", Family.ARRAY, null), "{a,\"b, c\",NULL,{d,e}}");
        assertThat(list.text()).isEqualTo("1  a\n2  b, c\n3  NULL\n4  {d, e}\n");
    }

    @Test
    void dumpsBytes() {
        ValueText dump = ValueText.of(new DataType("bytea", Family.BINARY, null), "\\x6d616e61ff");
        assertThat(dump.text()).contains("6d 61 6e 61 ff").contains("mana.");
    }

    @Test
    void laysOutOnlyTheBeginningOfAVeryLargeValue() {
        ValueText text = ValueText.of(
                new DataType("text", Family.TEXT, null), "x".repeat(ValueText.LIMIT + 1));
        assertThat(text.whole()).isFalse();
        assertThat(text.text().replace("\n", "")).hasSize(ValueText.LIMIT);
        assertThat(text.text().lines()).allMatch(line -> line.length() <= 4_000);
    }

    @Test
    void saysAMomentInOtherZones() {
        assertThat(Moment.of("2026-07-01 12:30:00.25+00", ZoneId.of("Europe/Berlin")))
                .isEqualTo(
                        """
                        2026-07-01 12:30:00.25+00

                        UTC  Wed 2026-07-01 12:30:00.25
                        Europe/Berlin  Wed 2026-07-01 14:30:00.25""");
    }

    @Test
    void leavesWhatIsNoMomentAsItIs() {
        assertThat(Moment.of("infinity", ZoneId.of("UTC"))).isEqualTo("infinity");
    }

    @Test
    void tellsNullFromEmptyAndShowsWhatALineHides() {
        assertThat(CellText.of(Cell.NULL)).isEqualTo("NULL");
        assertThat(CellText.of(Cell.of(""))).isEqualTo("\"\"");
        assertThat(CellText.of(Cell.of(" "))).isEqualTo("␣");
        assertThat(CellText.of(Cell.of("a\r\nb\tc"))).isEqualTo("a↵b⇥c");
        assertThat(CellText.of(new Cell("abc", 5_000, true))).isEqualTo("abc…");
    }
}
