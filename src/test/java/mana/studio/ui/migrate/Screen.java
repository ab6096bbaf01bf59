package mana.studio.ui.migrate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.drizzle.migrate.Waiting;
import mana.studio.drizzle.project.MigrationsTable;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.ServiceMigrations;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A real database, a migrations folder, and the view in a window.
final class Screen implements AutoCloseable {
    static final String BREAK = ";\n--> statement-breakpoint\n";

    final TestDatabase database;
    final Workspace workspace;
    final TestSession session;
    final MigrateScreens screens;
    final Path folder;
    final Places places;
    private final StackPane root = new StackPane();
    private Scene scene;

    Screen(Path home, Environment environment, boolean allowed) throws Exception {
        database = TestServer.freshDatabase()
                .run("CREATE TABLE users (id int PRIMARY KEY, email text, note text);"
                        + " INSERT INTO users SELECT n, 'u' || n FROM generate_series(1, 500) AS n; ANALYZE users");
        Profile profile = new Profile(database.name(), "Test", environment, null, false, allowed, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        folder = home.resolve("mana-auth/src/db/migrations");
        session = WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> new TestSession(new CatalogReader(workspace.source()).read(new Cancellation()), workspace));
        Waiting soon = new Waiting(
                Duration.ofMillis(100),
                Duration.ofSeconds(300),
                3,
                Duration.ofMillis(10),
                Duration.ZERO,
                Waiting.STANDARD.clock());
        screens = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new MigrateScreens(session, places, soon));
    }

    /// @param sql of `0000_one`, `0001_two` …
    void migrations(String... sql) {
        String[] names = {"initial_auth", "add_passkeys", "roles_and_display_name"};
        StringBuilder entries = new StringBuilder();
        for (int at = 0; at < sql.length; at++) {
            String tag = "000" + at + "_" + names[at];
            write(tag + ".sql", sql[at]);
            entries.append(at == 0 ? "" : ",")
                    .append("{\"tag\":\"" + tag + "\",\"when\":" + (1_795_173_014_642L + at) + "}");
        }
        write("meta/_journal.json", "{\"entries\":[" + entries + "]}");
    }

    void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void open(Stage stage, Theme theme, int width, int height, String service) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            scene = new Scene(root, width, height);
            theme.apply(scene);
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            root.getChildren().setAll(screens.running(new ServiceMigrations(service, folder, MigrationsTable.DEFAULT)));
            return scene;
        });
    }

    /// What a person reads, in every window, a line a text.
    static String texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        String labels =
                robot.lookup(node -> node instanceof Labeled && isShown(node)).queryAllAs(Labeled.class).stream()
                        .map(Labeled::getText)
                        .filter(text -> text != null && !text.isEmpty())
                        .collect(Collectors.joining("\n"));
        String fields = robot
                .lookup(node -> node instanceof TextInputControl && isShown(node))
                .queryAllAs(TextInputControl.class)
                .stream()
                .map(TextInputControl::getText)
                .collect(Collectors.joining("\n"));
        return labels + "\n" + fields;
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    static void waitForText(FxRobot robot, String text) {
        try {
            WaitForAsyncUtils.waitFor(
                    30, TimeUnit.SECONDS, (Callable<Boolean>) () -> texts(robot).contains(text));
        } catch (TimeoutException late) {
            throw new AssertionError("did not come: “" + text + "”\n" + texts(robot), late);
        }
    }

    void picture(String name, Theme theme) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        write(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(scene)), name, theme);
    }

    void pictureOfDialog(String name, Theme theme) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Window dialog = Window.getWindows().stream()
                .filter(window -> window != scene.getWindow())
                .findFirst()
                .orElseThrow();
        write(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(dialog.getScene())), name, theme);
    }

    private static void write(BufferedImage picture, String name, Theme theme) throws IOException {
        Snapshots.write(
                picture,
                Path.of("target/snapshots/migrate-%s-%s.png"
                        .formatted(name, theme.name().toLowerCase(Locale.ROOT))));
    }

    String ask(String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    /// Somebody else who migrates, or so it seems.
    Connection holder(long lock) throws SQLException {
        Connection connection = database.source().getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = 'mana-auth-migrate'");
            statement.execute("SELECT pg_advisory_lock(" + lock + ")");
        }
        return connection;
    }

    @Override
    public void close() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            root.getChildren().clear();
            screens.close();
            return root;
        });
        workspace.close();
    }
}
