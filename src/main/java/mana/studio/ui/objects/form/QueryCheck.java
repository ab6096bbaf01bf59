package mana.studio.ui.objects.form;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import javafx.util.Subscription;
import mana.studio.design.Edits;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.View;
import mana.studio.scratch.QueryTrial;
import mana.studio.scratch.ScratchException;
import mana.studio.ui.kit.Background.Job;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a real PostgreSQL says of a view's query, tried a moment after it was typed, and again when what it reads
/// changed.
final class QueryCheck {
    private static final Logger LOG = LoggerFactory.getLogger(QueryCheck.class);
    private static final Duration PAUSE = Duration.millis(250);

    private final ThingModel<View> model;
    private final QueryTrial trial = new QueryTrial();
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private final ReadOnlyObjectWrapper<Verdict> verdict = new ReadOnlyObjectWrapper<>(new Verdict.Waiting());
    private final Subscription following;
    private @Nullable Asked asked;

    /// What is known of the query.
    sealed interface Verdict {
        /// It is being tried, or soon will be.
        record Waiting() implements Verdict {}

        /// @param query the text that was tried
        /// @param view  its columns, and the query as the server writes it
        record Good(String query, View view) implements Verdict {}

        /// @param query the text that was tried
        /// @param start where in it the mistake begins; -1 where the server does not say
        /// @param place its line and column in words; empty where the server does not say
        record Bad(String query, String message, String place, int start) implements Verdict {}

        /// It could not be tried.
        record Unknown(String why) implements Verdict {}
    }

    /// @param around the design, the view itself included
    private record Asked(Database around, QualifiedName name, String query) {
        boolean isSame(@Nullable Asked other) {
            return other != null && around == other.around && query.equals(other.query) && name.equals(other.name);
        }
    }

    QueryCheck(ThingModel<View> model) {
        this.model = model;
        pause.setOnFinished(_ -> ask());
        following = model.state().subscribe(_ -> changed());
    }

    ReadOnlyObjectProperty<Verdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    /// Nothing is asked any more.
    void close() {
        following.unsubscribe();
        pause.stop();
        model.session()
                .background()
                .start(Job.of("Leaving the scratch server", _ -> {
                            trial.close();
                            return trial;
                        })
                        .quietly()
                        .whenFailed(failure -> LOG.warn("A scratch database stays behind", failure)));
    }

    private void changed() {
        Asked question = question();
        if (question != null && !question.isSame(asked)) {
            pause.playFromStart();
        }
    }

    private @Nullable Asked question() {
        ThingState<View> state = model.state().get();
        View now = state == null ? null : state.now();
        return state == null || now == null ? null : new Asked(state.database(), now.name(), now.definition());
    }

    private void ask() {
        Asked question = question();
        if (question == null) {
            return;
        }
        asked = question;
        if (verdict.get() instanceof Verdict.Unknown) {
            verdict.set(new Verdict.Waiting());
        }
        model.session()
                .background()
                .start(Job.of("Checking the query", progress -> {
                            Database around =
                                    Edits.drop(question.around, model.id()).database();
                            return trial.run(around, question.name, question.query, progress.cancellation());
                        })
                        .quietly()
                        .superseding(this)
                        .whenDone(outcome -> verdict.set(verdictOf(question.query, outcome)))
                        .whenFailed(failure -> failed(failure)));
    }

    private void failed(Exception failure) {
        if (failure instanceof ScratchException scratch) {
            verdict.set(new Verdict.Unknown(scratch.failure().message()));
        } else {
            LOG.error("A query could not be checked", failure);
            verdict.set(new Verdict.Unknown(failure.toString()));
        }
    }

    private static Verdict verdictOf(String query, QueryTrial.Outcome outcome) {
        return switch (outcome) {
            case QueryTrial.Outcome.Fine fine -> new Verdict.Good(query, fine.view());
            case QueryTrial.Outcome.Wrong wrong -> {
                String hint = wrong.failure().hint();
                String detail = wrong.failure().detail();
                String message = sentence(wrong.failure().message())
                        + (detail == null ? "" : " " + sentence(detail))
                        + (hint == null ? "" : " " + sentence(hint));
                yield new Verdict.Bad(query, message, place(query, wrong.start()), wrong.start());
            }
        };
    }

    private static String sentence(String text) {
        return text.isEmpty()
                ? text
                : Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private static String place(String query, int start) {
        if (start < 0) {
            return "";
        }
        String before = query.substring(0, start);
        long line = 1 + before.chars().filter(c -> c == '\n').count();
        int column = before.length() - before.lastIndexOf('\n');
        return "Line " + line + ", column " + column;
    }
}
