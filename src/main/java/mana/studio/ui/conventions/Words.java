package mana.studio.ui.conventions;

import mana.studio.convention.Severity;
import mana.studio.ui.kit.Amounts;
import org.kordamp.ikonli.feather.Feather;

/// How severities look and read.
final class Words {
    private Words() {}

    static Feather icon(Severity severity) {
        return switch (severity) {
            case ERROR -> Feather.ALERT_OCTAGON;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ADVICE -> Feather.INFO;
        };
    }

    static String iconStyle(Severity severity) {
        return switch (severity) {
            case ERROR -> "icon-danger";
            case WARNING -> "icon-warning";
            case ADVICE -> "icon-advice";
        };
    }

    static String of(Severity severity) {
        return switch (severity) {
            case ERROR -> "Error";
            case WARNING -> "Warning";
            case ADVICE -> "Advice";
        };
    }

    static String count(long number, Severity severity) {
        return switch (severity) {
            case ERROR -> count(number, "error");
            case WARNING -> count(number, "warning");
            case ADVICE -> Amounts.exact(number) + " advice";
        };
    }

    static String count(long number, String noun) {
        return Amounts.exact(number) + " " + (number == 1 ? noun : noun + "s");
    }
}
