package mana.studio.ui.apply;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.Environment;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.design.Edit;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.settings.Places;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A real database with a design on it, and the views of this package in a window.
final class Screen implements AutoCloseable {
    static final String TABLES = """
        CREATE TYPE mood AS ENUM ('good', 'bad');
        CREATE TABLE users (id int PRIMARY KEY, email text, note text, age text);
        INSERT INTO users SELECT n, 'u' || n || '@example.org', 'x', n::text FROM generate_series(1, 500) AS n;
        CREATE TABLE orders (id int PRIMARY KEY, user_id int REFERENCES users, amount numeric)\
        """;

    final TestDatabase database;
    final Workspace workspace;
    final TestSession session;
    final ApplyScreens screens;
    final Places places;
    private final StackPane root = new StackPane();
    private Scene scene;

    Screen(Path home, Environment environment, boolean applyAllowed) throws Exception {
        database = TestServer.freshDatabase().run(TABLES);
        places = new Places(home.resolve("config"), home.resolve("data"), home.resolve("state"));
        Profile profile =
                new Profile(database.name(), "Test", environment, null, false, applyAllowed, database.target());
        workspace = Workspace.open(profile, null, _ -> {}, new Cancellation());
        session = WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> new TestSession(new CatalogReader(workspace.source()).read(new Cancellation()), workspace));
        WaitForAsyncUtils.waitForAsyncFx(10_000, session::designing);
        screens = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> new ApplyScreens(session, places));
    }

    void open(Stage stage, Theme theme, int width, int height) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            scene = new Scene(root, width, height);
            theme.apply(scene);
            stage.setScene(scene);
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            return scene;
        });
    }

    /// Designs a change of the table users, and waits until it is planned.
    void design(UnaryOperator<Table> change, int statements) {
        edit(schema -> schema.withTables(schema.tables().stream()
                .map(table -> table.name().name().equals("users") ? change.apply(table) : table)
                .toList()));
        waitFor(
                "a plan of " + statements,
                () -> session.designing().forecast().get() != null
                        && session.designing()
                                        .forecast()
                                        .get()
                                        .plan()
                                        .statements()
                                        .size()
                                == statements);
    }

    /// Designs a change of each schema.
    void edit(UnaryOperator<Schema> change) {
        WaitForAsyncUtils.asyncFx(() -> session.designing()
                .edit(Edit.of(
                        "Change",
                        base -> base.withSchemas(
                                base.schemas().stream().map(change).toList()))));
    }

    void show(Supplier<? extends Parent> view) {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            root.getChildren().setAll(view.get());
            root.getChildren().getFirst().requestFocus();
            return root;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// What a person reads, a line a text.
    static String texts(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(node -> node instanceof Labeled && isShown(node)).queryAllAs(Labeled.class).stream()
                .map(Labeled::getText)
                .filter(text -> text != null && !text.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// The statements a person reads.
    static List<String> statements(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(".sql-text").queryAll().stream()
                .filter(Screen::isShown)
                .map(Node::getAccessibleText)
                .toList();
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
        waitFor("the text “" + text + "”", () -> texts(robot).contains(text), () -> texts(robot));
    }

    static void waitFor(String what, Callable<Boolean> condition) {
        waitFor(what, condition, () -> "");
    }

    private static void waitFor(String what, Callable<Boolean> condition, Supplier<String> instead) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, condition);
        } catch (TimeoutException late) {
            throw new AssertionError("did not come: " + what + "\n" + instead.get(), late);
        }
    }

    void picture(String name, Theme theme) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        BufferedImage picture = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Snapshots.take(scene));
        Snapshots.write(
                picture,
                Path.of("target/snapshots/apply-%s-%s.png"
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

    /// A session of somebody else, with a transaction that stays open.
    Connection other(String sql) throws SQLException {
        Connection connection = database.source().getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET application_name = 'psql'");
            statement.execute(sql);
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
