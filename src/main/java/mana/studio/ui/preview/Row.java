package mana.studio.ui.preview;

import java.util.List;
import mana.studio.design.Spot;
import mana.studio.plan.Statement;
import mana.studio.safety.Pace;
import mana.studio.safety.preflight.Answer;
import mana.studio.safety.preflight.Question;
import mana.studio.safety.safer.Phase;
import mana.studio.safety.safer.Step;
import mana.studio.safety.words.Consequence;
import mana.studio.ui.kit.Failure;

/// A line of the preview.
sealed interface Row {
    /// What it is, whatever it says and wherever it stands: it keeps selection and place while a person types.
    String key();

    /// What copying it copies; empty for what is no SQL.
    String sql();

    /// The fields of the design that it comes from.
    default List<Spot> spots() {
        return List.of();
    }

    /// A statement of the plan.
    ///
    /// @param number       its place in the plan, from 1
    /// @param consequences the worst first
    /// @param questions    what can be counted before it runs
    /// @param safer        whether it is worth making it safer
    /// @param open         whether everything is said of it
    record Direct(
            String key,
            int number,
            Statement statement,
            Pace pace,
            List<Consequence> consequences,
            List<Spot> spots,
            List<Question> questions,
            boolean safer,
            boolean open,
            Count count)
            implements Row {
        @Override
        public String sql() {
            return statement.sql() + ";\n";
        }

        Direct opened(boolean isOpen) {
            return new Direct(key, number, statement, pace, consequences, spots, questions, safer, isOpen, count);
        }

        Direct counted(Count newest) {
            return new Direct(key, number, statement, pace, consequences, spots, questions, safer, open, newest);
        }
    }

    /// What was counted before a statement runs.
    sealed interface Count {
        /// Nobody asked yet.
        record None() implements Count {}

        record Running() implements Count {}

        record Done(List<Answer> answers) implements Count {}

        record Failed(Failure failure) implements Count {}
    }

    /// The head of a phase of the safer form.
    ///
    /// @param number its place, from 1
    record Head(String key, int number, Phase phase) implements Row {
        @Override
        public String sql() {
            return "";
        }
    }

    /// A step of the safer form.
    ///
    /// @param number its place in its phase, from 1
    record Careful(String key, int number, Step step, List<Consequence> consequences) implements Row {
        @Override
        public String sql() {
            return step.sql() + "\n";
        }
    }

    /// Something to know before the first statement.
    record Remark(String key, String text) implements Row {
        @Override
        public String sql() {
            return "";
        }
    }
}
