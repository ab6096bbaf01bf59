package mana.studio.drizzle.migrate;

import mana.studio.apply.Permission;
import mana.studio.connection.Profile;

/// A person's word that migrations may run on a connection: without it none do.
public final class Permit {
    private final Profile profile;

    private Permit(Profile profile) {
        this.profile = profile;
    }

    /// @param typed what a person typed for the database's name, where it is asked for
    /// @throws IllegalArgumentException where that is not enough, with what is missing
    public static Permit given(Profile profile, String typed) {
        return switch (Permission.toApply(profile)) {
            case Permission.Free _ -> new Permit(profile);
            case Permission.TypeName name -> {
                if (!typed.strip().equals(name.database())) {
                    throw new IllegalArgumentException("The database's name must be typed: " + name.database());
                }
                yield new Permit(profile);
            }
            case Permission.Refused refused -> throw new IllegalArgumentException(refused.why());
        };
    }

    boolean isFor(Profile other) {
        return profile.equals(other);
    }
}
