package mana.studio.plan.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mana.studio.plan.judge.PlannedSql.Step;

/// What a pair's author expects of the plan, said in comments of the second script: `-- keeps all data`, `-- never:
/// DROP
/// COLUMN`, `-- says: ADD VALUE`, `-- at most 0 statements`.
record Expectations(boolean keepsAll, List<String> never, List<String> says, int most) {
    private static final Pattern LINE =
            Pattern.compile("(?m)^-- (keeps all data|never: (.+)|says: (.+)|at most (\\d+) statements)$");

    static Expectations in(String script) {
        boolean keepsAll = false;
        List<String> never = new ArrayList<>();
        List<String> says = new ArrayList<>();
        int most = Integer.MAX_VALUE;
        for (Matcher line = LINE.matcher(script); line.find(); ) {
            keepsAll |= line.group(1).startsWith("keeps");
            if (line.group(2) != null) {
                never.add(line.group(2));
            }
            if (line.group(3) != null) {
                says.add(line.group(3));
            }
            if (line.group(4) != null) {
                most = Integer.parseInt(line.group(4));
            }
        }
        return new Expectations(keepsAll, never, says, most);
    }

    /// In what a plan disappoints.
    List<String> unmetBy(List<Step> steps) {
        List<String> unmet = new ArrayList<>();
        for (Step step : steps) {
            if (keepsAll && step.destroysData()) {
                unmet.add("could keep all data: " + step.sql());
            }
            never.stream()
                    .filter(step.sql()::contains)
                    .forEach(text -> unmet.add("should never say " + text + ": " + step.sql()));
        }
        says.stream()
                .filter(text -> steps.stream().noneMatch(step -> step.sql().contains(text)))
                .forEach(text -> unmet.add("should say " + text));
        if (steps.size() > most) {
            unmet.add(steps.size() + " statements where " + most + " would do");
        }
        return unmet;
    }
}
