package mana.studio.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import mana.studio.diagram.Box;
import mana.studio.diagram.Point;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private final Viewport view = new Viewport(100, 200, 800, 600, 0);

    @Test
    void keepsThePointUnderThePointerWhileZooming() {
        for (int level = Viewport.FARTHEST; level <= Viewport.NEAREST; level++) {
            Point before = view.toWorld(300, 450);
            Viewport zoomed = view.zoomed(level, 300, 450);
            Point after = zoomed.toWorld(300, 450);
            assertThat(after.x()).isCloseTo(before.x(), within(1e-9));
            assertThat(after.y()).isCloseTo(before.y(), within(1e-9));
            assertThat(zoomed.toScreenX(after.x())).isCloseTo(300, within(1e-9));
        }
    }

    @Test
    void zoomsNoFartherThanItsEnds() {
        assertThat(view.zoomed(99, 0, 0).level()).isEqualTo(Viewport.NEAREST);
        assertThat(view.zoomed(-99, 0, 0).level()).isEqualTo(Viewport.FARTHEST);
    }

    @Test
    void fitsTheWholeButNeverEnlarges() {
        Box large = new Box(-5000, 40, 20_000, 9_000);
        Box seen = view.fitting(large).seen();
        assertThat(seen.x()).isLessThan(large.x());
        assertThat(seen.y()).isLessThan(large.y());
        assertThat(seen.right()).isGreaterThan(large.right());
        assertThat(seen.bottom()).isGreaterThan(large.bottom());
        assertThat(view.fitting(new Box(0, 0, 10, 10)).scale()).isEqualTo(1);
    }

    @Test
    void movesNoMoreThanNeededToShowSomething() {
        assertThat(view.showing(new Box(300, 400, 100, 100))).isEqualTo(view);
        Box right = new Box(2000, 400, 100, 100);
        assertThat(view.showing(right).seen().right()).isEqualTo(right.right() + 32);
        assertThat(view.showing(right).y()).isEqualTo(view.y());
        Box tooLarge = new Box(2000, 0, 5000, 100);
        assertThat(view.showing(tooLarge).x()).isEqualTo(2000 - 32);
    }
}
