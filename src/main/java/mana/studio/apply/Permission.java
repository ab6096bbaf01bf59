package mana.studio.apply;

import mana.studio.connection.Environment;
import mana.studio.connection.Profile;

/// Whether something may be done to a database, going by what its connection is for.
public sealed interface Permission {
    /// Nothing more is asked.
    record Free() implements Permission {}

    /// The name of the database must be typed.
    ///
    /// @param why in a sentence
    record TypeName(String database, String why) implements Permission {}

    /// @param why    in a sentence
    /// @param remedy how a person changes that
    record Refused(String why, String remedy) implements Permission {}

    /// Whether its schema may be changed.
    static Permission toApply(Profile profile) {
        if (profile.readOnly()) {
            return readOnly();
        }
        if (isLocal(profile)) {
            return new Free();
        }
        if (!profile.applyAllowed()) {
            return new Refused(
                    "Nothing is applied to " + kind(profile) + " unless its connection allows it.",
                    "To allow it: disconnect, edit the connection, switch on “Allow applying schema changes”, and "
                            + "connect again. The database's name is then asked for each time.");
        }
        return new TypeName(profile.target().database(), "This is " + kind(profile) + ".");
    }

    /// Whether a plan may be tried on it, in a transaction that is rolled back.
    static Permission toTry(Profile profile) {
        if (profile.readOnly()) {
            return readOnly();
        }
        return switch (profile.environment()) {
            case LOCAL, STAGING -> new Free();
            case PRODUCTION ->
                new Refused(
                        "Nothing is tried on a production database: its locks would be felt, even though nothing"
                                + " stays.",
                        "The scratch server tells the same of everything but the rows; “Count now” asks those.");
        };
    }

    private static Permission readOnly() {
        return new Refused(
                "This connection is read-only: the server refuses every change.",
                "To change that: disconnect, edit the connection, switch off “Read-only”, and connect again.");
    }

    private static boolean isLocal(Profile profile) {
        return profile.environment() == Environment.LOCAL && profile.target().isLoopback();
    }

    private static String kind(Profile profile) {
        return switch (profile.environment()) {
            case PRODUCTION -> "a production database";
            case STAGING -> "a staging database";
            case LOCAL -> "a database that is not on this machine";
        };
    }
}
