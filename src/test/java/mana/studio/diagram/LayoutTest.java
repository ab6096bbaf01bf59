package mana.studio.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import mana.studio.diagram.DiagramLayout.Watch;
import mana.studio.schema.Database;
import org.junit.jupiter.api.Test;

class LayoutTest {
    private final Database database = Samples.many(120);
    private final Drawing drawing = Samples.drawing(database);

    @Test
    void putsEveryTableWhereNoOtherIs() {
        List<Box> boxes = List.copyOf(drawing.boxes().values());

        assertThat(boxes).hasSize(120);
        for (int one = 0; one < boxes.size(); one++) {
            for (int other = one + 1; other < boxes.size(); other++) {
                assertThat(boxes.get(one).meets(boxes.get(other))).isFalse();
            }
        }
    }

    @Test
    void leadsEdgesFromColumnToColumnAtRightAnglesAndAroundTables() {
        for (Edge edge : drawing.graph().edges()) {
            List<Point> route = drawing.route(edge);
            Box from = drawing.box(edge.from()).orElseThrow();
            Box to = drawing.box(edge.to()).orElseThrow();
            assertThat(route.getFirst().y()).isEqualTo(from.y() + Card.middle(edge.fromRow()));
            assertThat(route.getLast().y()).isEqualTo(to.y() + Card.middle(edge.toRow()));
            for (int at = 1; at < route.size(); at++) {
                Box piece = Box.between(route.get(at - 1), route.get(at));
                assertThat(Math.min(piece.width(), piece.height()))
                        .as(edge.label())
                        .isZero();
                assertThat(drawing.boxes().values())
                        .as(edge.label())
                        .noneMatch(box -> box.grown(-2).meets(piece));
            }
        }
    }

    @Test
    void isTheSameEveryTime() {
        Drawing again = Samples.drawing(database);

        assertThat(again.boxes()).isEqualTo(drawing.boxes());
        assertThat(again.graph().edges()).allMatch(edge -> again.route(edge).equals(drawing.route(edge)));
    }

    @Test
    void stopsWhenNobodyWaits() {
        Watch gone = new Watch() {
            @Override
            public void fraction(double done) {}

            @Override
            public boolean isStopped() {
                return true;
            }
        };

        assertThatThrownBy(() -> new LayeredLayout().arrange(drawing.graph(), gone))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void tellsHowFarItIs() {
        List<Double> said = new ArrayList<>();
        new LayeredLayout().arrange(drawing.graph(), new Watch() {
            @Override
            public void fraction(double done) {
                said.add(done);
            }

            @Override
            public boolean isStopped() {
                return false;
            }
        });

        assertThat(said).isSorted().endsWith(1.0);
    }

    @Test
    void putsANewTableNearWhatItRefersToAndMovesNoOther() {
        Edge edge = drawing.graph().edges().getFirst();
        Map<String, Point> known = new HashMap<>();
        drawing.boxes().forEach((key, box) -> known.put(key, new Point(box.x(), box.y())));
        known.remove(edge.from());
        Drawing completed =
                new Drawing(drawing.graph(), Placement.complete(drawing.graph(), new Arrangement(known, Map.of())));

        known.forEach((key, place) -> assertThat(completed.box(key).orElseThrow())
                .isEqualTo(drawing.box(key).orElseThrow()));
        Box added = completed.box(edge.from()).orElseThrow();
        assertThat(completed.cardsIn(added)).hasSize(1);
        Box target = completed.box(edge.to()).orElseThrow();
        assertThat(Math.hypot(added.centerX() - target.centerX(), added.centerY() - target.centerY()))
                .isLessThan(2500);
    }

    @Test
    void seesTheSameByPlaceAsByLookingAtAll() {
        Random random = new Random(7);
        Box all = drawing.bounds();
        for (int round = 0; round < 300; round++) {
            Box area = new Box(
                    all.x() + random.nextDouble() * all.width() - 300,
                    all.y() + random.nextDouble() * all.height() - 300,
                    random.nextDouble() * 1500,
                    random.nextDouble() * 900);
            List<String> expected = drawing.boxes().entrySet().stream()
                    .filter(entry -> entry.getValue().meets(area))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(drawing.cardsIn(area)).extracting(Card::key).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(drawing.edgesIn(area))
                    .containsAll(drawing.graph().edges().stream()
                            .filter(edge -> passes(drawing.route(edge), area))
                            .toList());
        }
    }

    private static boolean passes(List<Point> route, Box area) {
        for (int at = 1; at < route.size(); at++) {
            if (Box.between(route.get(at - 1), route.get(at)).meets(area)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void leadsOnlyTheEdgesOfAMovedTableAnew() {
        Edge edge = drawing.graph().edges().getFirst();
        Box box = drawing.box(edge.from()).orElseThrow();
        Drawing moved = drawing.moved(edge.from(), new Point(box.x() - 900, box.y() + 400));

        for (Edge each : drawing.graph().edges()) {
            if (each.touches(edge.from())) {
                Box end = moved.box(each.from()).orElseThrow();
                assertThat(moved.route(each).getFirst().y()).isEqualTo(end.y() + Card.middle(each.fromRow()));
            } else {
                assertThat(moved.route(each)).isEqualTo(drawing.route(each));
            }
        }
    }
}
