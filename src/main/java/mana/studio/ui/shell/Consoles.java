package mana.studio.ui.shell;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mana.studio.console.History;
import mana.studio.console.Kept;
import mana.studio.settings.Places;
import mana.studio.ui.console.ConsoleTab;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Session;
import mana.studio.ui.kit.TabContent;

/// The consoles of an open database.
final class Consoles {
    private final Session session;
    private final Kept kept;
    private final History history;

    Consoles(Session session, Places places) {
        this.session = session;
        this.kept = new Kept(places, session.workspace().profile().id());
        this.history = new History(places);
    }

    /// Shows a new console.
    ///
    /// @param sql what is written in it
    void make(Tabs tabs, String sql) {
        Set<Integer> open = tabs.state().keys().stream()
                .flatMap(key -> ConsoleTab.numberOf(key).stream())
                .collect(Collectors.toSet());
        session.background()
                .start(Job.of("Opening a console", _ -> kept.next(open))
                        .quietly()
                        .whenDone(number -> tabs.show(
                                ConsoleTab.key(number), () -> new ConsoleTab(session, kept, history, number, sql))));
    }

    /// The console of a key, with its text; empty where the key names none.
    Optional<TabContent> reopen(String key) {
        return ConsoleTab.numberOf(key).map(number -> new ConsoleTab(session, kept, history, number, ""));
    }
}
