package mana.studio.ui.migration;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import mana.studio.drizzle.write.Proof;
import mana.studio.ui.kit.Failure;
import mana.studio.ui.kit.FailurePane;
import mana.studio.ui.kit.SqlText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What came of replaying the migration: running, proven, or refused with what differs.
final class ProofLine extends VBox {
    private static final int SHOWN = 4;

    private final CheckBox agree = new CheckBox();

    ProofLine(MigrationModel model) {
        super(6);
        getStyleClass().add("migration-proof");
        setAccessibleText("Proof");
        agree.setWrapText(true);
        agree.selectedProperty().bindBidirectional(model.proving().consent());
        model.proving()
                .proof()
                .subscribe(proof -> show(model, proof, model.proving().failure().get()));
        model.proving()
                .failure()
                .subscribe(failure -> show(model, model.proving().proof().get(), failure));
    }

    private void show(MigrationModel model, @Nullable Proof proof, @Nullable Failure failure) {
        getChildren().clear();
        if (failure != null) {
            getChildren().add(new FailurePane(failure));
            return;
        }
        if (proof == null) {
            ProgressIndicator turning = new ProgressIndicator();
            turning.setMaxSize(14, 14);
            HBox row = new HBox(8, turning, new Label("Replaying on the scratch server …"));
            row.getStyleClass().add("apply-target");
            getChildren().add(row);
            return;
        }
        Node said = Parts.line(icon(proof), style(proof), proof.words());
        said.setId("proof");
        getChildren().add(said);
        details(proof).stream().limit(SHOWN).forEach(sql -> getChildren().add(code(sql)));
        if (details(proof).size() > SHOWN) {
            getChildren()
                    .add(Parts.styled(
                            new Label("and " + (details(proof).size() - SHOWN) + " more"), "migration-purpose"));
        }
        if (Proving.canBeAgreedTo(proof)) {
            agree.setText(question(proof));
            getChildren().add(agree);
        }
    }

    private static String question(Proof proof) {
        return proof instanceof Proof.Drifted
                ? "Write it all the same: the difference was there before"
                : "Write it without a proof";
    }

    private static Node code(String sql) {
        SqlText text = new SqlText();
        text.show(sql);
        return Parts.styled(text, "migration-difference");
    }

    private static List<String> details(Proof proof) {
        return switch (proof) {
            case Proof.Different different -> different.differences();
            case Proof.Drifted drifted -> drifted.differences();
            case Proof.Fails fails -> fails.statement() == null ? List.of() : List.of(fails.statement());
            case Proof.Proven _, Proof.ProvenFromDatabase _, Proof.Impossible _ -> List.of();
        };
    }

    private static Ikon icon(Proof proof) {
        return switch (proof) {
            case Proof.Proven _ -> Feather.CHECK_CIRCLE;
            case Proof.ProvenFromDatabase _ -> Feather.CHECK_CIRCLE;
            case Proof.Drifted _, Proof.Impossible _ -> Feather.ALERT_TRIANGLE;
            case Proof.Different _, Proof.Fails _ -> Feather.X_CIRCLE;
        };
    }

    private static String style(Proof proof) {
        return switch (proof) {
            case Proof.Proven _ -> "icon-success";
            case Proof.ProvenFromDatabase _, Proof.Drifted _, Proof.Impossible _ -> "icon-warning";
            case Proof.Different _, Proof.Fails _ -> "icon-danger";
        };
    }
}
