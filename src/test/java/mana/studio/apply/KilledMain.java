package mana.studio.apply;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import mana.studio.catalog.CatalogReader;
import mana.studio.connection.Cancellation;
import mana.studio.connection.ConnectionString;
import mana.studio.connection.Environment;
import mana.studio.connection.LibpqDefaults;
import mana.studio.connection.Profile;
import mana.studio.connection.Workspace;
import mana.studio.schema.Database;

/// A studio of its own process, to be killed while it applies. Arguments: the URL, the profile's id, the home, the
/// statements; without any it goes on with the phases that are kept. Says each state on its standard output.
final class KilledMain {
    private KilledMain() {}

    public static void main(String[] arguments) throws Exception {
        Profile profile = new Profile(
                arguments[1],
                "Killed",
                Environment.LOCAL,
                null,
                false,
                ConnectionString.parse(arguments[0], new LibpqDefaults(java.util.Map.of(), "postgres", List.of()))
                        .target());
        List<String> statements = Arrays.asList(arguments).subList(3, arguments.length);
        try (Workspace workspace = Workspace.open(profile, null, _ -> {}, new Cancellation())) {
            Database base = new CatalogReader(workspace.source())
                    .read(new Cancellation())
                    .database();
            Journal journal = new Journal(Applying.places(Path.of(arguments[2])));
            Order order = statements.isEmpty()
                    ? journal.agenda().kept(profile.id()).orElseThrow().order(null)
                    : new Order(
                            Applying.order(statements.toArray(String[]::new)).course(), base, base);
            Consent consent = Consent.given(profile, order.course(), "", Set.of());
            Outcome outcome = new Application(workspace, journal)
                    .run(
                            order,
                            consent,
                            Patience.STANDARD,
                            (number, state) ->
                                    say(number + " " + state.getClass().getSimpleName()),
                            new Cancellation());
            say("ended " + outcome.ending());
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
