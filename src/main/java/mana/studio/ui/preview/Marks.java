package mana.studio.ui.preview;

import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import mana.studio.safety.Severity;
import mana.studio.safety.words.Consequence;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The icons of consequences and of how much they matter: colour is never alone.
final class Marks {
    private Marks() {}

    static FontIcon icon(Consequence.Kind kind, Severity severity) {
        Feather picture = switch (kind) {
            case LOSES_DATA -> Feather.TRASH_2;
            case FAILS -> Feather.X_OCTAGON;
            case BLOCKS -> Feather.LOCK;
            case REWRITES -> Feather.EDIT;
            case READS -> Feather.BOOK_OPEN;
            case OUTSIDE -> Feather.LOG_OUT;
            case BREAKS_CODE -> Feather.CODE;
            case TRANSACTION -> Feather.LAYERS;
            case REPLICATION -> Feather.SHARE_2;
            case UNKNOWN -> Feather.HELP_CIRCLE;
            case REMARK -> Feather.INFO;
            case ADVICE -> Feather.MESSAGE_SQUARE;
        };
        return Icons.of(picture, "consequence-icon", style(severity));
    }

    /// `danger`, with its icon; nobody needs a word for a note.
    static Label pill(Severity severity) {
        Feather picture = switch (severity) {
            case NOTE -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case DANGER -> Feather.ALERT_OCTAGON;
        };
        Label label = new Label(word(severity), Icons.of(picture, style(severity)));
        label.getStyleClass().addAll("severity-pill", style(severity));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    /// What is in danger itself is said in danger's colour: data, and the plan. For the rest the icon's is enough.
    static String textStyle(Consequence consequence) {
        boolean strong = consequence.severity() == Severity.DANGER
                && (consequence.kind() == Consequence.Kind.LOSES_DATA || consequence.kind() == Consequence.Kind.FAILS);
        return strong ? "strong-danger" : "plain";
    }

    static String word(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    static String style(Severity severity) {
        return "severity-" + word(severity);
    }
}
