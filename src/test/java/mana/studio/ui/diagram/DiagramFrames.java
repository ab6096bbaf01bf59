package mana.studio.ui.diagram;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
/// screen, so that painting and rendering both count; and how much of that the processor worked for it, in the two
/// threads that paint and render.
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
        Platform.setImplicitExit(false);
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
        DiagramView view = new DiagramView(session, new JsonFile<>(file, Positions.class, Positions.NONE), DiagramWishes.in(file.resolveSibling("wishes.json")));
        Stage stage = new Stage();
        stage.setScene(new Scene((Parent) view.view(), 1400, 900));
        Theme.LIGHT.apply(stage.getScene());
        stage.show();
        return new DiagramFrames(view, stage);
    }

    private void fit() {
        view.camera().fit(view.model().drawing().get());
    }

    private void drag(int frame) {
        String first = view.model().drawing().get().boxes().keySet().iterator().next();
        view.model().drag(first, new Point(frame % 100, frame % 60));
    }

    private void run(String name, Runnable before, IntConsumer move) throws Exception {
        CompletableFuture<List<Frame>> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            before.run();
            new Timer(move, result).start();
        });
        List<Frame> frames = result.get(240, TimeUnit.SECONDS);
        double[] wall = frames.stream().mapToDouble(Frame::wall).sorted().toArray();
        double[] work = frames.stream().mapToDouble(Frame::work).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-24s from pulse to pulse: median %5.1f ms, p95 %5.1f ms; processor: median %5.1f ms, p95 %5.1f ms%n",
                name,
                wall[wall.length / 2],
                wall[wall.length * 95 / 100],
                work[work.length / 2],
                work[work.length * 95 / 100]);
    }

    /// @param wall from pulse to pulse, in ms
    /// @param work of the processor, in ms
    private record Frame(double wall, double work) {}

    private static final class Timer extends AnimationTimer {
        private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        private final long[] painters = Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null
                        && (thread.getThreadName().startsWith("QuantumRenderer")
                                || thread.getThreadName().startsWith("JavaFX Application")))
                .mapToLong(ThreadInfo::getThreadId)
                .toArray();
        private final IntConsumer move;
        private final CompletableFuture<List<Frame>> result;
        private final List<Frame> frames = new ArrayList<>();
        private int frame = -WARM_UP;
        private long last;
        private long lastWork;

        Timer(IntConsumer move, CompletableFuture<List<Frame>> result) {
            this.move = move;
            this.result = result;
        }

        @Override
        public void handle(long ignored) {
            long now = System.nanoTime();
            long work = Arrays.stream(painters).map(threads::getThreadCpuTime).sum();
            if (frame > 0) {
                frames.add(new Frame((now - last) / 1e6, (work - lastWork) / 1e6));
            }
            last = now;
            lastWork = work;
            if (frame == FRAMES) {
                stop();
                result.complete(frames);
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
