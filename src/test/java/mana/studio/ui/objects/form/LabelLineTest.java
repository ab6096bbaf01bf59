package mana.studio.ui.objects.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.design.Sketch;
import mana.studio.plan.Rename;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.Test;

class LabelLineTest {
    private static final List<String> BASE = List.of("a", "b", "c", "d");

    @Test
    void saysNothingOfWhatStays() {
        assertThat(lines(BASE)).containsExactly("SAME a", "SAME b", "SAME c", "SAME d");
    }

    @Test
    void showsRemovedOnesWhereTheyWere() {
        assertThat(lines(List.of("b", "d"))).containsExactly("REMOVED a", "SAME b", "REMOVED c", "SAME d");
    }

    @Test
    void marksTheFewestAsMoved() {
        assertThat(lines(List.of("d", "a", "b", "c"))).containsExactly("MOVED d", "SAME a", "SAME b", "SAME c");
    }

    @Test
    void tellsARenameFromANewOne() {
        Rename rename = new Rename(Rename.Kind.LABEL, List.of("app", "kind", "b"), List.of("x"));
        assertThat(lines(List.of("a", "x", "y", "c", "d"), rename))
                .containsExactly("SAME a", "RENAMED x", "ADDED y", "SAME c", "SAME d");
        Rename swap = new Rename(Rename.Kind.LABEL, List.of("app", "kind", "a"), List.of("b"));
        assertThat(lines(
                        List.of("b", "c", "d"),
                        swap,
                        new Rename(Rename.Kind.LABEL, List.of("app", "kind", "b"), List.of("z"))))
                .containsExactly("RENAMED b", "REMOVED b", "SAME c", "SAME d");
    }

    @Test
    void takesAllAsNewWhereTheEnumIs() {
        EnumType type = type(List.of("a", "b"));
        assertThat(LabelLine.of(type, null, new Sketch(TestDatabases.database(type), List.of())))
                .allMatch(line -> line.kind() == LabelLine.Kind.ADDED);
    }

    private static List<String> lines(List<String> now, Rename... renames) {
        EnumType type = type(now);
        return LabelLine.of(type, type(BASE), new Sketch(TestDatabases.database(type), List.of(renames))).stream()
                .map(line -> line.kind() + " " + line.text())
                .toList();
    }

    private static EnumType type(List<String> labels) {
        return new EnumType(
                Identity.fresh(), new QualifiedName("app", "kind"), "postgres", null, Privileges.DEFAULT, labels);
    }
}
