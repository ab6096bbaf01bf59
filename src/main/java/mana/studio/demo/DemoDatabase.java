package mana.studio.demo;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/// Fills an empty database with the demo: schemas by migrations, then rows.
final class DemoDatabase {
    /// What is deployed, in this order: a service and how many of its migrations there were by then.
    private static final List<Deployment> DEPLOYMENTS = List.of(
            new Deployment(DemoService.AUTH, 6),
            new Deployment(DemoService.CREDITS, 4),
            new Deployment(DemoService.USER, 4),
            new Deployment(DemoService.EVENTS, 4),
            new Deployment(DemoService.MAIL, 4),
            new Deployment(DemoService.RESEARCH, 4),
            new Deployment(DemoService.SUBSCRIPTIONS, 4),
            new Deployment(DemoService.CREDITS, 5),
            new Deployment(DemoService.ANALYTICS, 4));

    private record Deployment(DemoService service, int migrations) {}

    private DemoDatabase() {}

    /// Fills `mana_platform`.
    static void fillPlatform(DataSource empty, DemoProgress progress) throws IOException, SQLException {
        try (Connection connection = empty.getConnection()) {
            Migrator migrator = new Migrator(connection);
            for (Deployment deployment : DEPLOYMENTS) {
                DemoService service = deployment.service();
                progress.step("Migrating " + service.folder(), 0.0);
                migrator.migrate(service, service.migrations().subList(0, deployment.migrations()));
            }
            List<String> scripts = new ArrayList<>();
            for (DemoService service : DemoService.values()) {
                scripts.addAll(service.data());
            }
            load(connection, scripts, progress);
        }
    }

    /// Fills `mana_sync`.
    static void fillSync(DataSource empty, DemoProgress progress) throws IOException, SQLException {
        try (Connection connection = empty.getConnection()) {
            load(connection, List.of("mana_sync"), progress);
        }
    }

    private static void load(Connection connection, List<String> scripts, DemoProgress progress)
            throws IOException, SQLException {
        run(connection, DemoResource.text("data/prelude.sql"));
        double steps = scripts.size() + 2.0;
        int step = 1;
        for (String script : scripts) {
            progress.step("Filling " + script, step++ / steps);
            run(connection, DemoResource.text("data/" + script + ".sql"));
        }
        progress.step("Gathering statistics", step / steps);
        run(connection, "ANALYZE");
    }

    private static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }
}
