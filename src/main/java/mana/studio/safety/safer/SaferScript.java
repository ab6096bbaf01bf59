package mana.studio.safety.safer;

import java.util.List;
import java.util.Locale;

/// A safer plan as a script.
final class SaferScript {
    private final StringBuilder text = new StringBuilder();

    private SaferScript() {}

    static String of(SaferPlan plan) {
        SaferScript script = new SaferScript();
        plan.remarks().forEach(remark -> script.comment("Note: " + remark));
        plan.phases().stream()
                .flatMap(phase -> phase.steps().stream())
                .filter(Step.InTransaction.class::isInstance)
                .map(Step.InTransaction.class::cast)
                .findFirst()
                .ifPresent(script::retries);
        for (int at = 0; at < plan.phases().size(); at++) {
            script.phase(at + 1, plan.phases().size(), plan.phases().get(at));
        }
        return script.text.toString();
    }

    private void phase(int number, int of, Phase phase) {
        text.append(text.isEmpty() ? "" : "\n");
        comment("Phase " + number + " of " + of + ": " + phase.name().name().toLowerCase(Locale.ROOT) + ". "
                + phase.purpose());
        comment("When: " + phase.condition() + (phase.earliest() == null ? "" : ", not before " + phase.earliest()));
        for (Step.Check check : phase.checks()) {
            text.append('\n');
            comment("First: " + check.purpose() + ": " + check.wanted());
            text.append(check.sql());
        }
        phase.steps().forEach(this::step);
    }

    private void step(Step step) {
        text.append('\n');
        comment(step.purpose());
        switch (step) {
            case Step.InTransaction transaction -> {
                warnings(transaction.warnings());
                transaction.losses().forEach(loss -> comment("Destroys " + loss));
            }
            case Step.Alone alone -> {
                comment("Alone, outside a transaction, without lock_timeout.");
                if (alone.remains() != null) {
                    comment("Where it fails, look: " + alone.remains().query());
                    comment("and where there is a row: " + alone.remains().clear());
                }
            }
            case Step.Batches _ -> comment("Outside a transaction: it commits after each batch.");
            case Step.Check check -> comment("It must be " + check.wanted() + ".");
        }
        text.append(step.sql());
    }

    /// Said once: one plan has one number of them.
    private void retries(Step.InTransaction transaction) {
        comment("A transaction that ends with 55P03 (lock_not_available) is run again, up to " + transaction.retries()
                + " times.");
    }

    private void warnings(List<String> warnings) {
        warnings.forEach(warning -> comment("Warning: " + warning));
    }

    private void comment(String line) {
        text.append("-- ").append(line.replace("\n", "\n-- ")).append('\n');
    }
}
