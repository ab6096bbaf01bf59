package mana.studio.ui.diagram;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.diagram.Box;
import mana.studio.diagram.Drawing;

/// Shows a whole diagram so that no card is behind what lies over the paper: the legend at the lower left, the overview
/// at the lower right.
final class Fitting {
    /// Between a card and what lies over the paper.
    private static final double GAP = 8;
    /// Less than this share of the paper is no place for a diagram.
    private static final double LEAST = 0.3;

    private Fitting() {}

    /// The nearest view that shows all and hides nothing; where there is none, all of it on the whole paper.
    ///
    /// @param covers what lies over the paper, on the screen
    static Viewport of(Viewport now, Drawing drawing, List<Box> covers) {
        return parts(now, covers)
                .map(part -> now.fitting(drawing.bounds(), part))
                .filter(view -> hidesNothing(view, drawing, covers))
                .max(Comparator.comparingInt(Viewport::level))
                .orElseGet(() -> now.fitting(drawing.bounds()));
    }

    /// The whole paper first, then what is left above and beside what lies over it.
    private static Stream<Box> parts(Viewport now, List<Box> covers) {
        double width = now.width();
        double height = now.height();
        double left = reach(covers.stream().filter(cover -> cover.centerX() < width / 2), true, width);
        double right = reach(covers.stream().filter(cover -> cover.centerX() >= width / 2), false, width);
        double leftTop = top(covers.stream().filter(cover -> cover.centerX() < width / 2), height);
        double rightTop = top(covers.stream().filter(cover -> cover.centerX() >= width / 2), height);
        return Stream.of(
                        new Box(0, 0, width, height),
                        new Box(left, 0, width - left, height),
                        new Box(0, 0, right, height),
                        new Box(left, 0, right - left, height),
                        new Box(left, 0, width - left, rightTop),
                        new Box(0, 0, right, leftTop),
                        new Box(0, 0, width, Math.min(leftTop, rightTop)))
                .filter(part -> part.width() * part.height() >= LEAST * width * height);
    }

    private static double reach(Stream<Box> covers, boolean fromLeft, double width) {
        return fromLeft
                ? covers.mapToDouble(Box::right).max().orElse(0)
                : covers.mapToDouble(Box::x).min().orElse(width);
    }

    private static double top(Stream<Box> covers, double height) {
        return covers.mapToDouble(Box::y).min().orElse(height);
    }

    private static boolean hidesNothing(Viewport view, Drawing drawing, List<Box> covers) {
        return drawing.boxes().values().stream()
                .map(view::onScreen)
                .noneMatch(card -> covers.stream().anyMatch(cover -> cover.grown(GAP).meets(card)));
    }
}
