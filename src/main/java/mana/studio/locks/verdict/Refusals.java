package mana.studio.locks.verdict;

import mana.studio.locks.look.Capabilities.Refusal;
import mana.studio.sql.Identifier;

/// Says why a session may not be ended, and who can help.
public final class Refusals {
    private Refusals() {}

    public static String sentence(Refusal refusal) {
        return switch (refusal) {
            case Refusal.OfSuperuser(String owner) ->
                "The session belongs to the superuser " + owner + ": only a superuser can end it.";
            case Refusal.NoRight(String role, String owner) ->
                "Role " + role + " may not end sessions of " + (owner.isEmpty() ? "this role" : owner)
                        + ". A superuser can run: GRANT pg_signal_backend TO " + Identifier.quote(role) + ";";
        };
    }
}
