package mana.studio.ui.structure;

import java.util.stream.DoubleStream;

/// Shares a width between columns.
final class ColumnWidths {
    private ColumnWidths() {}

    /// Each column gets what it wants where there is room, and the last one all that is left; where there is not, all
    /// give way in proportion, down to their least.
    static double[] fit(double[] wanted, double[] least, double available) {
        double[] widths = wanted.clone();
        double missing = DoubleStream.of(wanted).sum() - available;
        int last = widths.length - 1;
        if (missing <= 0) {
            widths[last] -= missing;
            return widths;
        }
        double elastic = DoubleStream.of(wanted).sum() - DoubleStream.of(least).sum();
        double share = elastic == 0 ? 0 : Math.min(1, missing / elastic);
        for (int i = 0; i <= last; i++) {
            widths[i] = Math.floor(wanted[i] - (wanted[i] - least[i]) * share);
        }
        return widths;
    }
}
