package mana.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.application.Application;
import org.junit.jupiter.api.Test;

/// Holds what the packaging repeats of the program to the program.
class PackagingTest {
    private static final Path SHARE = Path.of("packaging/linux/share");

    /// JavaFX gives its windows the application's class as WM_CLASS; without it the desktop shows a second, blank icon.
    @Test
    void namesTheApplicationAsTheClassOfItsWindows() throws IOException, ClassNotFoundException {
        String name = find("StartupWMClass=(.*)", SHARE.resolve("applications/mana-studio.desktop"));

        assertThat(Class.forName(name)).isAssignableTo(Application.class);
    }

    @Test
    void startsTheMainClass() throws IOException {
        String name = find("--main-class (.*)", Path.of("packaging/jpackage.options"));

        assertThat(name).isEqualTo(Main.class.getName());
    }

    @Test
    void announcesTheVersionThatIsBuilt() throws IOException {
        String built = find("<artifactId>mana-schema-studio</artifactId>\\s*<version>(.*)</version>", Path.of("pom.xml"));
        String announced =
                find("<release version=\"(.*?)\"", SHARE.resolve("metainfo/studio.mana.SchemaStudio.metainfo.xml"));

        assertThat(announced).isEqualTo(built);
    }

    private static String find(String pattern, Path file) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
        return matcher.group(1);
    }
}
