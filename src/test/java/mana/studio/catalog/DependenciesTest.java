package mana.studio.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import mana.studio.connection.Cancellation;
import mana.studio.schema.Database;
import mana.studio.schema.Part;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.Test;

class DependenciesTest {
    @Test
    void namesEveryPartThatNeedsAnother() throws SQLException {
        TestDatabase test = TestServer.freshDatabase();
        Scripts.run(test, Scripts.resource(DependenciesTest.class, "needs.sql"));
        Database database = new CatalogReader(test.source()).read(new Cancellation()).database();
        String found = database.dependencies().stream()
                .map(dependency -> text(dependency.dependent()) + " needs " + text(dependency.on()))
                .collect(Collectors.joining("\n", "", "\n"));
        assertThat(found).isEqualTo(Scripts.resource(DependenciesTest.class, "needs.txt"));
    }

    private static String text(Part part) {
        String what =
                switch (part.object().kind()) {
                    case TYPE -> "type ";
                    case ROUTINE -> "routine ";
                    case EXTENSION, RELATION, OTHER -> "";
                };
        String kind = part.kind() == Part.Kind.WHOLE ? "" : part.kind().name().toLowerCase(Locale.ROOT) + " ";
        return kind + what + part;
    }
}
