package mana.studio.ui.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import mana.studio.diagram.DiagramGraph;
import mana.studio.diagram.DiagramLayout.Watch;
import mana.studio.diagram.Drawing;
import mana.studio.diagram.LayeredLayout;
import mana.studio.diagram.Scope;
import mana.studio.schema.Database;
import mana.studio.testing.TestDatabases;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Painting what is seen gives the same picture as painting everything.
@ExtendWith(ApplicationExtension.class)
class CullingTest {
    private static final int WIDTH = 700;
    private static final int HEIGHT = 500;

    private Stage stage;

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @Test
    void paintsTheSameAsWithoutLeavingAnythingOut() {
        Drawing drawing = drawing();
        for (int level : List.of(0, -8, -16, -30)) {
            for (int step = 0; step < 4; step++) {
                Viewport view = new Viewport(
                        drawing.bounds().x() + 333 * step, drawing.bounds().y() + 217 * step, WIDTH, HEIGHT, level);
                int[] culled = pixels(drawing, view, true);
                assertThat(culled).isEqualTo(pixels(drawing, view, false));
                assertThat(Arrays.stream(culled).distinct().count())
                        .as("colours")
                        .isGreaterThan(3);
            }
        }
    }

    private int[] pixels(Drawing drawing, Viewport view, boolean culled) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Palette palette = new Palette(() -> {});
            palette.name(List.copyOf(drawing.graph().schemas()));
            Canvas canvas = new Canvas(WIDTH, HEIGHT);
            Scene scene = new Scene(new Group(palette, canvas), WIDTH, HEIGHT);
            Theme.LIGHT.apply(scene);
            stage.setScene(scene);
            scene.getRoot().applyCss();
            Pen pen = new Pen(canvas.getGraphicsContext2D(), view);
            if (culled) {
                DiagramCanvas.paint(pen, palette, drawing, Look.PLAIN);
            } else {
                pen.clear(palette.of(Ink.PAPER));
                new EdgePainter(pen, palette, Look.PLAIN)
                        .paint(drawing, drawing.graph().edges());
                new CardPainter(pen, palette, Look.PLAIN)
                        .paint(drawing, List.copyOf(drawing.graph().cards().values()));
            }
            WritableImage image = canvas.snapshot(null, null);
            int[] pixels = new int[WIDTH * HEIGHT];
            image.getPixelReader().getPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
            return pixels;
        });
    }

    private static Drawing drawing() {
        Database database = TestDatabases.large(150).database();
        Database sample = Sample.database();
        Database both = database.withSchemas(Stream.concat(sample.schemas().stream(), database.schemas().stream())
                .toList());
        DiagramGraph graph = DiagramGraph.of(both, both, new Scope.All());
        return new Drawing(graph, new LayeredLayout().arrange(graph, Watch.NOBODY));
    }
}
