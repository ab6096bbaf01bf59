import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/// Gives the Linux image two launchers behind one command: a window lives long and wants its code compiled well; a
/// command is over after a second and wants it compiled at once (C1, one thread of garbage collection), which takes a
/// quarter off `diff`. jpackage's launcher reads the options that lie beside it under its own name.
final class Launchers {
    private static final String FOR_COMMANDS = """
            java-options=-XX:TieredStopAtLevel=1
            java-options=-XX:+UseSerialGC
            """;

    private static final String CHOICE = """
            #!/bin/sh
            # Without an argument, or for the tour, the window; else a command.
            here=$(dirname "$(readlink -f "$0")")
            case "${1-}" in
                "" | tour) exec "$here/mana-studio-window" "$@" ;;
                *) exec "$here/mana-studio-command" "$@" ;;
            esac
            """;

    private Launchers() {}

    static void split(Path image) throws IOException {
        Path command = image.resolve("bin/mana-studio");
        Path options = image.resolve("lib/app/mana-studio.cfg");
        Files.copy(command, image.resolve("bin/mana-studio-command"));
        Files.move(command, image.resolve("bin/mana-studio-window"));
        Path forCommands = image.resolve("lib/app/mana-studio-command.cfg");
        Files.copy(options, forCommands);
        Files.writeString(forCommands, FOR_COMMANDS, StandardOpenOption.APPEND);
        Files.move(options, image.resolve("lib/app/mana-studio-window.cfg"));
        Files.writeString(command, CHOICE);
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
