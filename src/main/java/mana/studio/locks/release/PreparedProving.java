package mana.studio.locks.release;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import mana.studio.connection.Incident;
import mana.studio.locks.AdvisoryLock;
import mana.studio.locks.Backend;
import mana.studio.locks.Board;
import mana.studio.locks.release.Outcome.Proof;

/// Sees who has the key once a prepared transaction has let go of it.
record PreparedProving(Incident incident, Order.OfPrepared order, Board before) {
    private static final int PAUSE = 250;

    Proof prove(Duration quiet, Consumer<Step> steps) {
        steps.accept(Step.PROVING);
        try {
            for (int sample = 0; (long) sample * PAUSE <= quiet.toMillis(); sample++) {
                KeyLook look = incident.act(session -> KeyLook.of(session, order.lock()));
                if (look.prepared() > 0) {
                    return new Proof.StillHeld(look.holders().size() + look.prepared());
                }
                if (!look.holders().isEmpty()) {
                    return taken(look.holders().getFirst(), Duration.ofMillis((long) sample * PAUSE));
                }
                Thread.sleep(PAUSE);
            }
            return new Proof.Free();
        } catch (SQLException refused) {
            return new Proof.NotSeen(Objects.requireNonNullElse(refused.getMessage(), ""));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return new Proof.NotSeen("Watching was broken off.");
        }
    }

    private Proof taken(Backend by, Duration since) {
        boolean waited = before.lock(order.lock()).map(AdvisoryLock::waiters).stream()
                .flatMap(List::stream)
                .anyMatch(waiter -> waiter.backend().id().same(by.id()));
        return waited
                ? new Proof.HandedOver(by)
                : before.pollers().contains(by.pid()) ? new Proof.TakenByPoller(by) : new Proof.TakenByOther(by, since);
    }
}
