package mana.studio.apply;

import java.util.Set;
import mana.studio.connection.Profile;

/// A person's word that a course may run: without it nothing does.
public final class Consent {
    private final Profile profile;
    private final Course course;

    private Consent(Profile profile, Course course) {
        this.profile = profile;
        this.course = course;
    }

    /// @param typed    what a person typed for the database's name
    /// @param accepted the numbers of the lines whose losses they accepted
    /// @throws IllegalArgumentException where that is not enough, with what is missing
    public static Consent given(Profile profile, Course course, String typed, Set<Integer> accepted) {
        switch (Permission.toApply(profile)) {
            case Permission.Free _ -> {}
            case Permission.TypeName name -> {
                if (!typed.strip().equals(name.database())) {
                    throw new IllegalArgumentException("The database's name must be typed: " + name.database());
                }
            }
            case Permission.Refused refused -> throw new IllegalArgumentException(refused.why());
        }
        for (Line line : course.losses()) {
            if (!accepted.contains(line.number())) {
                throw new IllegalArgumentException("It was not accepted that data is lost: " + line.loss());
            }
        }
        return new Consent(profile, course);
    }

    /// Whether it was given for this.
    boolean isFor(Profile other, Course otherCourse) {
        return profile.equals(other) && course.equals(otherCourse);
    }
}
