package mana.studio.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import mana.studio.connection.ConnectionString;

/// Where a schema comes from.
sealed interface Source {
    String FORMS = "Give a .sql file, a database URL, or - for standard input.";

    /// How it is called in what is printed; never with a password.
    String shown();

    record Url(ConnectionString connection) implements Source {
        @Override
        public String shown() {
            return connection.target().database();
        }
    }

    /// SQL that creates it in an empty database.
    record Script(String shown, String sql) implements Source {}

    /// @param text a URL, the path of a `.sql` file, or `-` for standard input
    static Source of(String text) throws CliException {
        if (text.equals("-")) {
            try {
                return new Script("standard input", new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException unreadable) {
                throw new CliException("Standard input cannot be read.", String.valueOf(unreadable.getMessage()));
            }
        }
        if (text.isBlank()) {
            throw new CliException("A schema is given without a name.", FORMS);
        }
        if (text.contains("://") && !isUrl(text)) {
            throw new CliException(
                    "A URL that begins with " + text.substring(0, text.indexOf("://") + 3) + " is not PostgreSQL's.",
                    "Begin it with postgres://.");
        }
        return isUrl(text) ? new Url(Live.parse(text)) : new Script(text, file(Path.of(text)));
    }

    private static boolean isUrl(String text) {
        return text.matches("(?i)(jdbc:)?postgres(ql)?:.*") || text.contains("dbname=");
    }

    static String file(Path path) throws CliException {
        if (Files.isDirectory(path)) {
            throw new CliException(path + " is a folder.", FORMS);
        }
        try {
            return Files.readString(path);
        } catch (NoSuchFileException missing) {
            throw new CliException("There is no file " + path + ".", FORMS);
        } catch (MalformedInputException notText) {
            throw new CliException("The file " + path + " is not UTF-8 text.", "Save it as UTF-8.");
        } catch (IOException unreadable) {
            throw new CliException("The file " + path + " cannot be read.", String.valueOf(unreadable.getMessage()));
        }
    }
}
