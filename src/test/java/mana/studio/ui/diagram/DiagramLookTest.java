package mana.studio.ui.diagram;

import static mana.studio.testing.TableBuilder.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import mana.studio.diagram.Box;
import mana.studio.schema.Database;
import mana.studio.schema.Table;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// How a diagram of many schemas looks.
@ExtendWith(ApplicationExtension.class)
class DiagramLookTest {
    private static final int SCHEMAS = 26;

    @TempDir
    Path folder;

    private final TestSession session = new TestSession(TestDatabases.snapshot(manySchemas()));
    private Stage stage;
    private Sight sight;

    private static Database manySchemas() {
        return TestDatabases.database(IntStream.range(0, SCHEMAS)
                .boxed()
                .flatMap(at -> List.of(of(at, "users"), of(at, "accounts")).stream())
                .toArray(Table[]::new));
    }

    private static Table of(int at, String name) {
        return table("s" + (char) ('a' + at), name)
                .notNull("id", "uuid", "gen_random_uuid()")
                .column("title", "text")
                .primaryKey("id")
                .build();
    }

    @Start
    void start(Stage primary) {
        stage = primary;
    }

    @AfterEach
    void close() {
        sight.close();
    }

    private void open(Theme theme, double width, double height) {
        sight = new Sight(stage, session, folder.resolve("positions.json"))
                .open(theme, width, height)
                .seen();
    }

    private Palette palette() {
        return (Palette) stage.getScene().lookup("#diagram-canvas").lookup(".diagram-ink-card").getParent();
    }

    @ParameterizedTest
    @EnumSource
    void givesEverySchemaAColourThatIsToldFromItsNeighbours(Theme theme) throws Exception {
        open(theme, 1280, 800);
        List<Color> colors = IntStream.range(0, SCHEMAS)
                .mapToObj(at -> palette().ofSchema("s" + (char) ('a' + at)))
                .toList();
        Color card = palette().of(Ink.CARD);

        assertThat(new HashSet<>(colors)).hasSize(SCHEMAS);
        for (int at = 0; at < SCHEMAS; at++) {
            assertThat(contrast(colors.get(at), card)).as("contrast of colour %s", at).isGreaterThan(3);
            for (int before = Math.max(0, at - 2); before < at; before++) {
                assertThat(distance(colors.get(at), colors.get(before)))
                        .as("colours %s and %s", before, at)
                        .isGreaterThan(0.25);
            }
        }
        sight.picture("diagram-schemas-" + theme);
    }

    private static double contrast(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double distance(Color one, Color other) {
        return Math.sqrt(Math.pow(one.getRed() - other.getRed(), 2)
                + Math.pow(one.getGreen() - other.getGreen(), 2)
                + Math.pow(one.getBlue() - other.getBlue(), 2));
    }

    @Test
    void hidesNoTableBehindTheLegendOrTheOverviewWhenItShowsAll(FxRobot robot) {
        for (double[] size : new double[][] {{1280, 800}, {980, 660}, {1240, 500}}) {
            open(Theme.LIGHT, size[0], size[1]);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(covered(robot)).as("at first, %s wide", size[0]).isEmpty();

            robot.interact(() -> sight.camera().zoom(3));
            robot.push(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertThat(covered(robot)).as("with Ctrl+0, %s wide", size[0]).isEmpty();
        }
    }

    /// The tables that stand behind something.
    private Set<String> covered(FxRobot robot) {
        Set<String> covered = new HashSet<>();
        robot.interact(() -> {
            for (String over : List.of(".diagram-legend", ".diagram-minimap")) {
                Node node = stage.getScene().lookup(over);
                Bounds place = node.getBoundsInParent();
                for (Box box : sight.model().drawing().get().boxes().values()) {
                    Box seen = sight.camera().now().onScreen(box);
                    if (place.intersects(seen.x(), seen.y(), seen.width(), seen.height())) {
                        covered.add(over + " " + box);
                    }
                }
            }
        });
        return covered;
    }

    @Test
    void remembersThatTheLegendWasPutAway(FxRobot robot) {
        open(Theme.LIGHT, 1280, 800);
        robot.clickOn("#diagram-legend");
        assertThat(sight.reads(robot, "primary key")).isFalse();
        Sight.until(() -> DiagramWishes.in(folder.resolve("wishes.json")).load().legendHidden());
        sight.close();

        open(Theme.LIGHT, 1280, 800);
        Sight.until(() -> !sight.reads(robot, "primary key"));

        robot.clickOn("#diagram-legend");
        assertThat(sight.reads(robot, "primary key")).isTrue();
        Sight.until(() -> !DiagramWishes.in(folder.resolve("wishes.json")).load().legendHidden());
    }

    @Test
    void followsTheThemeWhileItIsShown(FxRobot robot) {
        open(Theme.LIGHT, 980, 660);
        int light = paper();
        robot.interact(() -> Theme.DARK.apply(stage.getScene()));
        Sight.until(() -> brightness(paper()) < 0.2);
        Sight.until(() -> brightness(cardColor()) < 0.3);

        robot.interact(() -> Theme.LIGHT.apply(stage.getScene()));
        Sight.until(() -> paper() == light);
        assertThat(brightness(light)).isGreaterThan(0.8);
    }

    /// The colour of the canvas where nothing stands.
    private int paper() {
        return pixel(3, 100);
    }

    /// The colour in the middle of a card.
    private int cardColor() {
        Box box = sight.camera().now().onScreen(sight.box("sa.users"));
        return pixel((int) (box.x() + 6), (int) (box.bottom() - 6));
    }

    private int pixel(int x, int y) {
        BufferedImage picture = sight.picture();
        Node canvas = stage.getScene().lookup("#diagram-canvas");
        Bounds place = canvas.localToScene(canvas.getBoundsInLocal());
        return picture.getRGB((int) place.getMinX() + x, (int) place.getMinY() + y);
    }

    private static double brightness(int argb) {
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff).getBrightness();
    }
}
