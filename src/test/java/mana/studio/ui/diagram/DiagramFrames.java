package mana.studio.ui.diagram;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import mana.studio.diagram.Point;
import mana.studio.diagram.Positions;
import mana.studio.schema.Database;
import mana.studio.settings.JsonFile;
import mana.studio.testing.TestDatabases;
import mana.studio.testing.TestSession;
import mana.studio.ui.kit.Theme;

/// How long the frames of a diagram take while it is panned and zoomed: from pulse to pulse, with nothing waiting for a
/// screen, so that painting and rendering both count.
public final class DiagramFrames {
    private static final int WARM_UP = 120;
    private static final int FRAMES = 400;

    private final DiagramView view;
    private final Stage stage;

    private DiagramFrames(DiagramView view, Stage stage) {
        this.view = view;
        this.stage = stage;
    }

    /// Prints a line for each way of moving.
    public static void measure(Database database) throws Exception {
        System.setProperty("javafx.animation.fullspeed", "true");
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            started.await(20, TimeUnit.SECONDS);
        } catch (IllegalStateException already) {
            // Another size was measured before.
        }
        DiagramFrames frames = ask(() -> open(database));
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (ask(() -> frames.view.model().drawing().get().graph().isEmpty()) && System.nanoTime() < limit) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        Camera camera = frames.view.camera();
        frames.run("panning at 100 %", camera::zoomToFullSize, frame -> camera.pan(frame / 60 % 2 == 0 ? -9 : 9, -3));
        frames.run("panning at 50 %", () -> camera.zoom(-4), frame -> camera.pan(frame / 60 % 2 == 0 ? -9 : 9, -3));
        frames.run("panning, all seen", frames::fit, frame -> camera.pan(frame / 30 % 2 == 0 ? -4 : 4, 0));
        frames.run("zooming", frames::fit, frame -> camera.zoom(frame / 12 % 2 == 0 ? 1 : -1));
        frames.run("dragging a card, 100 %", camera::zoomToFullSize, frames::drag);
        ask(() -> {
            frames.view.close();
            frames.stage.hide();
            return true;
        });
    }

    private static DiagramFrames open(Database database) throws Exception {
        Path file = Files.createTempDirectory("diagram").resolve("positions.json");
        TestSession session = new TestSession(TestDatabases.snapshot(database));
        DiagramView view = new DiagramView(session, new JsonFile<>(file, Positions.class, Positions.NONE));
        Stage stage = new Stage();
        stage.setScene(new Scene((Parent) view.view(), 1400, 900));
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
        return new DiagramFrames(view, stage);
    }

    private void fit() {
        view.camera().fit(view.model().drawing().get().bounds());
    }

    private void drag(int frame) {
        String first = view.model().drawing().get().boxes().keySet().iterator().next();
        view.model().drag(first, new Point(frame % 100, frame % 60));
    }

    private void run(String name, Runnable before, IntConsumer move) throws Exception {
        CompletableFuture<double[]> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            before.run();
            new Timer(move, result).start();
        });
        double[] times = Arrays.stream(result.get(120, TimeUnit.SECONDS)).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-24s frame median %5.1f ms, p95 %5.1f ms, worst %5.1f ms%n",
                name,
                times[times.length / 2],
                times[times.length * 95 / 100],
                times[times.length - 1]);
    }

    private static final class Timer extends AnimationTimer {
        private final IntConsumer move;
        private final CompletableFuture<double[]> result;
        private final double[] times = new double[FRAMES];
        private int frame = -WARM_UP;
        private long last;

        Timer(IntConsumer move, CompletableFuture<double[]> result) {
            this.move = move;
            this.result = result;
        }

        @Override
        public void handle(long ignored) {
            long now = System.nanoTime();
            if (frame > 0) {
                times[frame - 1] = (now - last) / 1e6;
            }
            last = now;
            if (frame == FRAMES) {
                stop();
                result.complete(times);
                return;
            }
            move.accept(frame + WARM_UP);
            frame++;
        }
    }

    private static <T> T ask(Callable<T> question) throws Exception {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception failed) {
                answer.completeExceptionally(failed);
            }
        });
        return answer.get(60, TimeUnit.SECONDS);
    }
}
