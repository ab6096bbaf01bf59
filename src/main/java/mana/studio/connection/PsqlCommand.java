package mana.studio.connection;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `PGPASSWORD=… psql -h host -p port -U user -d database`, as a shell and psql read it.
final class PsqlCommand {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final Pattern COMMAND = Pattern.compile("(?:.*[\\s/\\\\])?psql(?:\\.exe)?(?:\\s.*)?", Pattern.DOTALL);

    /// Options that take a value that is not ours: psql's reference page.
    private static final Set<String> OTHERS =
            Set.of("-c", "-f", "-F", "-L", "-o", "-P", "-R", "-T", "-v", "--command", "--file", "--field-separator",
                    "--log-file", "--output", "--pset", "--record-separator", "--table-attr", "--set", "--variable");

    private final Conninfo conninfo = new Conninfo();
    private final Map<String, String> variables;
    private @Nullable String database;
    private @Nullable String user;

    private PsqlCommand(Map<String, String> variables) {
        this.variables = new HashMap<>(variables);
    }

    static boolean matches(String text) {
        return COMMAND.matcher(text).matches();
    }

    static Conninfo read(String text, Map<String, String> variables) throws MalformedConnectionString {
        return new PsqlCommand(variables).read(text);
    }

    private Conninfo read(String text) throws MalformedConnectionString {
        Iterator<String> words = ShellWords.split(text, variables).iterator();
        Map<String, String> assigned = new HashMap<>();
        boolean prefixed = false;
        for (String word = words.next(); !isPsql(word) && words.hasNext(); word = words.next()) {
            if (ASSIGNMENT.matcher(word).matches()) {
                int equals = word.indexOf('=');
                assigned.put(word.substring(0, equals), word.substring(equals + 1));
            } else {
                prefixed |= !Set.of("$", "#", "%", ">", "env", "export", "sudo").contains(word);
            }
        }
        while (words.hasNext()) {
            option(words.next(), words);
        }
        if (prefixed) {
            conninfo.note("What stands before psql is left out; the studio connects from this machine.");
        }
        Conninfo said = new Conninfo();
        said.putAll(LibpqDefaults.variables(assigned));
        said.putAll(conninfo);
        takeDatabase(said);
        return said;
    }

    private static boolean isPsql(String word) {
        return List.of("psql", "psql.exe").contains(word.substring(Math.max(word.lastIndexOf('/'), word.lastIndexOf('\\')) + 1));
    }

    private void option(String word, Iterator<String> rest) throws MalformedConnectionString {
        if (word.startsWith("--")) {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            take(name, equals < 0 ? null : word.substring(equals + 1), rest);
        } else if (word.startsWith("-") && word.length() > 1) {
            take(word.substring(0, 2), word.length() > 2 ? word.substring(2) : null, rest);
        } else if (database == null) {
            database = word;
        } else if (user == null) {
            user = word;
            conninfo.put("user", word);
        }
    }

    private void take(String name, @Nullable String attached, Iterator<String> rest) throws MalformedConnectionString {
        switch (name) {
            case "-h", "--host" -> conninfo.put("host", value(name, attached, rest));
            case "-p", "--port" -> conninfo.put("port", value(name, attached, rest));
            case "-d", "--dbname" -> database = value(name, attached, rest);
            case "-U", "--username" -> {
                user = value(name, attached, rest);
                conninfo.put("user", user);
            }
            default -> {
                if (OTHERS.contains(name) && attached == null) {
                    value(name, null, rest);
                }
            }
        }
    }

    private static String value(String name, @Nullable String attached, Iterator<String> rest)
            throws MalformedConnectionString {
        if (attached != null) {
            return attached;
        }
        if (!rest.hasNext()) {
            throw new MalformedConnectionString("After " + name + " a value is missing.");
        }
        return rest.next();
    }

    /// The database may itself be a URL or a keyword string: then what it says wins over the options, as in psql.
    private void takeDatabase(Conninfo said) throws MalformedConnectionString {
        String name = database;
        if (name == null) {
            return;
        }
        if (UriNotation.matches(name)) {
            said.putAll(UriNotation.read(name));
        } else if (name.indexOf('=') >= 0) {
            said.putAll(KeywordNotation.read(name));
        } else {
            said.put("dbname", name);
        }
    }
}
