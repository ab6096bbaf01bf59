package mana.studio.cli;

import java.util.List;
import java.util.stream.Collectors;
import mana.studio.drizzle.files.Migration;
import mana.studio.drizzle.history.Entry;
import mana.studio.drizzle.history.Flaws;
import mana.studio.drizzle.history.Histories;
import mana.studio.drizzle.history.History;
import mana.studio.drizzle.history.Outcome;
import mana.studio.drizzle.history.Repair;
import mana.studio.drizzle.history.Repairs;
import mana.studio.drizzle.history.Said;
import mana.studio.drizzle.history.Sentences;
import mana.studio.drizzle.history.Simulation;
import mana.studio.drizzle.history.Trouble;

/// Histories on a page, for people.
final class HistoryText {
    private final StringBuilder text = new StringBuilder();

    private HistoryText() {}

    static String of(Histories histories, List<String> order) {
        HistoryText page = new HistoryText();
        histories.project().overlaps().forEach(overlap -> page.line("! " + overlap.sentence()));
        histories
                .project()
                .questions()
                .forEach(question -> page.line("? " + question.place() + " sets " + question.key() + " by "
                        + question.source() + ", which cannot be read."));
        if (page.text.length() > 0) {
            page.line("");
        }
        histories.all().forEach(page::history);
        if (!order.isEmpty()) {
            page.simulation(histories.simulate(order));
        }
        return page.text.toString();
    }

    private void history(History history) {
        Sentences sentences = new Sentences(history);
        line(history.service() + "  " + history.books().table());
        line("  " + sentences.next());
        for (Trouble trouble : history.troubles()) {
            line("  ! " + sentences.of(trouble));
            repairs(Repairs.of(trouble, history));
        }
        int width = history.entries().stream()
                .mapToInt(entry -> Sentences.word(entry.state()).length())
                .max()
                .orElse(0);
        for (Entry entry : history.entries()) {
            Said said = sentences.of(entry);
            line("  " + (entry.needsAttention() ? "! " : "  ") + said.word()
                    + " ".repeat(width - said.word().length()) + "  " + entry.tag());
            if (entry.state().isWrong()) {
                line("      " + said.meaning());
                line("      " + said.here());
                line("      " + said.fresh());
            }
            entry.flaws().forEach(flaw -> line("      " + Flaws.sentence(flaw)));
            repairs(Repairs.of(entry, history));
        }
        line("");
    }

    private void repairs(List<Repair> repairs) {
        String labels = repairs.stream().map(Repair::label).collect(Collectors.joining(" · "));
        if (!labels.isEmpty()) {
            line("      Repairs: " + labels);
        }
    }

    private void simulation(Simulation simulation) {
        line("If they are migrated now, in this order:");
        for (Simulation.Step step : simulation.steps()) {
            line("  " + step.participant().service() + ": " + said(step.outcome()));
        }
    }

    private static String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refuses(String message) -> "stops: " + message;
            case Outcome.Runs(List<Migration> runs, List<Migration> skipped) -> {
                String ran = runs.isEmpty() ? "nothing runs" : "runs " + tags(runs);
                yield skipped.isEmpty() ? ran : ran + "; skips " + tags(skipped);
            }
        };
    }

    private static String tags(List<Migration> migrations) {
        return migrations.stream().map(Migration::tag).collect(Collectors.joining(", "));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
