package mana.studio.ui.tour;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.stage.Window;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.FxBackground;
import mana.studio.ui.kit.Snapshots;
import mana.studio.ui.kit.Theme;
import mana.studio.ui.shell.MainWindow;

/// Goes from stop to stop, in both themes, and takes the pictures. A picture is taken when nothing runs in the background
/// and the layout has come to rest.
public final class Tour {
    /// Pulses without work after which the layout has come to rest.
    private static final int REST = 20;
    /// Time in which a stop must be reached, in nanoseconds.
    private static final long PATIENCE = 60_000_000_000L;

    private final Window window;
    private final FxBackground background;
    private final Path folder;
    private final Deque<Visit> ahead = new ArrayDeque<>();
    private final Consumer<Integer> finished;
    private int pictures;
    private int missed;

    /// Shows every screen of a window and takes its picture.
    ///
    /// @param finished called at the end with the number of stops that could not be reached
    public static void run(MainWindow shown, FxBackground background, Path folder, Consumer<Integer> finished) {
        new Tour(shown.scene().getWindow(), background, folder, finished)
                .start(new Stops(shown, background).list(), shown::show);
    }

    private record Visit(Stop stop, String picture) {}

    private Tour(Window window, FxBackground background, Path folder, Consumer<Integer> finished) {
        this.window = window;
        this.background = background;
        this.folder = folder;
        this.finished = finished;
    }

    private void start(List<Stop> stops, Consumer<Theme> show) {
        for (Theme theme : Theme.values()) {
            String ending = "-" + theme.name().toLowerCase(Locale.ROOT);
            ahead.add(new Visit(new Stop("theme", () -> show.accept(theme), () -> true), ""));
            stops.forEach(stop -> ahead.add(new Visit(stop, stop.name() + ending)));
        }
        next();
    }

    private void next() {
        Visit visit = ahead.poll();
        if (visit == null) {
            System.out.println(pictures + " pictures are in " + folder);
            finished.accept(missed);
            return;
        }
        visit.stop().go().run();
        new Wait(visit).start();
    }

    private void arrive(Visit visit) {
        if (visit.picture().isEmpty()) {
            next();
            return;
        }
        BufferedImage picture = Snapshots.take(window);
        Path file = folder.resolve(visit.picture() + ".png");
        background.start(Job.of("Writing " + file, _ -> {
                    Snapshots.write(picture, file);
                    return file;
                })
                .quietly()
                .whenDone(this::written)
                .whenFailed(refused -> miss(file + " cannot be written: " + refused.getMessage())));
    }

    private void written(Path file) {
        pictures++;
        System.out.println(file);
        next();
    }

    private void miss(String why) {
        missed++;
        System.err.println(why);
        next();
    }

    /// Waits until a stop is reached, pulse by pulse.
    private final class Wait extends AnimationTimer {
        private final Visit visit;
        private long began;
        private int quiet;

        Wait(Visit visit) {
            this.visit = visit;
        }

        @Override
        public void handle(long now) {
            began = began == 0 ? now : began;
            boolean there = background.unfinished().get() == 0 && visit.stop().arrived().getAsBoolean();
            quiet = there ? quiet + 1 : 0;
            if (quiet >= REST) {
                stop();
                arrive(visit);
            } else if (now - began > PATIENCE) {
                stop();
                miss("The tour did not reach \"" + visit.stop().name() + "\"");
            }
        }
    }
}
