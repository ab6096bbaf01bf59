package mana.studio.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.ui.kit.CodePane.LineMark;
import mana.studio.ui.kit.CodePane.LineMark.Kind;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    @Test
    void putsWhatIsTheSameAtTheSameHeight() {
        SideBySide texts = SideBySide.of("a\nb\nc\nd\n", "a\nB\nB2\nc\n");

        assertThat(texts.before().text()).isEqualTo("a\nb\n\nc\nd");
        assertThat(kinds(texts.before())).containsExactly(Kind.SAME, Kind.CHANGED, Kind.GAP, Kind.SAME, Kind.REMOVED);
        assertThat(texts.after().text()).isEqualTo("a\nB\nB2\nc\n");
        assertThat(kinds(texts.after())).containsExactly(Kind.SAME, Kind.CHANGED, Kind.ADDED, Kind.SAME, Kind.GAP);
        assertThat(texts.before().marks()).extracting(LineMark::number).containsExactly(1, 2, 0, 3, 4);
    }

    @Test
    void takesPaddingForNoChange() {
        SideBySide texts = SideBySide.of("    id   uuid,\n    x text", "    id        uuid,\n    long_name text");

        assertThat(kinds(texts.before())).containsExactly(Kind.SAME, Kind.CHANGED);
        assertThat(texts.after().text()).isEqualTo("    id        uuid,\n    long_name text");
    }

    @Test
    void showsWhatIsNewBesideNothing() {
        SideBySide texts = SideBySide.of("", "a\nb");

        assertThat(kinds(texts.before())).containsExactly(Kind.GAP, Kind.GAP);
        assertThat(kinds(texts.after())).containsExactly(Kind.ADDED, Kind.ADDED);
    }

    private static List<Kind> kinds(SideBySide.Side side) {
        return side.marks().stream().map(LineMark::kind).toList();
    }
}
