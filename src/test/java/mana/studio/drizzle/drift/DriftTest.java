package mana.studio.drizzle.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.convention.ServiceRegistry;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.project.Project;
import mana.studio.drizzle.project.ProjectScan;
import mana.studio.drizzle.project.Service;
import mana.studio.drizzle.typescript.Options;
import mana.studio.drizzle.typescript.Patch;
import mana.studio.drizzle.typescript.TypeScriptFile;
import mana.studio.plan.Planner;
import mana.studio.schema.Database;
import mana.studio.schema.Part;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchDatabase;
import mana.studio.scratch.ScratchException;
import mana.studio.scratch.ScratchServer;
import mana.studio.testing.DrizzleKit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Code, snapshot and database of the sample project, with the project's own drizzle-kit.
class DriftTest {
    private static final Path SAMPLE = Path.of(System.getProperty("mana.shared", "../shared"))
            .resolve("data")
            .resolve("mana-sample");
    private static final Cancellation NEVER = new Cancellation();

    private static Map<String, Service> services;
    private static String dump;

    @BeforeAll
    static void openTheSample() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(SAMPLE), SAMPLE + " is not here");
        Path copy = DrizzleKit.folder("drift");
        copy(SAMPLE.resolve("services"), copy);
        services = ProjectScan.scan(copy, ServiceRegistry.MANA, Map.of()).services().stream()
                .collect(Collectors.toMap(Service::name, service -> service));
        dump = Files.readString(SAMPLE.resolve("dumps/mana_platform.sql"));
    }

    @Test
    void findsNoDifferenceInACleanDatabase() throws ScratchException {
        Database live = Scratch.read(dump, NEVER);
        assertThat(services).hasSize(8);
        for (Service service : services.values()) {
            DriftReader.Read read = DriftReader.read(asked(service, live), NEVER);
            assertThat(read.missing()).as(service.name()).isEmpty();
            assertThat(read.drift().differences()).as(service.name()).isEmpty();
            assertThat(read.losses()).as(service.name()).isEmpty();
        }
    }

    @Test
    void tellsWhatWasChangedByHand() throws IOException, ScratchException {
        String byHand = Files.readString(SAMPLE.resolve("broken/drifted-database/drift.sql"));
        Database live = Scratch.read(dump + "\n" + withoutCatalogUpdates(byHand), NEVER);

        assertThat(drift("mana-auth", live))
                .containsExactlyInAnyOrder(
                        "auth.users.last_login_at",
                        "auth.users.display_name",
                        "auth.sessions.token",
                        "auth.sessions.idx_sessions_expires_at",
                        "auth.sessions.idx_sessions_token_hash");
        assertThat(drift("mana-credits", live))
                .containsExactlyInAnyOrder(
                        "credits.balances.balances_amount_check",
                        "credits.packages.currency",
                        "credits.transactions.fk_transactions_package");
        assertThat(drift("mana-events", live))
                .containsExactlyInAnyOrder("events.rsvp_status", "events.upcoming_events");
        assertThat(drift("mana-user", live)).containsExactlyInAnyOrder("usr.scratch_import", "usr.file_tags");
        assertThat(drift("mana-analytics", live))
                .containsExactlyInAnyOrder(
                        "feedback.feedback_items", "feedback.feedback_items.feedback_items_public_read");
    }

    @Test
    void saysWhatEachDifferenceMeans() throws IOException, ScratchException {
        Database live = Scratch.read(dump + "\nALTER TABLE auth.users ADD COLUMN note text;", NEVER);
        Service auth = services.get("mana-auth");
        Difference difference =
                DriftReader.read(asked(auth, live), NEVER).drift().differences().getFirst();
        assertThat(difference.part()).hasToString("auth.users.note");
        assertThat(difference.text(Side.DATABASE)).contains("text");
        assertThat(difference.text(Side.CODE)).isEmpty();
        assertThat(difference.sentence()).isEqualTo("Only the database has it: no migration made it.");
    }

    /// Every difference, repaired from the code as a change of the design, leaves none.
    @Test
    void repairsTheDatabaseFromTheCode() throws IOException, ScratchException {
        String byHand = Files.readString(SAMPLE.resolve("broken/drifted-database/drift.sql"));
        String script = dump + "\n" + withoutCatalogUpdates(byHand);
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(script, NEVER);
            Database live = database.read(NEVER);
            Database design = live;
            for (Service service : services.values()) {
                Drift drift = DriftReader.read(asked(service, live), NEVER).drift();
                for (Difference difference : drift.differences()) {
                    design = Graft.of(design, drift.sides().get(Side.CODE), difference.part());
                }
            }
            database.load(Planner.planDesign(live, design).sql(), NEVER);
            Database repaired = database.read(NEVER);
            for (Service service : services.values()) {
                assertThat(DriftReader.read(asked(service, repaired), NEVER)
                                .drift()
                                .differences())
                        .as(service.name())
                        .isEmpty();
            }
        }
    }

    /// Each difference of a copy of the project, repaired in its TypeScript and compiled by the real drizzle-kit.
    @Test
    void repairsTheCodeFromTheDatabase() throws Exception {
        Path copy = DrizzleKit.folder("drift-code");
        copy(SAMPLE.resolve("services"), copy);
        Project project = ProjectScan.scan(copy, ServiceRegistry.MANA, Map.of());
        String byHand = """
                ALTER TABLE auth.users ADD COLUMN last_login_at timestamptz;
                ALTER TABLE auth.users ALTER COLUMN display_name DROP NOT NULL;
                CREATE INDEX idx_users_last_login_at ON auth.users (last_login_at);
                ALTER TABLE credits.balances DROP CONSTRAINT balances_amount_check;
                ALTER TABLE credits.packages ALTER COLUMN currency SET DEFAULT 'CHF';
                """;
        Database live = Scratch.read(dump + "\n" + byHand, NEVER);
        for (String name : List.of("mana-auth", "mana-credits")) {
            Service service = project.service(name).orElseThrow();
            DriftReader.Read read = DriftReader.read(asked(service, live), NEVER);
            assertThat(read.drift().differences()).hasSizeGreaterThan(1);
            for (Difference difference : read.drift().differences()) {
                DriftReader.Read now = DriftReader.read(asked(service, live), NEVER);
                Patch patch = CodeRepair.of(now, difference.part(), files(service), Options.DEFAULT);
                assertThat(patch.byHand()).as(difference.part().toString()).isEmpty();
                assertThat(patch.apply(service.folder())).isInstanceOf(Patch.Outcome.Written.class);
            }
            DriftReader.Read after = DriftReader.read(asked(service, live), NEVER);
            assertThat(after.drift().differences())
                    .allMatch(difference -> difference.agree(Side.CODE, Side.DATABASE))
                    .hasSameSizeAs(read.drift().differences());
        }
    }

    private static List<TypeScriptFile> files(Service service) throws IOException {
        List<TypeScriptFile> files = new ArrayList<>();
        for (Path file : service.schemaFiles()) {
            files.add(new TypeScriptFile(service.folder().relativize(file).toString(), Files.readString(file)));
        }
        return files;
    }

    /// The real push is let loose on a copy: what is gone afterwards is what was foretold. Without rows: it reads the
    /// columns of a unique constraint in no certain order, and would then ask whether to empty the table.
    @Test
    void foretellsWhatPushDestroys() throws IOException, ScratchException, SQLException {
        Service analytics = services.get("mana-analytics");
        Service user = services.get("mana-user");
        String byHand = """
            ALTER TABLE feedback.feedback_items ADD COLUMN hidden_note text;
            CREATE INDEX idx_by_hand ON feedback.feedback_items (created_at);
            ALTER TABLE feedback.feedback_items ADD CONSTRAINT title_length CHECK (length(text) < 500000);
            CREATE POLICY by_hand ON feedback.feedback_items FOR SELECT USING (true);
            CREATE TABLE usr.by_hand (id integer PRIMARY KEY);
            CREATE TABLE usr.kept_secret (id integer);
            ALTER TABLE usr.user_settings ENABLE ROW LEVEL SECURITY;
            TRUNCATE usr.tags, usr.files, usr.file_tags, usr.user_settings, feedback.feedback_items,
              feedback.feedback_votes CASCADE;
            """;
        try (ScratchDatabase database = ScratchServer.shared().create()) {
            database.load(dump + "\n" + byHand, NEVER);
            Database before = database.read(NEVER);
            Set<String> foretold = new TreeSet<>();
            Set<String> gone = new TreeSet<>();
            for (Service service : List.of(analytics, user)) {
                DriftReader.read(asked(service, before), NEVER)
                        .losses()
                        .forEach(loss -> foretold.add(loss.part().toString()));
            }
            for (Service service : List.of(analytics, user)) {
                DrizzleKit.Said said = DrizzleKit.run(
                        service.folder(),
                        Map.of("DATABASE_URL", url(database)),
                        "drizzle-kit",
                        "push",
                        "--force",
                        "--config",
                        service.config().file().toString());
                assertThat(said.out() + said.err()).contains("Changes applied");
            }
            Database after = database.read(NEVER);
            Map<Part, String> left = Portrait.of(after);
            Portrait.of(before).forEach((part, text) -> {
                boolean weaker = text.equals("table with row-level security") && "table".equals(left.get(part));
                boolean wholeGone = part.kind() != Part.Kind.WHOLE && !left.containsKey(Part.whole(part.object()));
                if ((!left.containsKey(part) && !wholeGone) || weaker) {
                    gone.add(part.toString());
                }
            });
            assertThat(gone).isNotEmpty().isEqualTo(foretold);
        }
    }

    private static List<String> drift(String service, Database live) {
        return DriftReader.read(asked(services.get(service), live), NEVER).drift().differences().stream()
                .map(difference -> difference.part().toString())
                .toList();
    }

    private static DriftReader.Asked asked(Service service, Database live) {
        return new DriftReader.Asked(
                service.folder(),
                service.config().file(),
                MigrationFolders.read(service.migrations()),
                Set.copyOf(service.owns()),
                Set.copyOf(service.config().schemaFilter()),
                live);
    }

    /// An invalid index is nothing that Drizzle knows of, and no superuser edits a catalog in a test of drift.
    private static String withoutCatalogUpdates(String script) {
        return script.lines()
                .filter(line -> !line.startsWith("UPDATE pg_index") && !line.contains("idx_jobs_bad"))
                .collect(Collectors.joining("\n"));
    }

    private static String url(ScratchDatabase database) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("SELECT 1")).isTrue();
            return connection.getMetaData().getURL().replace("jdbc:", "").replaceFirst("//", "//postgres@");
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(from)) {
            walk.forEach(files::add);
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
                target.toFile().setWritable(true);
            } else if (!Files.isSymbolicLink(file)) {
                Files.copy(file, target);
                target.toFile().setWritable(true);
            }
        }
    }
}
