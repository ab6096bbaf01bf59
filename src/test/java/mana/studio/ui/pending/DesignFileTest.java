package mana.studio.ui.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.design.Design;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Rebase;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Table;
import mana.studio.settings.Places;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesignFileTest {
    private static final Database BASE = TestDatabases.platform();
    private static final Table USERS = BASE.tables()
            .filter(table -> table.name().name().equals("users"))
            .findFirst()
            .orElseThrow();

    @TempDir
    private Path folder;

    private DesignFile file;

    @BeforeEach
    void open() {
        file = fresh();
    }

    private DesignFile fresh() {
        return new DesignFile(new Places(folder, folder, folder), "local*/1");
    }

    @Test
    void bringsADesignBackWithItsHistory() {
        Design design = design().undo();
        file.keep(design, List.of());
        Design back = fresh().load().design().orElseThrow();
        assertThat(back.current()).isEqualTo(design.current());
        assertThat(back.base()).isEqualTo(BASE);
        assertThat(back.undoable()).isEqualTo(design.undoable());
        assertThat(back.redoable()).contains("Drop table auth.sessions");
        assertThat(back.redo().current()).isEqualTo(design.redo().current());
        assertThat(back.undo().undo().undo().isEmpty()).isTrue();
        assertThat(back.undo().undo().redo().redo().current()).isEqualTo(design.current());
        assertThat(Edits.table(back.database(), USERS.id()).orElseThrow().name().name())
                .isEqualTo("people");
    }

    @Test
    void bringsStatesOfAnOlderBaseBack() {
        Design design = design();
        Database theirs = Edits.changeTable(BASE, USERS.id(), table -> table.withComment("Theirs"));
        Design rebased = design.rebased(
                theirs, Rebase.of(BASE, design.current(), theirs, false).sketch());
        file.keep(rebased, List.of());
        Design back = fresh().load().design().orElseThrow();
        assertThat(back.current()).isEqualTo(rebased.current());
        assertThat(back.undo().current()).isEqualTo(rebased.undo().current());
        assertThat(back.undo().undo().undo().undo().isEmpty()).isTrue();
    }

    @Test
    void keepsNothingWhereNothingIsPending() throws IOException {
        file.keep(design(), List.of());
        file.keep(Design.of(BASE), List.of());
        assertThat(fresh().load().design()).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsOneBase() throws IOException {
        Design design = design();
        file.keep(design, List.of());
        file.keep(design.undo(), List.of());
        assertThat(files()).hasSize(2);
        file.keep(design.rebased(Edits.rename(BASE, USERS.id(), "others"), design.current()), List.of());
        assertThat(files()).hasSize(2);
    }

    @Test
    void setsAHalfWrittenFileAside() throws IOException {
        file.keep(design(), List.of());
        Path whole = folder.resolve("designs").resolve("local*%2F1.json.gz");
        byte[] content = Files.readAllBytes(whole);
        Files.write(whole, java.util.Arrays.copyOf(content, content.length / 2));
        DesignFile.Found found = fresh().load();
        assertThat(found.design()).isEmpty();
        assertThat(found.aside()).isNotNull().isDirectory();
        try (Stream<Path> kept = Files.list(found.aside())) {
            assertThat(kept).hasSize(2);
        }
        file = fresh();
        file.keep(design(), List.of());
        assertThat(fresh().load().design()).isPresent();
    }

    @Test
    void readsTheOldFileWhereTheNewOneWasNotFinished() throws IOException {
        Design design = design();
        file.keep(design, List.of());
        Files.writeString(folder.resolve("designs").resolve("local*%2F1.json.gz.new"), "half");
        assertThat(fresh().load().design().orElseThrow().current()).isEqualTo(design.current());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("designs"))) {
            return all.toList();
        }
    }

    private static Design design() {
        EnumType role = BASE.schema("auth").orElseThrow().enums().getFirst();
        Table sessions = BASE.tables()
                .filter(table -> table.name().name().equals("sessions"))
                .findFirst()
                .orElseThrow();
        return Design.of(BASE)
                .edit(Edit.of("Rename table", database -> Edits.rename(database, USERS.id(), "people")))
                .edit(new Edit(
                        "Rename value", null, sketch -> Edits.renameLabel(sketch, BASE, role.id(), 0, "visitor")))
                .edit(Edit.of(
                        "Drop table auth.sessions",
                        database -> Edits.drop(database, sessions.id()).database()));
    }
}
