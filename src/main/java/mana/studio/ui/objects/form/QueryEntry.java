package mana.studio.ui.objects.form;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Renames;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Column;
import mana.studio.schema.View;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import mana.studio.ui.kit.CodePane;
import mana.studio.ui.kit.Icons;
import mana.studio.ui.objects.form.QueryCheck.Verdict;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The query of a view, typed as SQL, and what a real PostgreSQL says of it.
final class QueryEntry extends VBox implements FormField<View> {
    private final ThingModel<View> model;
    private final QueryCheck check;
    private final CodePane code;
    private final Label sign = new Label();
    private final Label word = new Label();
    private final Label message = new Label();
    private final Hyperlink place = new Hyperlink();
    private final VBox problems = new VBox(2);
    private String typing = "";
    private String lastTyped = "";
    private boolean showing;

    QueryEntry(ThingModel<View> model, QueryCheck check) {
        super(4);
        this.model = model;
        this.check = check;
        code = CodePane.editable(model.session().background());
        code.getStyleClass().add("framed");
        code.setMinHeight(160);
        code.setPrefHeight(260);
        code.setAccessibleText("Query");
        VBox.setVgrow(code, Priority.ALWAYS);
        VBox.setVgrow(this, Priority.ALWAYS);
        Label name = new Label("Query");
        name.getStyleClass().add("field-name");
        sign.getStyleClass().add("change-sign");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        place.setMinWidth(USE_PREF_SIZE);
        place.setOnAction(_ -> goToMistake());
        HBox.setHgrow(message, Priority.SOMETIMES);
        HBox outcome = new HBox(6, word, place, message);
        outcome.getStyleClass().add("query-outcome");
        word.setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("query-entry");
        getChildren().setAll(new HBox(6, name, sign), code, outcome, problems);
        code.text().addListener((_, _, text) -> typed(text));
        code.focusWithinProperty().subscribe((_, within) -> typing = within ? model.typing(Field.DEFINITION) : typing);
        typing = model.typing(Field.DEFINITION);
        check.verdict().subscribe(this::say);
    }

    @Override
    public Node node() {
        return this;
    }

    @Override
    public Field field() {
        return Field.DEFINITION;
    }

    @Override
    public void focus() {
        code.requestFocus();
    }

    @Override
    public void refresh(ThingState<View> state) {
        View now = state.now();
        if (now == null) {
            return;
        }
        showing = true;
        code.follow(now.definition());
        showing = false;
        sign.setText(sign(state, now));
        showProblems(state);
    }

    /// What is said beside the query in the server's own words is not said twice.
    private void showProblems(ThingState<View> state) {
        List<Problem> wrong =
                check.verdict().get() instanceof Verdict.Bad ? List.of() : state.problems(Field.DEFINITION);
        problems.getChildren()
                .setAll(wrong.stream()
                        .map(problem -> FieldBox.message(problem.severity(), problem.message()))
                        .toList());
        problems.setManaged(!wrong.isEmpty());
    }

    /// What only follows a rename nobody has to write: the server does.
    private static String sign(ThingState<View> state, View now) {
        View before = state.before();
        if (before == null || before.definition().equals(now.definition())) {
            return "";
        }
        boolean follows = Edits.object(Renames.followed(state.base(), state.sketch()), now.id(), View.class)
                .filter(view -> view.definition().equals(now.definition()))
                .isPresent();
        return follows ? "follows a rename, the server rewrites it" : "~ changed";
    }

    private void typed(String text) {
        if (!showing) {
            showing = true;
            lastTyped = text;
            model.type(
                    "Change the query of " + model.words(),
                    typing,
                    sketch -> sketch.with(database -> model.changed(database, old -> old.withDefinition(text))));
            showing = false;
        }
    }

    private void say(Verdict verdict) {
        ThingState<View> state = model.state().get();
        if (state != null) {
            showProblems(state);
        }
        place.setText("");
        code.markError(0, 0);
        switch (verdict) {
            case Verdict.Waiting _ -> outcome(null, "Checking…", "", "muted");
            case Verdict.Unknown unknown ->
                outcome(Icons.of(Feather.HELP_CIRCLE), "Not checked", unknown.why(), "muted");
            case Verdict.Good good -> {
                outcome(Icons.of(Feather.CHECK_CIRCLE, "icon-success"), "PostgreSQL accepts it", "", "muted");
                takeOver(good);
            }
            case Verdict.Bad bad -> {
                outcome(Icons.of(Feather.ALERT_CIRCLE, "icon-danger"), "", bad.message(), "refused");
                place.setText(bad.place());
                if (bad.start() >= 0) {
                    code.markError(bad.start(), end(bad));
                }
            }
        }
        place.setManaged(!place.getText().isEmpty());
        place.setVisible(place.isManaged());
    }

    private void outcome(@Nullable Node icon, String what, String words, String style) {
        word.setGraphic(icon);
        word.setText(what);
        word.getStyleClass().setAll("label", "muted");
        message.setText(words);
        message.getStyleClass().setAll("label", style);
        code.setAccessibleHelp((what + " " + words).strip());
    }

    /// The word that the mistake begins with.
    private static int end(Verdict.Bad bad) {
        if (bad.start() >= bad.query().length()) {
            return bad.start();
        }
        Token token = SqlTokens.at(bad.query(), bad.start());
        return token.end();
    }

    private void goToMistake() {
        if (check.verdict().get() instanceof Verdict.Bad bad) {
            code.select(bad.start(), end(bad));
        }
    }

    /// The columns that the query has by now, as part of the same step as the typing: nobody typed them. What was not
    /// typed here has its columns already.
    private void takeOver(Verdict.Good good) {
        ThingState<View> state = model.state().get();
        View now = state == null ? null : state.now();
        var design = model.designing().design().get();
        if (now == null
                || design == null
                || !now.definition().equals(good.query())
                || !lastTyped.equals(good.query())
                || design.redoable().isPresent()) {
            return;
        }
        List<Column> columns = columns(good.view().columns(), now.columns());
        if (!columns.equals(now.columns())) {
            showing = true;
            model.type(
                    "Change the query of " + model.words(),
                    typing,
                    sketch -> sketch.with(database -> model.changed(
                            database, old -> old.withDefinition(good.query()).withColumns(columns))));
            showing = false;
        }
    }

    /// What a person said of a column stays with the column of that name.
    private static List<Column> columns(List<Column> found, List<Column> old) {
        Map<String, Column> byName =
                old.stream().collect(Collectors.toMap(Column::name, Function.identity(), (one, _) -> one));
        return found.stream()
                .map(column -> {
                    Column known = byName.get(column.name());
                    return known == null
                            ? column
                            : known.withType(column.type()).withCollation(column.collation());
                })
                .toList();
    }
}
