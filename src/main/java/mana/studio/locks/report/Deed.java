package mana.studio.locks.report;

import java.time.Instant;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Order;
import mana.studio.locks.release.Report;
import mana.studio.locks.release.Words;

/// What was done about a lock, and what came of it.
///
/// @param at      by this computer's clock
/// @param key     of the lock
/// @param act     `terminate`, `cancel`, `rollback-prepared` or `commit-prepared`
/// @param target  whom: `pid 4711 (mana-auth-migrate)`
/// @param outcome a sentence
/// @param proven  whether the target is out of the way, and that was seen
public record Deed(Instant at, String key, String act, String target, String outcome, boolean proven) {
    /// As the release reports it.
    public static Deed of(Report report) {
        return new Deed(
                report.begun(),
                report.order().lock().key().text(),
                act(report.order()),
                target(report.order()),
                Words.headline(report.outcome()),
                report.outcome().isProven());
    }

    private static String act(Order order) {
        return switch (order) {
            case Order.OfSession session -> session.act() == Act.END ? "terminate" : "cancel";
            case Order.OfPrepared prepared -> prepared.commits() ? "commit-prepared" : "rollback-prepared";
        };
    }

    private static String target(Order order) {
        return switch (order) {
            case Order.OfSession session -> {
                var target = session.evidence().target();
                yield "pid " + target.pid() + (target.application().isEmpty() ? "" : " (" + target.application() + ")");
            }
            case Order.OfPrepared prepared -> prepared.prepared().gid();
        };
    }
}
