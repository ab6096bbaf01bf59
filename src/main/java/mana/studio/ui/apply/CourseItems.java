package mana.studio.ui.apply;

import java.util.ArrayList;
import java.util.List;
import mana.studio.apply.Course;
import mana.studio.apply.Leg;
import mana.studio.apply.Order;
import mana.studio.apply.PhasedPlan;
import mana.studio.safety.safer.Phase;
import mana.studio.safety.safer.Step;

/// A course as rows: every leg with its statements below it.
final class CourseItems {
    private CourseItems() {}

    /// What runs, and below it what is for later.
    static List<CourseItem> of(Order order) {
        List<CourseItem> items = new ArrayList<>(of(order.course()));
        PhasedPlan plan = order.plan();
        if (plan != null) {
            int number = plan.number();
            for (Phase phase : plan.later()) {
                number++;
                items.add(new CourseItem.Later(
                        "Later: " + PhaseWords.title(number, plan.phases().size(), phase),
                        phase.purpose() + " " + PhaseWords.start(phase),
                        phase.steps().stream().map(Step::purpose).toList()));
            }
        }
        return items;
    }

    /// Of a single transaction everything is said above it.
    private static List<CourseItem> of(Course course) {
        long transactions =
                course.legs().stream().filter(Leg.Transaction.class::isInstance).count();
        int transaction = 0;
        List<CourseItem> items = new ArrayList<>();
        for (Leg leg : course.legs()) {
            transaction += leg instanceof Leg.Transaction ? 1 : 0;
            if (!course.isAtomic()) {
                items.add(head(leg, transaction, transactions));
            }
            leg.lines().forEach(line -> items.add(new CourseItem.Statement(line)));
        }
        return items;
    }

    private static CourseItem.Head head(Leg leg, int number, long of) {
        return switch (leg) {
            case Leg.Transaction transaction -> {
                String title = of == 1 ? "One transaction" : "Transaction " + number + " of " + of;
                String together = leg.lines().size() == 1 ? "" : "All of it or nothing.";
                yield new CourseItem.Head(
                        title, transaction.reason().isEmpty() ? together : transaction.reason(), false);
            }
            case Leg.Alone alone ->
                new CourseItem.Head(
                        "Outside a transaction",
                        alone.reason() + " What stands above is committed before it."
                                + (alone.patient() ? " It waits for others as long as it must." : ""),
                        true);
            case Leg.Batches _ ->
                new CourseItem.Head(
                        "Outside a transaction, batch by batch",
                        "Each batch is committed and stays, even if it is stopped; it can go on later.",
                        true);
            case Leg.Check check ->
                new CourseItem.Head("Check", "It goes on only with the answer " + check.wanted() + ".", false);
        };
    }
}
