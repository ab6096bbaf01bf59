package mana.studio.ui.preview;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import mana.studio.safety.safer.Phase;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// The head of a phase of the safer form: what it is for, and when it may start.
final class PhaseBox extends VBox {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.ENGLISH);

    PhaseBox() {
        super(4);
        getStyleClass().add("phase");
    }

    void show(Row.Head row) {
        Phase phase = row.phase();
        String name = phase.name().name();
        Label title = label("Phase " + row.number() + ": " + name.toLowerCase(Locale.ROOT), "phase-title");
        getChildren()
                .setAll(
                        title,
                        label(phase.purpose(), "phase-purpose"),
                        fact(Feather.FLAG, "Starts " + phase.condition()));
        if (phase.earliest() != null) {
            getChildren().add(fact(Feather.CALENDAR, "Not before " + DAY.format(phase.earliest())));
        }
    }

    private static Label fact(Ikon icon, String text) {
        Label label = label(text, "phase-fact");
        label.setGraphic(Icons.of(icon));
        return label;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinWidth(0);
        label.getStyleClass().add(style);
        return label;
    }
}
