package mana.studio.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mana.studio.diagram.Box;
import mana.studio.diagram.Card;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.DiagramLayout.Watch;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.Edge;
import mana.studio.diagram.LayeredLayout;
import mana.studio.diagram.Point;
import mana.studio.diagram.Scope;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import org.junit.jupiter.api.Test;

/// What is at a point, what is found by name, what lies in a direction.
class FindingTest {
    private final Drawing drawing = drawing();

    @Test
    void tellsTheParts() {
        Card users = card("users");
        Box box = drawing.box(users.key()).orElseThrow();

        assertThat(at(box.x() + 5, box.y() + 5)).isEqualTo(new Hit.OnHeader(users.key()));
        for (int row = 0; row < users.rows().size(); row++) {
            assertThat(at(box.centerX(), box.y() + Card.middle(row))).isEqualTo(new Hit.OnRow(users.key(), row));
        }
        assertThat(at(box.centerX(), box.bottom() - 2)).isEqualTo(new Hit.OnFoot(users.key()));
        assertThat(at(box.x() - 500, box.y() - 5000)).isEqualTo(Hit.NOTHING);
    }

    @Test
    void findsAnEdgeFromNearby() {
        Edge edge = drawing.graph().edges().getFirst();
        List<Point> route = drawing.route(edge);
        Point one = route.get(0);
        Point other = route.get(1);
        double x = (one.x() + other.x()) / 2;

        assertThat(HitTest.at(drawing, new Point(x, one.y() + 3), 4)).isEqualTo(new Hit.OnEdge(edge.key()));
        assertThat(HitTest.at(drawing, new Point(x, one.y() + 3), 2)).isEqualTo(Hit.NOTHING);
    }

    @Test
    void findsTablesBeforeColumnsAndTheBestFirst() {
        assertThat(names(Matches.of(drawing.graph(), "ORG"))).containsExactly("orgs", "users");
        assertThat(names(Matches.of(drawing.graph(), "users"))).containsExactly("users");
        assertThat(names(Matches.of(drawing.graph(), "billing.inv"))).containsExactly("invoices");
        assertThat(names(Matches.of(drawing.graph(), "posts.auth"))).containsExactly("posts");
        assertThat(Matches.of(drawing.graph(), "posts.auth").columns()).hasSize(1);
        assertThat(Matches.of(drawing.graph(), "  ")).isEqualTo(Matches.NONE);
        assertThat(Matches.of(drawing.graph(), "nothing such")).isEqualTo(Matches.NONE);
    }

    @Test
    void reachesEveryTableByArrows() {
        Set<String> reached =
                new HashSet<>(Set.of(drawing.graph().cards().firstEntry().getKey()));
        for (int round = 0; round < 10; round++) {
            for (String from : List.copyOf(reached)) {
                for (Direction direction : Direction.values()) {
                    direction.next(drawing, from).ifPresent(reached::add);
                }
            }
        }
        assertThat(reached).isEqualTo(drawing.graph().cards().keySet());
    }

    @Test
    void goesWhereTheArrowPoints() {
        for (String from : drawing.graph().cards().keySet()) {
            Box here = drawing.box(from).orElseThrow();
            Direction.RIGHT
                    .next(drawing, from)
                    .flatMap(drawing::box)
                    .ifPresent(box -> assertThat(box.centerX()).isGreaterThan(here.centerX()));
            Direction.UP
                    .next(drawing, from)
                    .flatMap(drawing::box)
                    .ifPresent(box -> assertThat(box.centerY()).isLessThan(here.centerY()));
        }
    }

    private Hit at(double x, double y) {
        return HitTest.at(drawing, new Point(x, y), 4);
    }

    private List<String> names(Matches matches) {
        return matches.cards().stream()
                .map(key -> drawing.card(key).orElseThrow().name().name())
                .toList();
    }

    private Card card(String name) {
        return drawing.graph().card(new QualifiedName("app", name)).orElseThrow();
    }

    private static Drawing drawing() {
        Database database = Sample.database();
        DiagramGraph graph = DiagramGraph.of(database, database, new Scope.All());
        return new Drawing(graph, new LayeredLayout().arrange(graph, Watch.NOBODY));
    }
}
