package mana.studio.connection;

/// What a database is for, and so how careful the studio is with it.
public enum Environment {
    LOCAL,
    STAGING,
    PRODUCTION
}
