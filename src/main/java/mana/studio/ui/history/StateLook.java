package mana.studio.ui.history;

import javafx.scene.control.Label;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.history.State;
import mana.studio.ui.kit.Icons;
import org.kordamp.ikonli.feather.Feather;

/// How states look: an icon and a word, in a colour that says nothing of its own.
final class StateLook {
    private StateLook() {}

    static Feather icon(State state) {
        return switch (state) {
            case State.Applied _ -> Feather.CHECK_CIRCLE;
            case State.Pending _ -> Feather.CLOCK;
            case State.Skipped _ -> Feather.SKIP_FORWARD;
            case State.Edited _ -> Feather.EDIT_3;
            case State.OtherLineEnds _ -> Feather.CORNER_DOWN_LEFT;
            case State.Rewritten _ -> Feather.EDIT;
            case State.RunsAgain _ -> Feather.REPEAT;
            case State.FileMissing _ -> Feather.FILE_MINUS;
            case State.NotInJournal _ -> Feather.FILE_PLUS;
            case State.RowOnly _ -> Feather.DATABASE;
            case State.OfOther _ -> Feather.USERS;
            case State.NotRead _ -> Feather.SLASH;
        };
    }

    static String style(State state) {
        return switch (state) {
            case State.Applied _ -> "state-good";
            case State.Pending _ -> "state-open";
            case State.OfOther _ -> "state-other";
            case State.Skipped _, State.RunsAgain _, State.FileMissing _, State.NotRead _ -> "state-bad";
            case State.Edited _, State.OtherLineEnds _, State.Rewritten _, State.NotInJournal _, State.RowOnly _ ->
                "state-odd";
        };
    }

    /// The icon and the word.
    static Label label(Entry entry) {
        String style = style(entry.state());
        Label label = new Label(Sentences.word(entry.state()), Icons.of(icon(entry.state()), style));
        label.getStyleClass().addAll("state", style);
        return label;
    }
}
