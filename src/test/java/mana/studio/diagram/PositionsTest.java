package mana.studio.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TableBuilder;
import mana.studio.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionsTest {
    private static final Scope ALL = new Scope.All();
    private final Database base = Samples.app();
    private final Drawing drawing = moved(Samples.drawing(base));

    @TempDir
    Path folder;

    @Test
    void comesBackFromTheFile() {
        JsonFile<Positions> file = new JsonFile<>(folder.resolve("p.json"), Positions.class, Positions.NONE);
        file.save(Positions.NONE.with(ALL, drawing));

        Drawing again = new Drawing(drawing.graph(), file.load().of(ALL, drawing.graph()));
        assertThat(again.boxes()).isEqualTo(drawing.boxes());
        assertThat(drawing.graph().edges()).allMatch(edge -> again.route(edge).equals(drawing.route(edge)));
    }

    @Test
    void followsARenameInTheDesign() {
        Table users = Samples.table(base, "app", "users");
        Database design = Samples.edited(base, DiagramEdits.renameTable(base, users, "people"));
        DiagramGraph graph = DiagramGraph.of(base, design, ALL);
        Arrangement known = Positions.NONE.with(ALL, drawing).of(ALL, graph);

        assertThat(known.places()).hasSize(graph.cards().size());
        Point place = known.places().get(users.id().key());
        Box box = drawing.box(users.id().key()).orElseThrow();
        assertThat(place).isEqualTo(new Point(box.x(), box.y()));
        assertThat(known.routes()).hasSize(graph.edges().size());
    }

    @Test
    void findsTablesByNameInADatabaseThatWasMadeAnew() {
        Database anew = Samples.app();
        DiagramGraph graph = DiagramGraph.of(anew, anew, ALL);
        Arrangement known = Positions.NONE.with(ALL, drawing).of(ALL, graph);

        for (Card card : graph.cards().values()) {
            Card old = drawing.graph().card(card.name()).orElseThrow();
            Box box = drawing.box(old.key()).orElseThrow();
            assertThat(known.places()).containsEntry(card.key(), new Point(box.x(), box.y()));
        }
    }

    @Test
    void takesNoTableForAnotherOfTheSameIdentity() {
        // An oid can be used again in a database made anew.
        Identity reused = Samples.table(base, "app", "users").id();
        Database anew = TestDatabases.database(TableBuilder.table(reused, "app", "orgs")
                .notNull("id", "uuid")
                .primaryKey("id")
                .build());
        DiagramGraph graph = DiagramGraph.of(anew, anew, ALL);
        Arrangement known = Positions.NONE.with(ALL, drawing).of(ALL, graph);

        Box orgs =
                drawing.box(Samples.card(drawing.graph(), "app", "orgs").key()).orElseThrow();
        assertThat(known.places()).isEqualTo(Map.of(reused.key(), new Point(orgs.x(), orgs.y())));
    }

    @Test
    void keepsEachScopeByItself() {
        Scope billing = new Scope.OneSchema("billing");
        DiagramGraph graph = DiagramGraph.of(base, base, billing);
        Drawing small = new Drawing(graph, new LayeredLayout().arrange(graph, DiagramLayout.Watch.NOBODY));
        Positions both = Positions.NONE.with(ALL, drawing).with(billing, small);

        assertThat(new Drawing(graph, both.of(billing, graph)).boxes()).isEqualTo(small.boxes());
        assertThat(new Drawing(drawing.graph(), both.of(ALL, drawing.graph())).boxes())
                .isEqualTo(drawing.boxes());
        assertThat(both.without(billing).of(billing, graph).places()).isEmpty();
    }

    private static Drawing moved(Drawing drawing) {
        String users = Samples.card(drawing.graph(), "app", "users").key();
        return drawing.moved(users, new Point(-333, 777));
    }
}
