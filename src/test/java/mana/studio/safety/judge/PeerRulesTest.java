package mana.studio.safety.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.catalog.CatalogReader;
import mana.studio.catalog.Snapshot;
import mana.studio.connection.Cancellation;
import mana.studio.safety.Finding;
import mana.studio.safety.rule.Rule;
import mana.studio.safety.rule.Rules;
import mana.studio.statement.Statements;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the linters of this field warn of, a rule here says too; and each rule here has its statement.
class PeerRulesTest {
    private static final List<Peer> PEERS = Scripts.resource(PeerRulesTest.class, "peers.txt")
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(" \\| "))
            .map(parts -> new Peer(parts[0], parts[1], parts[2].strip()))
            .toList();

    private record Peer(String name, String sql, String rule) {}

    @TestFactory
    Stream<DynamicTest> saysWhatPeersSay() throws SQLException {
        TestDatabase database = TestServer.freshDatabase();
        Scripts.run(database, Scripts.resource(PeerRulesTest.class, "shop.sql"));
        database.run("CREATE PUBLICATION sales FOR TABLE shop.orders");
        Snapshot snapshot = new CatalogReader(database.source()).read(new Cancellation());
        return PEERS.stream().map(peer -> DynamicTest.dynamicTest(peer.name(), () -> check(peer, snapshot)));
    }

    private static void check(Peer peer, Snapshot snapshot) {
        Set<String> said = Judge.of(snapshot, 0, Runner.EACH_STATEMENT).script(Statements.split(peer.sql())).stream()
                .flatMap(verdict -> verdict.findings().stream())
                .map(Finding::ruleId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(said).as(peer.sql()).contains(peer.rule());
    }

    @Test
    void hasAStatementForEachRule() {
        assertThat(PEERS)
                .extracting(Peer::rule)
                .containsAll(Rules.ALL.stream().map(Rule::id).toList());
    }

    @Test
    void givesEachRuleANameOfItsOwn() {
        assertThat(Rules.ALL).extracting(Rule::id).doesNotHaveDuplicates();
    }
}
