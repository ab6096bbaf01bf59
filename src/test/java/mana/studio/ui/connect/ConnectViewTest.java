package mana.studio.ui.connect;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Endpoint;
import mana.studio.connection.Environment;
import mana.studio.connection.LibpqDefaults;
import mana.studio.connection.Profile;
import mana.studio.connection.Profiles;
import mana.studio.connection.SecondServer;
import mana.studio.connection.Target;
import mana.studio.connection.Workspace;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.ui.kit.FxBackground;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConnectViewTest {
    private static final Profile STAGING = new Profile(
            "staging",
            "Platform staging",
            Environment.STAGING,
            null,
            true,
            new Target(List.of(new Endpoint("db.staging.invalid", 5432)), "platform", "mana", Map.of()));

    @TempDir
    private static Path home;

    private final List<Workspace> opened = new ArrayList<>();
    private final FxBackground background = new FxBackground();
    private Profiles profiles;
    private Path folder;
    private ConnectView view;
    private Scene scene;
    private int demos;

    @Start
    void start(Stage stage) throws IOException {
        folder = Files.createTempDirectory(home, "connect");
        profiles = new Profiles(new Places(folder.resolve("config"), folder.resolve("data"), folder.resolve("state")));
        profiles.save(new Profile(
                "local", "Local platform", Environment.LOCAL, "purple", false, TestServer.server().target("postgres")));
        profiles.save(STAGING);
        view = new ConnectView(
                background,
                profiles,
                new LibpqDefaults(Map.of("DATABASE_URL", "postgres://mana@127.0.0.1:1/platform"), "me", List.of()),
                opened::add,
                () -> demos++,
                _ -> Optional.of(folder));
        scene = new Scene(view, 1280, 760);
        Theme.LIGHT.apply(scene);
        stage.setScene(scene);
        stage.show();
        view.takeFocus();
    }

    @AfterEach
    void close() {
        background.close();
        opened.forEach(Workspace::close);
    }

    private static void await(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition::getAsBoolean);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static String texts(FxRobot robot, String within) {
        return robot.lookup(within).lookup(".label").queryAllAs(Label.class).stream()
                .map(Label::getText)
                .filter(text -> text != null && !text.isEmpty())
                .collect(joining("\n"));
    }

    private static String field(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(TextField.class).getText();
    }

    private static List<String> titles(FxRobot robot) {
        return robot.lookup("#connections").<ListView<ConnectEntry>>query().getItems().stream()
                .map(ConnectEntry::title)
                .toList();
    }

    private void paste(FxRobot robot, String text) {
        robot.interact(() -> robot.lookup("#paste").queryAs(TextField.class).setText(text));
        robot.clickOn("#paste").type(KeyCode.ENTER);
    }

    private void awaitFailure(FxRobot robot) throws TimeoutException {
        await(() -> robot.lookup(".failure-headline").tryQuery().isPresent());
    }

    private static String url(String user, String password, String database) {
        return "postgres://" + user + (password.isEmpty() ? "" : ":" + password) + "@localhost:"
                + SecondServer.get().port() + "/" + database + "?passfile=/nowhere";
    }

    @Test
    void connectsToAPastedUrlAndKeepsItWithoutItsPassword(FxRobot robot) throws Exception {
        paste(robot, url("with_secret", "p%40ss%2Fw%3Ard%25", "postgres"));
        await(() -> !opened.isEmpty());
        Profile profile = opened.getFirst().profile();
        assertThat(profile.target())
                .isEqualTo(SecondServer.get().target("with_secret", "postgres", Map.of("passfile", "/nowhere")));
        await(() -> profiles.all().contains(profile));
        assertThat(field(robot, "paste")).isEqualTo(ConnectionString.print(profile.target()));
        assertThat(filesOf(folder)).noneMatch(text -> text.contains("p@ss") || text.contains("p%40ss"));
    }

    private static List<String> filesOf(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file));
            }
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    @Test
    void saysWhatTheServerAnsweredToAWrongPassword(FxRobot robot) throws Exception {
        paste(robot, url("with_secret", "wr0ng", "postgres"));
        awaitFailure(robot);
        assertThat(texts(robot, "#outcome"))
                .isEqualTo(
                        """
                        The password for with_secret was refused.
                        Tried with_secret@localhost:%d/postgres · SQLSTATE 28P01
                        FATAL: password authentication failed for user "with_secret"
                        Type the password again. In a URL, write @ as %%40, / as %%2F, %% as %%25. A user that does not \
                        exist gets the same answer."""
                                .formatted(SecondServer.get().port()));
        assertThat(robot.lookup("#password").queryAs(PasswordField.class).isFocused()).isTrue();
        assertThat(opened).isEmpty();
    }

    @Test
    void asksForAPasswordAndRemembersItWherePostgresKeepsIt(FxRobot robot) throws Exception {
        Path passwords = folder.resolve("pgpass");
        paste(robot, url("with_secret", "", "postgres").replace("/nowhere", passwords.toString()));
        awaitFailure(robot);
        assertThat(texts(robot, "#outcome")).startsWith("The server asks for the password of with_secret.");
        robot.write("p@ss/w:rd%");
        robot.clickOn("#remember").clickOn("#connect");
        await(() -> !opened.isEmpty());
        assertThat(Files.readString(passwords))
                .isEqualTo("localhost:" + SecondServer.get().port() + ":postgres:with_secret:p@ss/w\\:rd%\n");
    }

    @ParameterizedTest
    @EnumSource
    void saysEachErrorInItsOwnWords(Refusal refusal, FxRobot robot) throws Exception {
        paste(robot, refusal.url);
        awaitFailure(robot);
        assertThat(texts(robot, "#outcome")).contains(refusal.headline).contains(refusal.advice);
    }

    enum Refusal {
        NO_SUCH_DATABASE(url("postgres", "", "nowhere"), "There is no database nowhere at ", "Check the name"),
        NO_SUCH_USER(url("nobody", "", "postgres"), "There is no user nobody at ", "Check the user name"),
        SSL_REQUIRED(
                url("only_ssl", "", "postgres") + "&sslmode=disable",
                "The server takes encrypted connections only.",
                "Set the SSL mode to require."),
        TOO_MANY(url("crowded", "", "postgres"), "The server has no free connection for crowded.", "CONNECTION LIMIT"),
        NOT_ALLOWED(url("stranger", "", "closed"), "The server does not let stranger into closed.", "CONNECT on the");

        private final String url;
        private final String headline;
        private final String advice;

        Refusal(String url, String headline, String advice) {
            this.url = url;
            this.headline = headline;
            this.advice = advice;
        }
    }

    @Test
    void connectsWithSslAtOneClickWhereTheServerWantsIt(FxRobot robot) throws Exception {
        paste(robot, Refusal.SSL_REQUIRED.url);
        awaitFailure(robot);
        robot.clickOn("Connect with SSL");
        await(() -> !opened.isEmpty());
        assertThat(opened.getFirst().profile().target().parameters()).containsEntry("sslmode", "require");
    }

    @Test
    void showsItsAttemptsAndStopsThemWithEscape(FxRobot robot) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        paste(robot, "postgres://mana@127.0.0.1:" + port + "/platform");
        await(() -> texts(robot, "#outcome").contains("Attempt 2 of 4"));
        assertThat(texts(robot, "#outcome")).contains("Nothing accepts connections at 127.0.0.1:" + port + ".");
        robot.type(KeyCode.ESCAPE);
        await(() -> texts(robot, "#outcome").isEmpty());
        assertThat(robot.lookup("#connect").query().isDisabled()).isFalse();
    }

    @Test
    void triesAConnectionWithoutOpeningIt(FxRobot robot) throws Exception {
        robot.clickOn("Local platform").clickOn("#test");
        await(() -> robot.lookup("#done").tryQuery().isPresent());
        assertThat(texts(robot, "#outcome")).startsWith("PostgreSQL 18").contains(" answers within ");
        assertThat(opened).isEmpty();
    }

    @Test
    void connectsToASavedOneWithTheKeyboardAlone(FxRobot robot) throws Exception {
        robot.clickOn("#connection-filter").write("local").type(KeyCode.ENTER);
        await(() -> !opened.isEmpty());
        assertThat(opened.getFirst().profile().id()).isEqualTo("local");
    }

    @Test
    void connectsWithADoubleClick(FxRobot robot) throws Exception {
        robot.doubleClickOn("Local platform");
        await(() -> !opened.isEmpty());
        assertThat(opened.getFirst().profile().id()).isEqualTo("local");
    }

    @Test
    void narrowsTheListByNamePlaceAndEnvironment(FxRobot robot) {
        assertThat(titles(robot))
                .containsExactly(
                        "Saved",
                        "Local platform",
                        "Platform staging",
                        "From the environment",
                        "DATABASE_URL",
                        "To try things out",
                        "Demo database");
        robot.clickOn("#connection-filter").write("staging mana@");
        assertThat(titles(robot)).containsExactly("Saved", "Platform staging");
    }

    @Test
    void editsASavedConnection(FxRobot robot) throws Exception {
        robot.clickOn("Platform staging");
        assertThat(field(robot, "host")).isEqualTo("db.staging.invalid");
        robot.clickOn("#name").push(KeyCode.CONTROL, KeyCode.A).write("Renamed");
        robot.clickOn("#read-only");
        await(() -> field(robot, "name").equals("Renamed")
                && !robot.lookup("#read-only").queryAs(CheckBox.class).isSelected());
        robot.clickOn("#save");
        Profile renamed = new Profile("staging", "Renamed", Environment.STAGING, null, false, STAGING.target());
        await(() -> profiles.all().contains(renamed));
        await(() -> titles(robot).contains("Renamed"));
        assertThat(profiles.all()).hasSize(2);
    }

    @Test
    void doesNotTurnASavedConnectionIntoAnotherThatIsPasted(FxRobot robot) throws Exception {
        robot.clickOn("Platform staging");
        paste(robot, url("postgres", "", "postgres"));
        await(() -> !opened.isEmpty());
        assertThat(opened.getFirst().profile())
                .extracting(Profile::name, Profile::environment, Profile::readOnly)
                .containsExactly("postgres", Environment.LOCAL, false);
        await(() -> profiles.all().size() == 3);
        assertThat(profiles.all()).contains(STAGING);
    }

    @Test
    void duplicatesASavedConnection(FxRobot robot) throws Exception {
        robot.rightClickOn("Platform staging").clickOn("Duplicate").clickOn("#save");
        await(() -> titles(robot).contains("Platform staging copy"));
        assertThat(profiles.all()).hasSize(3).contains(STAGING);
    }

    @Test
    void deletesOnlyWhatWasConfirmed(FxRobot robot) throws Exception {
        robot.clickOn("Platform staging").type(KeyCode.DELETE);
        assertThat(robot.lookup("Delete connection Platform staging?").tryQuery()).isPresent();
        robot.clickOn("Cancel");
        assertThat(profiles.all()).contains(STAGING);
        robot.clickOn("Platform staging").type(KeyCode.DELETE).clickOn("Delete");
        await(() -> !profiles.all().contains(STAGING));
        await(() -> !titles(robot).contains("Platform staging"));
    }

    @Test
    void opensWhatAProjectNames(FxRobot robot) throws Exception {
        Path service = Files.createDirectories(folder.resolve("services/mana-auth"));
        Files.writeString(
                service.resolve(".env"),
                "DATABASE_URL=postgres://postgres@localhost:" + TestServer.server().port() + "/postgres\n");
        robot.clickOn("#choose-project");
        await(() -> titles(robot).contains("services/mana-auth/.env · DATABASE_URL"));
        robot.doubleClickOn("services/mana-auth/.env · DATABASE_URL");
        await(() -> !opened.isEmpty());
        assertThat(opened.getFirst().profile().name()).isEqualTo("services/mana-auth");
    }

    @Test
    void saysBelowAFieldWhatIsWrongWithItAfterItWasLeft(FxRobot robot) {
        robot.clickOn("#port").write("54x2");
        assertThat(robot.lookup("#port-error").query().isVisible()).isFalse();
        robot.type(KeyCode.TAB);
        assertThat(robot.lookup("#port-error").queryAs(Label.class).getText())
                .isEqualTo("The port is not a number between 1 and 65535.");
        assertThat(robot.lookup("#port-error").query().isVisible()).isTrue();
    }

    @Test
    void startsReadOnlyAwayFromThisMachine(FxRobot robot) {
        robot.clickOn("#host").write("db.example.com");
        assertThat(robot.lookup("#read-only").queryAs(CheckBox.class).isSelected()).isTrue();
    }

    @Test
    void opensTheDemo(FxRobot robot) {
        robot.clickOn("Demo database").clickOn("#open-demo");
        assertThat(demos).isOne();
    }

    @Test
    void namesEveryControlForThoseWhoListen(FxRobot robot) {
        for (Node control : robot.lookup(".text-field, .combo-box, .list-view").queryAll()) {
            assertThat(control.getAccessibleText()).as(control.toString()).isNotBlank();
        }
    }

    /// Pictures for people to look at: `target/snapshots`.
    @ParameterizedTest
    @EnumSource
    void drawsItself(Theme theme, FxRobot robot) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> theme.apply(scene));
        picture(theme, "connect-new");
        robot.clickOn("Platform staging");
        picture(theme, "connect-saved");
        paste(robot, url("with_secret", "wr0ng", "postgres"));
        awaitFailure(robot);
        picture(theme, "connect-refused");
        paste(robot, "postgres://mana@127.0.0.1:1/platform");
        await(() -> texts(robot, "#outcome").contains("Attempt 2 of 4"));
        picture(theme, "connect-waiting");
        robot.clickOn("Demo database");
        picture(theme, "connect-demo");
        robot.clickOn("Platform staging").type(KeyCode.DELETE);
        picture(theme, "connect-delete", robot.lookup(".dialog-pane").query().getScene());
        robot.type(KeyCode.ESCAPE);
    }

    private void picture(Theme theme, String name) throws IOException {
        picture(theme, name, scene);
    }

    private static void picture(Theme theme, String name, Scene drawn) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(drawn));
        Snapshots.write(
                picture, Path.of("target/snapshots/%s-%s.png".formatted(name, theme.name().toLowerCase(Locale.ROOT))));
        assertThat(picture.getWidth()).isEqualTo((int) drawn.getWidth());
    }
}
