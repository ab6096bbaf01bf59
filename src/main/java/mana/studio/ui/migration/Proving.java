package mana.studio.ui.migration;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import mana.studio.drizzle.files.MigrationFolders;
import mana.studio.drizzle.write.Proof;
import mana.studio.drizzle.write.Prover;
import mana.studio.ui.kit.Background;
import mana.studio.ui.kit.Background.Job;
import mana.studio.ui.kit.Failure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Proves what is drafted, behind the interface; the newest draft wins.
final class Proving {
    private static final Logger LOG = LoggerFactory.getLogger(Proving.class);
    private static final String TITLE = "Proving the migration";

    private final Background background;
    private final Prover prover = new Prover();
    private final ReadOnlyObjectWrapper<@Nullable Proof> proof = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty consent = new SimpleBooleanProperty();
    private State.@Nullable Drafted draft;

    Proving(Background background) {
        this.background = background;
    }

    /// Of what is drafted now; null while it is in the making.
    ReadOnlyObjectProperty<@Nullable Proof> proof() {
        return proof.getReadOnlyProperty();
    }

    /// Why there is no proof; null where there is one, or will be.
    ReadOnlyObjectProperty<@Nullable Failure> failure() {
        return failure.getReadOnlyProperty();
    }

    /// That a person wants it although it is not proven.
    BooleanProperty consent() {
        return consent;
    }

    /// Whether it is proven, or a person has agreed to what could not be.
    boolean isEnough() {
        Proof found = proof.get();
        return found != null && (found.isGood() || (canBeAgreedTo(found) && consent.get()));
    }

    /// Whether a person can decide what could not be proven.
    static boolean canBeAgreedTo(Proof proof) {
        return switch (proof) {
            case Proof.Drifted _, Proof.Impossible _ -> true;
            case Proof.Proven _, Proof.ProvenFromDatabase _, Proof.Different _, Proof.Fails _ -> false;
        };
    }

    /// What was drafted is drafted anew: nothing is proven.
    void forget() {
        draft = null;
        proof.set(null);
        failure.set(null);
        consent.set(false);
    }

    void prove(State.Drafted drafted) {
        draft = drafted;
        background.start(Job.of(
                        TITLE,
                        progress -> prover.prove(
                                MigrationFolders.read(drafted.draft().set().root()),
                                drafted.draft().composition(),
                                progress.cancellation()))
                .superseding(prover)
                .whenDone(found -> {
                    if (draft == drafted) {
                        proof.set(found);
                    }
                })
                .whenFailed(error -> {
                    if (draft == drafted) {
                        failure.set(Failure.of(TITLE, error));
                    }
                }));
    }

    void close() {
        background.start(Job.of("Closing the scratch databases", _ -> {
                    prover.close();
                    return "";
                })
                .quietly()
                .whenFailed(error -> LOG.warn("A scratch database stays until the studio ends", error)));
    }
}
