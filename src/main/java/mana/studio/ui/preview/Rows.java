package mana.studio.ui.preview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.design.Spot;
import mana.studio.design.Spots;
import mana.studio.plan.Change;
import mana.studio.plan.Statement;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;
import mana.studio.safety.Verdict;
import mana.studio.safety.preflight.Question;
import mana.studio.safety.preflight.Questions;
import mana.studio.safety.safer.Phase;
import mana.studio.safety.safer.SaferPlan;
import mana.studio.safety.safer.Step;
import mana.studio.safety.words.Consequences;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.kit.Forecast;

/// Makes the lines of the preview.
final class Rows {
    private static final Row.Count NOT_COUNTED = new Row.Count.None();

    private final Map<String, Integer> seen = new HashMap<>();

    private Rows() {}

    /// @param sizes of the tables, as far as they are known
    static List<Row> direct(Forecast forecast, Map<QualifiedName, RelationSize> sizes) {
        Rows keys = new Rows();
        Database base = forecast.design().base();
        Database design = forecast.design().database();
        Questions questions = new Questions(base, design);
        List<Statement> statements = forecast.plan().statements();
        List<Row> rows = new ArrayList<>(statements.size());
        for (int at = 0; at < statements.size(); at++) {
            Statement statement = statements.get(at);
            Verdict verdict = forecast.verdicts().get(at);
            Change change = statement.change();
            List<Spot> spots = change == null ? List.of() : Spots.of(change, base, design);
            // A change of several statements is asked about once, before its first.
            List<Question> about = change == null || !isFirst(statements, at) ? List.of() : questions.before(change);
            rows.add(new Row.Direct(
                    keys.unique(key(statement, spots)),
                    at + 1,
                    statement,
                    verdict.pace(),
                    Consequences.of(statement, verdict, sizes),
                    spots,
                    about,
                    isWorthSafer(verdict),
                    false,
                    NOT_COUNTED));
        }
        return rows;
    }

    private static boolean isFirst(List<Statement> statements, int at) {
        return at == 0 || statements.get(at - 1).change() != statements.get(at).change();
    }

    /// The kind of change and what it changes; the statement itself where no form shows it.
    private static String key(Statement statement, List<Spot> spots) {
        Change change = statement.change();
        String kind = change == null ? "setting" : change.getClass().getSimpleName();
        String about = spots.isEmpty()
                ? statement.sql()
                : spots.stream().map(Rows::key).collect(Collectors.joining(","));
        return kind + ":" + about;
    }

    private static String key(Spot spot) {
        return spot.object().key() + "/"
                + (spot.part() == null ? "" : spot.part().key()) + "/" + spot.field();
    }

    private static boolean isWorthSafer(Verdict verdict) {
        return verdict.about(Aspect.BLOCKS).map(Finding::severity).anyMatch(severity -> severity != Severity.NOTE);
    }

    static List<Row> safer(SaferPlan plan) {
        Rows keys = new Rows();
        List<Row> rows = new ArrayList<>();
        plan.remarks().forEach(remark -> rows.add(new Row.Remark(keys.unique("remark:" + remark), remark)));
        int number = 0;
        for (Phase phase : plan.phases()) {
            number++;
            rows.add(new Row.Head("phase:" + phase.name(), number, phase));
            int step = 0;
            for (Step.Check check : phase.checks()) {
                step++;
                rows.add(careful(keys, phase, step, check));
            }
            for (Step each : phase.steps()) {
                step++;
                rows.add(careful(keys, phase, step, each));
            }
        }
        return rows;
    }

    private static Row careful(Rows keys, Phase phase, int number, Step step) {
        String key = keys.unique("step:" + phase.name() + ":" + step.purpose());
        return new Row.Careful(key, number, step, Consequences.of(step));
    }

    /// The first of a key keeps it, the next ones are counted.
    private String unique(String key) {
        int before = seen.merge(key, 1, Integer::sum) - 1;
        return before == 0 ? key : key + "#" + before;
    }
}
