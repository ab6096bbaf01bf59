package mana.studio.ui.shell;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import mana.studio.connection.Environment;

/// An environment as a word on its colour.
final class EnvironmentBadge extends Label {
    EnvironmentBadge(Environment environment) {
        super(environment.name().toLowerCase(Locale.ROOT));
        getStyleClass().add("environment-word");
        pseudoClassStateChanged(PseudoClass.getPseudoClass(getText()), true);
    }
}
