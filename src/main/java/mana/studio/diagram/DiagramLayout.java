package mana.studio.diagram;

/// Finds places for the cards of a diagram. The same graph always gets the same ones.
@FunctionalInterface
public interface DiagramLayout {
    /// @throws java.util.concurrent.CancellationException where stopping was asked for
    Arrangement arrange(DiagramGraph graph, Watch watch);

    /// Who waits for it.
    interface Watch {
        /// Nobody waits.
        Watch NOBODY = new Watch() {
            @Override
            public void fraction(double done) {}

            @Override
            public boolean isStopped() {
                return false;
            }
        };

        /// How far it is, from 0 to 1.
        void fraction(double done);

        boolean isStopped();
    }
}
