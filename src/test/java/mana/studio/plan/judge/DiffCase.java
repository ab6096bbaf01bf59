package mana.studio.plan.judge;

import java.util.List;

/// Two schemas as scripts.
///
/// @param id    of its source and name: `migra/everything`
/// @param scope `core` and `plus` must converge, `nodiff` are equal, of `other` the outcome is told only
/// @param roles that must exist
record DiffCase(String id, String scope, List<String> roles, String a, String b) {
    DiffCase {
        roles = List.copyOf(roles);
    }

    /// Whether its scripts run in one transaction as well as statement by statement.
    boolean atOnce() {
        return scope.equals("random");
    }

    boolean expectsNothing() {
        return scope.startsWith("nodiff");
    }
}
