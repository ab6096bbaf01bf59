package mana.studio.ui.locks;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import mana.studio.locks.Holder;
import mana.studio.locks.look.Capabilities;
import mana.studio.locks.release.Act;
import mana.studio.locks.release.Aim;
import mana.studio.locks.release.Evidence;
import mana.studio.locks.verdict.Assessment;
import mana.studio.ui.kit.Blocks;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// Leads from a button or a key to the sheet on which a person decides.
final class LockActs {
    private final LockBoard board;
    private final Supplier<@Nullable Window> window;
    private final Consumer<List<Aim>> copyForDba;

    /// @param copyForDba copies the statement somebody with more rights could run
    LockActs(LockBoard board, Supplier<@Nullable Window> window, Consumer<List<Aim>> copyForDba) {
        this.board = board;
        this.window = window;
        this.copyForDba = copyForDba;
    }

    private LockBoardModel model() {
        return board.model();
    }

    /// Asks about what is selected; nothing where it may not be done.
    void ask(Act act) {
        Row row = model().selected().get();
        Offer offer = model().offer(act);
        if (row != null && offer.isOpen()) {
            ask(row.assessment().orElse(null), offer);
        }
    }

    void ask(@Nullable Assessment assessment, Offer offer) {
        Aim first = offer.aims().getFirst();
        String called = assessment == null ? "Lock " + first.lock().key().shown() : LockWords.full(assessment);
        show(new Plan.OfSessions(first.lock(), called, offer.act(), offer.aims(), assessment));
    }

    void endPrepared(Assessment assessment) {
        Capabilities capabilities = model().sight().get().capabilities();
        assessment.lock().holders().stream()
                .filter(Holder.Prepared.class::isInstance)
                .map(Holder.Prepared.class::cast)
                .findFirst()
                .filter(_ -> capabilities != null)
                .ifPresent(prepared -> show(new Plan.OfPrepared(
                        assessment.lock().id(),
                        LockWords.full(assessment),
                        prepared,
                        capabilities == null ? "" : capabilities.databaseName(prepared.database()))));
    }

    private void show(Plan plan) {
        Window owner = window.get();
        if (owner != null) {
            new ReleaseDialog(
                            owner,
                            board.releasing(plan, model().sight().get().board()),
                            evidence -> copyForDba.accept(
                                    evidence.stream().map(Evidence::aim).toList()))
                    .show();
        }
    }

    /// The button of a suggestion, with the reason beside it where this role may not.
    Node button(Assessment assessment, Offer offer) {
        String pid = String.valueOf(offer.aims().getFirst().session().pid());
        int count = offer.aims().size();
        String words = switch (offer.act()) {
            case END -> count == 1 ? "End session " + pid + "…" : "End " + count + " sessions…";
            case CANCEL -> "Cancel the statement of " + pid + "…";
        };
        Button button = ReleaseSheet.button(
                words, offer.act() == Act.END ? Feather.X_OCTAGON : Feather.SLASH, () -> ask(assessment, offer));
        button.setId("lock-suggested");
        button.setDisable(!offer.isOpen());
        VBox box = new VBox(8, button);
        if (!offer.isOpen()) {
            box.getChildren().add(Blocks.wrapped(offer.obstacle(), "lock-obstacle"));
            box.getChildren()
                    .add(ReleaseSheet.button(
                            "Copy statement for a DBA", Feather.COPY, () -> copyForDba.accept(offer.aims())));
        }
        return box;
    }
}
