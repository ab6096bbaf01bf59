package mana.studio.locks.release;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Holder;
import mana.studio.locks.Level;

/// Says what is lost when a session ends, and what nobody can say.
final class LostWork {
    private static final Pattern BUILDS_INDEX = Pattern.compile(
            "^\\s*(create\\s+(unique\\s+)?index\\s+concurrently|reindex\\b.*\\bconcurrently)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final String STUDIO = "mana-schema-studio";

    private LostWork() {}

    /// @param allFreed advisory locks of the session
    /// @param tables   names of relations that it holds strong locks on
    static List<String> of(Backend target, int allFreed, List<String> tables) {
        List<String> lost = new ArrayList<>();
        if (target.writes()) {
            lost.add("Its open transaction has written: those changes are rolled back.");
        } else if (target.transactionAge() != null) {
            lost.add("Its open transaction ends. It has written nothing.");
        }
        if (isActive(target)) {
            lost.add("The statement it runs is broken off.");
        }
        if (isActive(target) && BUILDS_INDEX.matcher(target.query()).find()) {
            lost.add("It builds an index concurrently: an invalid index is left behind, to be dropped by hand.");
        }
        if (allFreed > 1) {
            lost.add(String.format(Locale.ROOT, "%,d advisory locks in all are freed with it.", allFreed));
        }
        if (!tables.isEmpty()) {
            lost.add("Its locks on " + String.join(", ", tables) + " are freed.");
        }
        if (target.application().startsWith(STUDIO)) {
            lost.add("It is a studio’s own session: there the lock can be released without ending it.");
        } else if (!target.application().isEmpty()) {
            lost.add("Whatever else " + target.application() + " does on this connection fails; it must connect anew.");
        }
        String type = target.type();
        if (type != null && !type.equals("client backend") && !type.equals("walsender")) {
            lost.add("It is a process of the server’s own (" + type + "): the server may start another.");
        }
        return lost;
    }

    static List<String> unknown(Backend target, AdvisoryLock lock) {
        List<String> unknown = new ArrayList<>();
        if (target.masked()) {
            unknown.add("What it does, since when, and what would be lost is hidden from this role: that needs"
                    + " pg_read_all_stats or pg_monitor.");
        }
        lock.sessions().stream()
                .filter(session -> session.backend().id().same(target.id()))
                .map(Holder.Session::level)
                .filter(level -> level == Level.UNKNOWN)
                .findFirst()
                .ifPresent(_ -> unknown.add("Whether the lock is the session’s or its transaction’s."));
        if (target.client() == null) {
            unknown.add("Which computer it comes from.");
        } else if (!target.masked()) {
            unknown.add("Whether its program still runs there.");
        }
        return unknown;
    }

    private static boolean isActive(Backend target) {
        return "active".equals(target.state());
    }
}
