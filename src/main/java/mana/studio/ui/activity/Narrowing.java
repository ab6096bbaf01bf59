package mana.studio.ui.activity;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import mana.studio.locks.Backend;
import mana.studio.locks.activity.Activity;
import mana.studio.locks.activity.Doing;
import mana.studio.locks.activity.SessionNow;

/// Which sessions are shown.
///
/// @param search words of its application, user, client, statement, or its pid
/// @param all    whether the studio's own and the server's own are shown too
record Narrowing(Which which, String search, boolean all) {
    static final Narrowing NONE = new Narrowing(Which.ALL, "", false);

    enum Which {
        ALL("All"),
        ACTIVE("Active"),
        IN_TRANSACTION("In a transaction"),
        BLOCKING("Blocking");

        private final String words;

        Which(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    List<Line> of(Activity activity) {
        Stream<Line> lines = which == Which.BLOCKING
                ? activity.blocking().stream().map(branch -> new Line(branch.session(), branch.depth()))
                : activity.sessions().stream().filter(this::fits).map(session -> new Line(session, 0));
        return lines.filter(line -> found(line.session().backend())).toList();
    }

    private boolean fits(SessionNow session) {
        if (!all && (session.ours() || session.doing() == Doing.BACKGROUND)) {
            return false;
        }
        return switch (which) {
            case ALL, BLOCKING -> true;
            case ACTIVE -> session.doing() == Doing.ACTIVE || session.doing() == Doing.BLOCKED;
            case IN_TRANSACTION ->
                session.backend().transactionAge() != null
                        && session.doing() != Doing.ACTIVE
                        && session.doing() != Doing.BACKGROUND;
        };
    }

    private boolean found(Backend backend) {
        String words = search.strip().toLowerCase(Locale.ROOT);
        return words.isEmpty()
                || String.valueOf(backend.pid()).equals(words)
                || Stream.of(
                                backend.application(),
                                backend.user(),
                                backend.client() == null ? "" : backend.client().text(),
                                backend.query())
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(words));
    }

    Narrowing with(Which other) {
        return new Narrowing(other, search, all);
    }

    Narrowing searching(String words) {
        return new Narrowing(which, words, all);
    }

    Narrowing withAll(boolean other) {
        return new Narrowing(which, search, other);
    }
}
