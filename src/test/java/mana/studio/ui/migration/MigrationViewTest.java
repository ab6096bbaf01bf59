package mana.studio.ui.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.Histories;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.drizzle.write.NewFile;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class MigrationViewTest {
    private static final String PROVEN = "Replayed behind the migration that is there: what comes out is the design.";

    @TempDir
    private static Path root;

    private Monorepo monorepo;
    private TestSession session;
    private Stage stage;
    private MigrationView view;

    @Start
    void start(Stage primary) {
        stage = primary;
        stage.setScene(new Scene(new javafx.scene.layout.StackPane(), 900, 760));
        stage.show();
    }

    @BeforeEach
    void make() throws Exception {
        monorepo = new Monorepo(Files.createTempDirectory(root, "repo"));
        session = monorepo.session();
    }

    @AfterEach
    void end(FxRobot robot) {
        robot.interact(() -> view.close());
        monorepo.close();
    }

    @Test
    void writesADesignAsAMigrationThatTheHistoryCallsPending(FxRobot robot) throws Exception {
        edit(robot, Monorepo.addColumn("auth", "users", "nick", "text"));
        show(robot, Optional.of(monorepo.code()));
        waitFor(() -> texts(robot).contains("Where is the code?"));
        robot.clickOn("Choose the project's folder…");
        waitFor(() -> texts(robot).contains(PROVEN));

        assertThat(((TextInputControl) robot.lookup(named("Migration name")).query()).getText())
                .isEqualTo("add_nick_to_users");
        assertThat(files(robot))
                .containsExactly(
                        "0001_add_nick_to_users.sql",
                        "0001_add_nick_to_users.down.sql",
                        "meta/0001_snapshot.json",
                        "meta/_journal.json");
        robot.clickOn("Write 4 files");
        waitFor(() -> texts(robot).contains("4 files were written, all at once. No database was changed."));

        Path migrations = monorepo.migrations("mana-auth");
        assertThat(migrations.resolve("0001_add_nick_to_users.sql"))
                .hasContent("ALTER TABLE \"auth\".\"users\" ADD COLUMN \"nick\" text;");
        assertThat(migrations.resolve("0001_add_nick_to_users.down.sql"))
                .content()
                .contains("-- Is lost when this runs: all values of auth.users.nick")
                .contains("DROP COLUMN \"nick\"")
                .contains("DELETE FROM drizzle.__drizzle_migrations");
        assertThat(migrations.resolve("meta/0001_snapshot.json")).content().contains("\"nick\"");
        assertThat(MigrationFolders.read(migrations).flaws()).isEmpty();
        assertThat(state("0001_add_nick_to_users")).isEqualTo("pending");

        robot.clickOn("Copy all paths");
        String[] copied = new String[1];
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0]).contains(migrations.resolve("meta/_journal.json").toString());
    }

    @Test
    void takesAStatementOfThePersonsOwn(FxRobot robot) throws Exception {
        monorepo.remembered();
        edit(robot, Monorepo.addRequiredColumn("auth", "users", "nick", "text"));
        show(robot, Optional.empty());
        waitFor(() -> texts(robot).contains(PROVEN));
        assertThat(texts(robot)).anyMatch(text -> text.contains("(23502). Leave room to fill it"));
        robot.clickOn("Leave room to fill new columns");
        waitFor(() -> texts(robot).stream().noneMatch(text -> text.contains("(23502)")));
        waitFor(() -> texts(robot).contains(PROVEN));

        ownStatement(robot, "Own statement…", "UPDATE \"auth\".\"users\" SET \"nick\" = nobody");
        waitFor(() -> texts(robot).stream().anyMatch(text -> text.contains("column \"nobody\" does not exist")));
        assertThat(robot.lookup("Write 4 files").queryButton().isDisabled()).isTrue();
        ownStatement(robot, "#own-1", "UPDATE auth.users SET nick = email");
        waitFor(() -> texts(robot).contains(PROVEN));
        robot.clickOn("Write 4 files");
        waitFor(() -> texts(robot).contains("4 files were written, all at once. No database was changed."));

        assertThat(monorepo.migrations("mana-auth").resolve("0001_add_nick_to_users.sql"))
                .hasContent("""
                    ALTER TABLE "auth"."users" ADD COLUMN "nick" text;--> statement-breakpoint
                    UPDATE auth.users SET nick = email;--> statement-breakpoint
                    ALTER TABLE "auth"."users" ALTER COLUMN "nick" SET NOT NULL;\
                    """);
    }

    /// Opens the dialog, types into it and agrees; the place is left as it is suggested.
    private void ownStatement(FxRobot robot, String button, String sql) {
        robot.clickOn(button);
        waitFor(() -> robot.lookup(".migration-own .code-pane").tryQuery().isPresent());
        CodePane pane = robot.lookup(".migration-own .code-pane").queryAs(CodePane.class);
        robot.interact(() -> pane.setText(sql));
        robot.lookup(".migration-own .button").queryAllAs(Button.class).stream()
                .filter(Button::isDefaultButton)
                .findFirst()
                .ifPresent(robot::clickOn);
        waitFor(() -> robot.lookup(".migration-own .code-pane").tryQuery().isEmpty());
    }

    @Test
    void dropsFromTheDesignWhatWasWritten(FxRobot robot) throws Exception {
        monorepo.remembered();
        edit(robot, Monorepo.addColumn("auth", "users", "nick", "text"));
        edit(robot, Monorepo.addColumn("credits", "accounts", "note", "text"));
        show(robot, Optional.empty());
        waitFor(() -> texts(robot).contains(PROVEN));
        robot.clickOn("Write 4 files");
        waitFor(() -> texts(robot).stream().anyMatch(text -> text.endsWith("migration of their own: mana-credits.")));

        robot.clickOn("Drop from the design");
        waitFor(() -> texts(robot).contains("mana-credits · 1 change"));
        waitFor(() -> texts(robot).contains(PROVEN));

        assertThat(files(robot)).first().isEqualTo("0001_add_note_to_accounts.sql");
        assertThat(session.designing().design().get().undoable()).contains("Drop what was written");
    }

    @Test
    void leavesOutWhatIsNotChosen(FxRobot robot) throws Exception {
        monorepo.remembered();
        edit(robot, Monorepo.addColumn("auth", "users", "nick", "text"));
        edit(robot, Monorepo.addColumn("auth", "sessions", "ip", "inet"));
        show(robot, Optional.empty());
        waitFor(() -> texts(robot).contains(PROVEN));
        robot.clickOn("Changes (2)");
        waitFor(() -> robot.lookup(".migration-changes .check-box").queryAll().size() >= 2);
        Choice out = choice(robot, "ip");
        robot.interact(() -> out.taken().set(false));
        waitFor(() -> texts(robot).contains("Changes (1 of 2)") && texts(robot).contains(PROVEN));

        assertThat(((TextInputControl) robot.lookup(named("Migration name")).query()).getText())
                .isEqualTo("add_nick_to_users");
        robot.clickOn("Write 4 files");
        waitFor(() -> texts(robot).contains("4 files were written, all at once. No database was changed."));
        assertThat(monorepo.migrations("mana-auth").resolve("0001_add_nick_to_users.sql"))
                .content()
                .doesNotContain("ip");
    }

    @Test
    void showsWhyANameOrAPrefixIsRefused(FxRobot robot) throws Exception {
        monorepo.remembered();
        edit(robot, Monorepo.addColumn("auth", "users", "nick", "text"));
        show(robot, Optional.empty());
        waitFor(() -> texts(robot).contains(PROVEN));

        TextInputControl name =
                (TextInputControl) robot.lookup(named("Migration name")).query();
        robot.interact(() -> name.setText("a/b"));
        waitFor(() -> texts(robot).contains("Letters, digits, _ and - only, a letter or a digit first."));
        assertThat(robot.lookup("Write 4 files").queryAll()).isEmpty();
        robot.interact(() -> name.setText("by_hand"));
        waitFor(() -> texts(robot).contains(PROVEN));
        assertThat(files(robot)).first().isEqualTo("0001_by_hand.sql");
    }

    @Test
    void writesNothingWhenTheFolderHasChangedMeanwhile(FxRobot robot) throws Exception {
        monorepo.remembered();
        edit(robot, Monorepo.addColumn("auth", "users", "nick", "text"));
        show(robot, Optional.empty());
        waitFor(() -> texts(robot).contains(PROVEN));
        Path other = monorepo.migrations("mana-auth").resolve("0001_theirs.sql");
        Files.writeString(other, "SELECT 1;");

        robot.clickOn("Write 4 files");
        waitFor(() ->
                texts(robot).stream().anyMatch(text -> text.contains("changed since it was read (0001_theirs.sql)")));
        assertThat(monorepo.migrations("mana-auth").resolve("0001_add_nick_to_users.sql"))
                .doesNotExist();

        robot.clickOn("Read again");
        waitFor(() -> texts(robot).contains(PROVEN));
        assertThat(files(robot)).first().isEqualTo("0002_add_nick_to_users.sql");
    }

    @Test
    void asksBeforeItWritesOverADrift(FxRobot robot) throws Exception {
        monorepo.remembered();
        monorepo.database.run("ALTER TABLE auth.users ADD COLUMN by_hand integer");
        session = monorepo.session();
        edit(robot, Monorepo.addColumn("auth", "users", "nick", "text"));
        show(robot, Optional.empty());
        waitFor(() -> texts(robot).stream().anyMatch(text -> text.contains("it differs in one place")));
        assertThat(isOffered(robot)).isFalse();

        // The design may be looked at once more, and the question be asked anew.
        waitFor(() -> {
            robot.lookup(node -> node instanceof CheckBox box
                            && box.getText().startsWith("Write it all the same")
                            && !box.isSelected())
                    .tryQuery()
                    .ifPresent(robot::clickOn);
            return isOffered(robot);
        });
    }

    private static boolean isOffered(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup("Write 4 files")
                .tryQuery()
                .filter(button -> !button.isDisabled())
                .isPresent();
    }

    @Test
    void buildsIndexesByHandBeforeWhereAPersonWantsIt(FxRobot robot) throws Exception {
        monorepo.remembered();
        edit(robot, Monorepo.addIndex("auth", "sessions", "idx_sessions_user_id", "user_id"));
        show(robot, Optional.empty());
        waitFor(() -> texts(robot).contains(PROVEN));
        robot.clickOn("Build indexes by hand first");
        waitFor(() -> files(robot).stream().anyMatch(file -> file.endsWith(".before.sql"))
                && texts(robot).contains(PROVEN));
    }

    private String state(String tag) throws Exception {
        Histories histories = Histories.read(
                ProjectScan.scan(monorepo.code(), mana.studio.convention.ServiceRegistry.MANA, java.util.Map.of()),
                session.workspace().source(),
                Monorepo.NOW,
                new Cancellation());
        History history = histories.of("mana-auth").orElseThrow();
        Entry entry = history.entries().stream()
                .filter(each -> Optional.ofNullable(each.migration())
                        .map(Migration::tag)
                        .filter(tag::equals)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        return Sentences.word(entry.state());
    }

    private Choice choice(FxRobot robot, String column) {
        ListView<Choice> list = robot.lookup(".migration-changes").queryListView();
        return list.getItems().stream()
                .filter(choice -> choice.change().name().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private void edit(FxRobot robot, mana.studio.design.Edit edit) {
        robot.interact(() -> session.designing().edit(edit));
    }

    private void show(FxRobot robot, Optional<Path> picked) {
        robot.interact(() -> {
            view = monorepo.view(session, _ -> picked);
            Scene scene = new Scene(view, 900, 760);
            Theme.LIGHT.apply(scene);
            stage.setScene(scene);
        });
    }

    private static org.hamcrest.Matcher<Node> named(String name) {
        return new org.hamcrest.CustomMatcher<>("named " + name) {
            @Override
            public boolean matches(Object node) {
                return node instanceof TextInputControl control && name.equals(control.getAccessibleText());
            }
        };
    }

    private static List<String> files(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".migration-files").<NewFile>queryListView().getItems().stream()
                .map(NewFile::path)
                .toList();
    }

    private static Set<String> texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(node -> node instanceof Labeled && node.isVisible()).queryAllAs(Labeled.class).stream()
                .map(label -> String.valueOf(label.getText()))
                .collect(Collectors.toSet());
    }

    private static void waitFor(Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("it did not happen", late);
        }
    }
}
