package mana.studio.locks.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mana.studio.connection.Incident;
import mana.studio.locks.Board;
import mana.studio.locks.Holder;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.look.SlotUse;

/// What is to be known beside the board, a sentence each.
final class Notes {
    private static final int OLDEST_WITH_ALL = 140000;
    private static final int SHARES = 3;

    private Notes() {}

    static List<String> of(Incident incident, Capabilities capabilities, Board board, SlotUse slots) {
        List<String> notes = new ArrayList<>();
        if (incident.isThroughPooler()) {
            notes.add(Troubles.POOLER);
        }
        if (incident.isThroughDoor()) {
            notes.add("This came in by the replication door: the ordinary slots were taken.");
        }
        if (incident.isAlone()) {
            notes.add("The server had a slot for one session only: while a session is ended, the list waits.");
        }
        if (board.inRecovery()) {
            notes.add("Replica: locks here are its own. The migration’s lock is on the primary.");
        }
        if (capabilities.version() < OLDEST_WITH_ALL) {
            notes.add("PostgreSQL before 14 does not say since when a session waits.");
        }
        if (board.took().compareTo(Rhythm.SLOW) > 0) {
            notes.add("Slow list: " + board.lockRows() + " locks took " + seconds(board) + " s to read.");
        }
        if (board.lockRows() > capabilities.lockTable()) {
            notes.add("The lock table holds " + board.lockRows() + " locks and is made for " + capabilities.lockTable()
                    + "." + most(board));
        }
        if (slots.sessions() >= ordinary(capabilities)) {
            notes.add("All connection slots are taken (" + slots.sessions() + " of "
                    + capabilities.slots().all() + "): " + shares(slots) + ".");
        }
        return notes;
    }

    private static int ordinary(Capabilities capabilities) {
        Capabilities.Slots slots = capabilities.slots();
        return slots.all() - slots.superuser() - slots.reserved();
    }

    static String shares(SlotUse slots) {
        String first = slots.shares().stream()
                .limit(SHARES)
                .map(share -> share.application() + " (" + share.user() + ") holds " + share.sessions())
                .collect(Collectors.joining(", "));
        int others = slots.shares().stream()
                .skip(SHARES)
                .mapToInt(SlotUse.Share::sessions)
                .sum();
        return others == 0 ? first : first + ", others " + others;
    }

    static String most(Board board) {
        return board.locks().stream()
                .flatMap(lock -> lock.sessions().stream())
                .max(Comparator.comparingInt(Holder.Session::locks))
                .map(session -> " Holder of most advisory locks: "
                        + (session.backend().application().isEmpty()
                                ? "a session without a name"
                                : session.backend().application())
                        + ", pid " + session.backend().pid() + ", with " + session.locks() + ".")
                .orElse("");
    }

    private static String seconds(Board board) {
        return String.format(Locale.ROOT, "%.1f", board.took().toMillis() / 1000.0);
    }
}
