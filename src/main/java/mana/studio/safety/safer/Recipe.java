package mana.studio.safety.safer;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import mana.studio.plan.Statement;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// How one change is made: steps that prepare it, what takes its place in the plan, and steps that complete it.
final class Recipe {
    private final List<Step> before = new ArrayList<>();
    private final List<String> inPlace = new ArrayList<>();
    private final List<String> last = new ArrayList<>();
    private final List<Step> after = new ArrayList<>();
    private final List<Step> later = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<String> losses = new ArrayList<>();
    private final Set<QualifiedName> locked = new TreeSet<>();
    private final Forecast forecast;
    private @Nullable String purpose;
    private @Nullable Step alone;
    private boolean apart;

    Recipe(Forecast forecast) {
        this.forecast = forecast;
    }

    void purpose(String words) {
        purpose = words;
    }

    void prepare(Step step) {
        before.add(step);
    }

    void prepare(List<Step> steps) {
        before.addAll(steps);
    }

    /// Nothing stops others while it runs, as far as is known from the rule.
    void run(String sql) {
        inPlace.add(sql);
        locked.addAll(forecast.locked(sql));
    }

    /// At the end of the transaction, when all its columns have their types.
    void runLast(String sql) {
        last.add(sql);
        locked.addAll(forecast.locked(sql));
    }

    List<String> last() {
        return last;
    }

    /// The statements as they are planned; where they stop others for long it is said.
    void plain(List<Statement> statements) {
        for (Statement statement : statements) {
            run(statement.sql());
            warnings.addAll(forecast.warnings(statement.sql()));
            if (statement.loss() != null) {
                losses.add(statement.loss());
            }
            apart |= !statement.inTransaction();
        }
    }

    /// A step that takes the place of the change and is no transaction.
    void alone(Step step) {
        alone = step;
    }

    void complete(Step step) {
        after.add(step);
    }

    /// Done a phase later.
    void later(Step step) {
        later.add(step);
    }

    List<Step> later() {
        return later;
    }

    void warn(String words) {
        warnings.add(words);
    }

    /// Committed by itself.
    void apart() {
        apart = true;
    }

    List<Step> before() {
        return before;
    }

    List<String> inPlace() {
        return inPlace;
    }

    List<Step> after() {
        return after;
    }

    List<String> warnings() {
        return warnings;
    }

    List<String> losses() {
        return losses;
    }

    Set<QualifiedName> locked() {
        return locked;
    }

    String purposeOr(String other) {
        return Objects.requireNonNullElse(purpose, other);
    }

    @Nullable Step alone() {
        return alone;
    }

    /// Whether it may share a transaction with its neighbours.
    boolean isSimple() {
        return before.isEmpty() && after.isEmpty() && alone == null && !apart && warnings.isEmpty();
    }
}
