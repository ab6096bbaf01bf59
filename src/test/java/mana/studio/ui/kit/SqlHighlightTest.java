package mana.studio.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.fxmisc.richtext.model.StyleSpan;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SqlHighlightTest {
    private static final List<String> PIECES =
            List.of("select ", "a.b", "'", "$$\n", "-- ", "\n", "/*", "*/", "1", " text");

    @Test
    void namesTheStyleOfEachToken() {
        assertThat(styled("SELECT 'a', 1 -- b"))
                .isEqualTo(
                        "[sql-keyword:SELECT] [sql-string:'a'][sql-operator:,] " + "[sql-number:1] [sql-comment:-- b]");
    }

    @Test
    void looksIntoTheBodyOfAFunction() {
        assertThat(styled("AS $f$\nBEGIN\n$f$;"))
                .isEqualTo("[sql-keyword:AS] [sql-string:$f$]\n[sql-keyword:BEGIN]\n[sql-string:$f$][sql-operator:;]");
        assertThat(styled("AS $f$\nBEGIN")).isEqualTo("[sql-keyword:AS] [sql-string:$f$]\n[sql-keyword:BEGIN]");
        assertThat(styled("$$ 'x' $$")).isEqualTo("[sql-string:$$ 'x' $$]");
    }

    @Test
    void changesNothingWhereTheTextIsTheSame() {
        assertThat(SqlHighlight.of("SELECT 1").since(SqlHighlight.of("SELECT 1"), 8, 8))
                .isNull();
    }

    @Test
    void changesOnlyWhatWasTyped() {
        SqlHighlight.Change change =
                SqlHighlight.of("SELECT ab FROM t").since(SqlHighlight.of("SELECT a FROM t"), 8, 7);

        assertThat(change.start()).isEqualTo(7);
        assertThat(change.spans().length()).isEqualTo(2);
    }

    /// Styles travel with their characters when others are put between; what changed is styled anew: together that is
    /// the style of the whole.
    @RepeatedTest(100)
    void endsWithTheStylesOfTheWholeTextWhateverWasTyped(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String before = random.ints(20, 0, PIECES.size()).mapToObj(PIECES::get).collect(Collectors.joining());
        int at = random.nextInt(before.length());
        int removed = random.nextInt(before.length() - at + 1);
        String typed = PIECES.get(random.nextInt(PIECES.size()));
        String after = before.substring(0, at) + typed + before.substring(at + removed);

        List<String> styles = styles(before);
        styles.subList(at, at + removed).clear();
        styles.addAll(at, Collections.nCopies(typed.length(), "unstyled"));
        SqlHighlight.Change change =
                SqlHighlight.of(after).since(SqlHighlight.of(before), at, before.length() - at - removed);
        if (change != null) {
            int position = change.start();
            for (StyleSpan<?> span : change.spans()) {
                for (int i = 0; i < span.getLength(); i++) {
                    styles.set(position++, span.getStyle().toString());
                }
            }
        }

        assertThat(styles).isEqualTo(styles(after));
    }

    private static List<String> styles(String sql) {
        List<String> styles = new ArrayList<>();
        SqlHighlight.Change change = SqlHighlight.of(sql).since(SqlHighlight.NONE, 0, 0);
        change.spans()
                .forEach(span -> styles.addAll(
                        Collections.nCopies(span.getLength(), span.getStyle().toString())));
        return styles;
    }

    private static String styled(String sql) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (var span : SqlHighlight.of(sql).since(SqlHighlight.NONE, 0, 0).spans()) {
            String piece = sql.substring(at, at + span.getLength());
            text.append(
                    span.getStyle().isEmpty() ? piece : "[" + String.join(" ", span.getStyle()) + ":" + piece + "]");
            at += span.getLength();
        }
        return text.toString();
    }
}
