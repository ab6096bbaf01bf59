package mana.studio.trial;

import java.util.ArrayList;
import java.util.List;
import mana.studio.connection.Cancellation;
import mana.studio.design.Edits;
import mana.studio.design.Problem;
import mana.studio.design.Problem.Severity;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.schema.View;
import mana.studio.scratch.QueryTrial;
import mana.studio.scratch.ScratchException;

/// What the server refuses of the queries of views, where a base as a whole cannot be tried: a query needs only what is
/// around it.
public final class ViewTrial implements AutoCloseable {
    private final QueryTrial trial = new QueryTrial();

    /// Those of the views that a design changes or adds. A query that cannot be tried is passed over.
    ///
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    public List<Problem> of(Database base, Database design, Cancellation cancellation) {
        List<Problem> problems = new ArrayList<>();
        design.schemas().stream().flatMap(schema -> schema.views().stream()).forEach(view -> {
            boolean known = Edits.object(base, view.id(), View.class)
                    .filter(old -> old.definition().equals(view.definition()))
                    .isPresent();
            if (!known) {
                cancellation.check();
                of(view, Edits.drop(design, view.id()).database(), cancellation, problems);
            }
        });
        return List.copyOf(problems);
    }

    private void of(View view, Database around, Cancellation cancellation, List<Problem> problems) {
        try {
            if (trial.run(around, view.name(), view.definition(), cancellation)
                    instanceof QueryTrial.Outcome.Wrong wrong) {
                problems.add(new Problem(
                        new Spot(view.id(), null, Field.DEFINITION),
                        Severity.ERROR,
                        Blame.sentences(
                                wrong.failure().message(),
                                wrong.failure().detail(),
                                wrong.failure().hint())));
            }
        } catch (ScratchException untried) {
            // What is around it cannot be held either: the form of the view says so.
        }
    }

    @Override
    public void close() throws ScratchException {
        trial.close();
    }
}
