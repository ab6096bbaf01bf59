package mana.studio.ui.connect;

import java.util.Locale;
import java.util.stream.Collectors;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Profile;
import mana.studio.connection.ProjectEnvironments;

/// A line of the list of connections.
sealed interface ConnectEntry {
    /// The first line of its text.
    String title();

    /// The second, empty for none.
    String subtitle();

    /// What stays when the rest of it changes.
    default String key() {
        return this instanceof Saved saved ? saved.profile().id() : title();
    }

    /// The name of a group of lines.
    record Heading(String title) implements ConnectEntry {
        @Override
        public String subtitle() {
            return "";
        }
    }

    record Saved(Profile profile) implements ConnectEntry {
        @Override
        public String title() {
            return profile.name();
        }

        @Override
        public String subtitle() {
            return profile.target().toString();
        }
    }

    /// The demo database.
    record Demo() implements ConnectEntry {
        @Override
        public String title() {
            return "Demo database";
        }

        @Override
        public String subtitle() {
            return "mana_platform, built in";
        }
    }

    /// What a variable of the studio's own environment names.
    record Variable(String title, ConnectionString connection) implements ConnectEntry {
        @Override
        public String subtitle() {
            return connection.target().toString();
        }
    }

    /// What a project's `.env` files name.
    record Found(ProjectEnvironments.Found found) implements ConnectEntry {
        @Override
        public String title() {
            int more = found.places().size() - 1;
            return found.places().getFirst() + (more == 0 ? "" : " and " + more + " more");
        }

        @Override
        public String subtitle() {
            return found.target().toString();
        }

        /// All the places, one a line.
        String places() {
            return found.places().stream().map(Object::toString).collect(Collectors.joining("\n"));
        }
    }

    default boolean matches(String words) {
        String text = (title() + " " + subtitle() + " " + environment()).toLowerCase(Locale.ROOT);
        return words.toLowerCase(Locale.ROOT).lines().flatMap(line -> java.util.Arrays.stream(line.split("\\s+")))
                .allMatch(text::contains);
    }

    private String environment() {
        return this instanceof Saved saved ? saved.profile().environment().name() : "";
    }
}
