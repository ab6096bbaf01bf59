package mana.studio.ui.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.ui.kit.Command;
import org.junit.jupiter.api.Test;

class PaletteModelTest {
    private static final Command DIAGRAM = command("diagram", "Open diagram");
    private static final Command CONVENTIONS = command("conventions", "Open conventions");
    private static final Command UNDO = command("undo", "Undo").unless("Nothing to undo");
    private static final Command RENAME = command("rename", "Rename…").about("auth.sessions");
    private static final List<Command> ALL = List.of(UNDO, DIAGRAM, CONVENTIONS, RENAME);

    private static Command command(String id, String name) {
        return new Command(id, name, () -> {});
    }

    private static List<Command> found(String query, String... recent) {
        return PaletteModel.lines(ALL, List.of(recent), query).stream()
                .map(PaletteLine::command)
                .toList();
    }

    @Test
    void showsAllInTheirOrderForNothing() {
        assertThat(found("")).isEqualTo(ALL);
    }

    @Test
    void showsWhatWasUsedLastFirst() {
        assertThat(found("", "rename", "conventions")).containsExactly(RENAME, CONVENTIONS, UNDO, DIAGRAM);
    }

    @Test
    void findsByAFewLettersOfTheNameAndOfWhatItIsDoneTo() {
        assertThat(found("odi")).containsExactly(DIAGRAM);
        assertThat(found("ren sess")).containsExactly(RENAME);
        assertThat(found("xyz")).isEmpty();
    }

    @Test
    void putsWhatFitsBetterBeforeWhatWasUsedLast() {
        assertThat(found("open d", "conventions").getFirst()).isEqualTo(DIAGRAM);
        assertThat(found("open", "conventions").getFirst()).isEqualTo(CONVENTIONS);
    }

    @Test
    void saysWhichLettersMatched() {
        assertThat(PaletteModel.lines(List.of(DIAGRAM), List.of(), "dia").getFirst().matched())
                .containsExactlyInAnyOrder(5, 6, 7);
    }
}
