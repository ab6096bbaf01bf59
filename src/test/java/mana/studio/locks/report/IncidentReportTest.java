package mana.studio.locks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import mana.studio.locks.Backend;
import mana.studio.locks.BackendId;
import mana.studio.locks.Board;
import mana.studio.locks.LockKey;
import mana.studio.locks.Scene;
import mana.studio.locks.Scene.Actor;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.Looker;
import mana.studio.locks.names.Registry;
import mana.studio.locks.verdict.Assessment;
import mana.studio.locks.verdict.Judge;
import mana.studio.locks.verdict.Samples;
import mana.studio.locks.verdict.Thresholds;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IncidentReportTest {
    private static final LockKey KEY = LockKey.of(-1, 42);
    private static final String LOCK = "SELECT pg_advisory_lock(-1, 42)";

    private static IncidentReport report(Scene scene, boolean statements) throws SQLException {
        Board board = scene.look();
        Capabilities capabilities = scene.capabilities();
        Samples samples = new Samples();
        samples.add(board, capabilities);
        List<Assessment> here = new Judge(Thresholds.DEFAULT, Registry.MANA)
                .judge(board, capabilities, samples).stream()
                        .filter(one -> one.lock().id().database() == capabilities.databaseId())
                        .toList();
        Deed deed = new Deed(Instant.EPOCH, "-1,42", "terminate", "pid 7 (old)", "The lock is free.", true);
        return new IncidentReport(
                Instant.parse("2026-11-25T12:41:00.5Z"), capabilities, board, here, List.of(deed), statements);
    }

    @Test
    void writesTheFormatThatScriptsRead() throws SQLException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("old-migrate").run(LOCK);
            Actor waiter = scene.open("new-migrate");
            waiter.blocks(LOCK);

            JsonNode json = JsonMapper.shared().readTree(report(scene, false).json());

            assertThat(json.propertyNames())
                    .containsExactly("format", "takenAt", "server", "connection", "locks", "acts");
            assertThat(json.at("/format").asString()).isEqualTo("lock-incident/1");
            assertThat(json.at("/takenAt").asString()).isEqualTo("2026-11-25T12:41:00.500Z");
            assertThat(json.at("/connection/role").asString()).isEqualTo("postgres");
            assertThat(json.at("/connection/seesAll").asBoolean()).isTrue();
            assertThat(json.at("/connection/signals").asString()).isEqualTo("all");
            JsonNode lock = json.at("/locks/0");
            assertThat(lock.propertyNames())
                    .startsWith(
                            "key",
                            "keyKind",
                            "classid",
                            "objid",
                            "objsubid",
                            "database",
                            "name",
                            "nameSource",
                            "state",
                            "diagnosis",
                            "severity",
                            "holders",
                            "waiters",
                            "rootBlockers",
                            "victims",
                            "pollers",
                            "suggestion");
            assertThat(lock.at("/key").asString()).isEqualTo("-1,42");
            assertThat(lock.at("/keyKind").asString()).isEqualTo("int4pair");
            assertThat(lock.at("/classid").asLong()).isEqualTo(4_294_967_295L);
            assertThat(lock.at("/database").asString()).isEqualTo(scene.database());
            assertThat(lock.at("/name").isNull()).isTrue();
            assertThat(lock.at("/state").asString()).isEqualTo("IDLE");
            assertThat(lock.at("/diagnosis").asString()).isEqualTo("idle-holder");
            assertThat(lock.at("/severity").asString()).isEqualTo("grey");
            assertThat(lock.at("/holders/0/pid").asInt()).isEqualTo(holder.pid());
            assertThat(lock.at("/holders/0/modes").asString()).isEqualTo("exclusive");
            assertThat(lock.at("/holders/0/level").asString()).isEqualTo("session");
            assertThat(lock.at("/holders/0/backendStart").asString()).matches("\\d{4}-\\d\\d-\\d\\d .*");
            assertThat(lock.at("/waiters/0/pid").asInt()).isEqualTo(waiter.pid());
            assertThat(lock.at("/waiters/0/queuePos").asInt()).isEqualTo(1);
            assertThat(lock.at("/waiters/0/blockedBy/0").asInt()).isEqualTo(holder.pid());
            assertThat(lock.at("/waiters/0/waitSeconds").isNumber()).isTrue();
            assertThat(lock.at("/rootBlockers/0").asInt()).isEqualTo(holder.pid());
            assertThat(lock.at("/suggestion/action").asString()).isEqualTo("wait");
            assertThat(json.at("/acts/0/outcome").asString()).isEqualTo("The lock is free.");
        }
    }

    @Test
    void tellsStatementsOnlyWhereTheyAreAskedFor() throws SQLException {
        try (Scene scene = Scene.fresh()) {
            scene.open("app").run("SELECT pg_advisory_lock(-1, 42) /* tell-tale */");

            assertThat(report(scene, false).json()).doesNotContain("tell-tale");
            assertThat(report(scene, false).markdown()).doesNotContain("tell-tale");
            assertThat(report(scene, true).json()).contains("tell-tale");
            assertThat(report(scene, true).markdown()).contains("tell-tale");
        }
    }

    @Test
    void writesForAChat() throws SQLException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("old `*x*` <b>").run("SELECT pg_advisory_lock(987654321)");
            scene.open("next").blocks("SELECT pg_advisory_lock(987654321)");

            String markdown = report(scene, false).markdown();

            assertThat(markdown)
                    .startsWith("# Lock incident, 2026-11-25 12:41:00 UTC\n")
                    .contains("## mana-auth migrations: 987654321\n")
                    .contains("`0x000000003ade68b1` (classid 0, objid 987654321, objsubid 1)")
                    .contains("holder   pid " + holder.pid() + " old")
                    .contains("waiter 1 pid ")
                    .contains("- Suggestion: wait\n")
                    .contains("## What was done\n\n- 1970-01-01T00:00:00Z terminate `pid 7 (old)` for lock `-1,42`");
            assertThat(markdown.lines().filter(line -> line.startsWith("**")))
                    .as("names write no Markdown")
                    .singleElement()
                    .asString()
                    .contains("old \\`\\*x\\*\\` \\<b\\>");
        }
    }

    @Test
    void handsOverAStatementThatEndsOnlyTheSessionThatWasSeen() throws SQLException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("old").run(LOCK);
            Actor waiter = scene.open("waiter");
            waiter.blocks(LOCK);
            Actor bystander = scene.open("bystander").run("SELECT pg_advisory_lock(7)");
            Backend seen = scene.look().backend(holder.pid()).orElseThrow();

            assertThat(rows(scene, Handover.end(scene.id(LockKey.of(7)), seen)))
                    .as("it does not hold that one")
                    .isZero();
            Backend recycled = withStart(seen, "2020-01-01 00:00:00.123456+00");
            assertThat(rows(scene, Handover.end(scene.id(KEY), recycled)))
                    .as("another session has its pid")
                    .isZero();
            assertThat(rows(scene, Handover.end(scene.id(LockKey.of((-1L << 32) | 42)), seen)))
                    .as("a bigint with the same bits is another lock")
                    .isZero();
            assertThat(holder.isAlive()).isTrue();

            Backend waits = scene.look().backend(waiter.pid()).orElseThrow();
            assertThat(rows(scene, Handover.cancelWaiter(scene.id(KEY), waits))).isEqualTo(1);
            scene.await(
                    "nobody waits",
                    board -> board.locks().stream()
                            .filter(lock -> lock.key().equals(KEY))
                            .findFirst()
                            .filter(lock -> lock.isContended())
                            .isEmpty());
            assertThat(rows(scene, Handover.end(scene.id(KEY), seen))).isEqualTo(1);
            assertThat(holder.isAlive()).isFalse();
            assertThat(waiter.isAlive()).isTrue();
            assertThat(bystander.isAlive()).isTrue();
        }
    }

    @Test
    void handsOverAStatementOfARoleThatSeesLittle() throws SQLException {
        try (Scene scene = Scene.fresh()
                .run("DO $$ BEGIN CREATE ROLE plain_reporter LOGIN;"
                        + " EXCEPTION WHEN duplicate_object THEN NULL; END $$")) {
            Actor holder = scene.open("old").run(LOCK);
            Actor plain = scene.open("plain", "plain_reporter");
            Backend masked = Looker.look(plain.connection(), List.of())
                    .backend(holder.pid())
                    .orElseThrow();

            String statement = Handover.end(scene.id(KEY), masked);

            assertThat(masked.id().start()).isNull();
            assertThat(statement).contains("a.usesysid = ").contains("split_part(l.virtualtransaction");
            assertThat(rows(scene, statement)).isEqualTo(1);
            assertThat(holder.isAlive()).isFalse();
        }
    }

    @Test
    void letsNothingTheServerSaysIntoTheStatement() throws SQLException {
        try (Scene scene = Scene.fresh()) {
            Actor holder = scene.open("old").run(LOCK);
            Backend seen = scene.look().backend(holder.pid()).orElseThrow();

            String statement = Handover.end(scene.id(KEY), withStart(seen, "' OR true --"));

            assertThat(statement).doesNotContain("OR true");
            assertThat(Handover.prepared("x'; DROP TABLE users; --").orElseThrow())
                    .containsExactly(
                            "ROLLBACK PREPARED 'x''; DROP TABLE users; --';",
                            "COMMIT PREPARED 'x''; DROP TABLE users; --';");
            assertThat(Handover.prepared("")).isEmpty();
        }
    }

    @Test
    void saysWhatToDo() {
        assertThat(Runbook.text())
                .startsWith(Runbook.TITLE)
                .contains("1. Nobody can unlock it from outside")
                .contains("7. So that it does not come back");
    }

    private static Backend withStart(Backend seen, String start) {
        return new Backend(
                new BackendId(seen.pid(), start, seen.id().role(), seen.id().processSlot()),
                seen.database(),
                seen.user(),
                seen.application(),
                seen.client(),
                seen.type(),
                seen.leader(),
                seen.state(),
                seen.stateChange(),
                seen.queryStart(),
                seen.waitEventType(),
                seen.waitEvent(),
                seen.writes(),
                seen.age(),
                seen.transactionAge(),
                seen.stateAge(),
                seen.masked(),
                seen.query(),
                seen.self(),
                seen.inTransaction(),
                seen.waitsFor(),
                seen.blockedBy(),
                seen.strongLocks());
    }

    private static int rows(Scene scene, String statement) throws SQLException {
        int rows = 0;
        try (Connection colleague = scene.server().source(scene.database()).getConnection();
                Statement asked = colleague.createStatement();
                ResultSet answer = asked.executeQuery(statement)) {
            while (answer.next()) {
                rows++;
            }
        }
        return rows;
    }
}
