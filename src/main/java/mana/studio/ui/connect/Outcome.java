package mana.studio.ui.connect;

import java.time.Instant;
import mana.studio.connection.ConnectFailure;
import mana.studio.connection.Workspace;

/// What became of the wish to connect or to try it.
sealed interface Outcome {
    /// Nothing was asked for yet.
    record None() implements Outcome {}

    /// An attempt runs.
    ///
    /// @param title what it is for: "Connecting to Platform"
    record Trying(String title) implements Outcome {}

    /// An attempt failed; another follows.
    ///
    /// @param next when
    record Waiting(Workspace.Retry retry, Instant next) implements Outcome {}

    record Failed(ConnectFailure failure) implements Outcome {}

    /// Something failed that has nothing to do with the server.
    record Broken(Exception error) implements Outcome {}

    /// Something went well.
    record Done(String words) implements Outcome {}

    /// Connected, but something a person wanted along with it did not work.
    record OpenedBut(Workspace workspace, String problem) implements Outcome {}

    /// Whether something runs that can be cancelled.
    default boolean isUnderWay() {
        return this instanceof Trying || this instanceof Waiting;
    }
}
