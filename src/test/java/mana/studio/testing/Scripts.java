package mana.studio.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import mana.studio.testing.TestServer.TestDatabase;

/// SQL scripts, for a test database.
public final class Scripts {
    private Scripts() {}

    /// The resource beside a class.
    public static String resource(Class<?> owner, String name) {
        try (InputStream stream = Objects.requireNonNull(owner.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Runs a script as the server reads it: the driver's own splitting stumbles over `BEGIN ATOMIC`.
    public static void run(TestDatabase database, String script) {
        String url = "jdbc:postgresql://localhost:" + TestServer.server().port() + "/" + database.name()
                + "?user=postgres&preferQueryMode=simple";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        } catch (SQLException refused) {
            throw new AssertionError("The script failed: " + refused.getMessage(), refused);
        }
    }
}
