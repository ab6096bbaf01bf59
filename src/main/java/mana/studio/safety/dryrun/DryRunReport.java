package mana.studio.safety.dryrun;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a list of statements did.
///
/// @param serverVersion the `server_version_num` of the server they ran on: other versions may lock otherwise
/// @param observations  one for each statement
/// @param atCommit      a violation that was deferred to the end of the transaction; null for none
public record DryRunReport(int serverVersion, List<Observation> observations, @Nullable ServerError atCommit) {
    public DryRunReport {
        observations = List.copyOf(observations);
    }

    /// Whether every statement ran, up to the commit.
    public boolean isWhole() {
        return atCommit == null
                && observations.stream().allMatch(seen -> seen.outcome() == Observation.Outcome.RAN);
    }
}
