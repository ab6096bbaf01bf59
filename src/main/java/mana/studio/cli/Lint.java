package mana.studio.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.ConventionSettings;
import mana.studio.convention.Findings;
import mana.studio.convention.ServiceRegistry;
import mana.studio.convention.Severity;
import mana.studio.convention.Switches;
import mana.studio.convention.rule.Conventions;
import mana.studio.schema.Database;
import mana.studio.schema.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;

/// Says where a database breaks the house rules.
@Command(
        name = "lint",
        description = "Looks where a database breaks the house rules: names, types, keys, indexes, owners.",
        footer = {
            "",
            "A settings file switches rules off, for everything, for a schema or for a",
            "connection, and grants single breaches. It is the file that the window keeps,",
            "conventions.json among the settings:",
            "",
            "  {\"everywhere\": {",
            "     \"rules\": {\"text-type\": false},",
            "     \"schemas\": {\"auth\": {\"primary-key-id\": false}},",
            "     \"silenced\": [{\"rule\": \"boolean-name\",",
            "                   \"object\": \"auth.users.banned\",",
            "                   \"reason\": \"Better Auth calls it so\"}],",
            "     \"tablesInPublic\": false},",
            "   \"connections\": {\"ID\": { … the same for one connection … }}}",
            "",
            "Tables and enums may be in public where no other schema has tables, as in",
            "mana_sync; \"tablesInPublic\" says otherwise. Without --settings all rules count",
            "and nothing is granted."
        },
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = 2,
        exitCodeOnExecutionException = 2,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no errors; perhaps warnings and advice",
            "1:at least one rule is broken that is an error",
            "2:it could not be looked at; standard error says why"
        })
final class Lint implements Callable<Integer> {
    private static final int BROKEN = 1;

    @ArgGroup
    private @Nullable Where where;

    @Option(names = "--schemas", paramLabel = "a,b", split = ",", description = "only what is in these schemas")
    private List<String> schemas = List.of();

    @Option(names = "--rule", paramLabel = "ID", split = ",", description = "only this rule; may be repeated")
    private List<String> rules = List.of();

    @Option(names = "--settings", paramLabel = "FILE", description = "what is switched off and granted, as JSON")
    private @Nullable Path settings;

    @Option(
            names = "--connection",
            paramLabel = "ID",
            description = "count what the settings say of this connection, beside what they say of all")
    private @Nullable String connection;

    @Option(
            names = "--services",
            paramLabel = "FILE",
            description = "who owns which schemas, as JSON: the file that the window keeps; without it mana's own")
    private @Nullable Path services;

    @Option(names = "--format", paramLabel = "F", description = "text, json or github", defaultValue = "text")
    private Format format = Format.text;

    @Option(names = "--json", description = "the same as --format json")
    private boolean json;

    @Option(names = "--silenced", description = "also what was granted, with the reasons (in JSON always)")
    private boolean silenced;

    @Option(names = "--list", description = "tells all rules, why the house has them, and looks at nothing")
    private boolean list;

    @Spec
    private @Nullable CommandSpec spec;

    /// Where the schema comes from; without either from the variable.
    static final class Where {
        @Option(
                names = "--url",
                paramLabel = "URL",
                description = "postgres://user@host:port/database; without it the variable DATABASE_URL is read")
        private @Nullable String url;

        @Option(
                names = "--sql",
                paramLabel = "FILE",
                description = "a script that creates the schema in an empty database, or - for standard input")
        private @Nullable String sql;
    }

    /// What a person writes, so in small letters.
    enum Format {
        text,
        json,
        github
    }

    /// @param name of the database, or of the script
    /// @param file the script; null for a database
    record Linted(String name, @Nullable String file, Findings findings) {}

    @Override
    public Integer call() throws CliException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (list) {
            out.print(LintText.rules(Conventions.ALL));
            return 0;
        }
        Conventions conventions = new Conventions(registry(), switches());
        checkRules(rules);
        Linted linted = lint(conventions, spec.commandLine().getErr());
        out.print(
                switch (json ? Format.json : format) {
                    case text -> LintText.of(linted, silenced);
                    case json -> LintJson.of(linted);
                    case github -> LintGithub.of(linted);
                });
        return linted.findings().count(Severity.ERROR) > 0 ? BROKEN : 0;
    }

    private Linted lint(Conventions conventions, PrintWriter err) throws CliException {
        String script = where == null ? null : where.sql;
        if (script == null) {
            Snapshot snapshot = Live.read(Live.given(where == null ? null : where.url), "lint", err);
            Database database = snapshot.database();
            return new Linted(database.name(), null, only(conventions.check(database), database));
        }
        if (Source.isUrl(script)) {
            throw new CliException("--sql takes a script, not a database.", "The database goes to --url.");
        }
        Source.Script source = (Source.Script) Source.of(script);
        Database database = Compared.script(source, Live.cancelledByTheSystem()).database();
        return new Linted(
                source.shown(), script.equals("-") ? null : script, only(conventions.check(database), database));
    }

    /// The findings that were asked for.
    private Findings only(Findings findings, Database database) throws CliException {
        Set<String> known =
                database.schemas().stream().map(Schema::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(schemas);
        missing.removeAll(known);
        if (!missing.isEmpty()) {
            throw new CliException(
                    "There is no schema " + String.join(", ", missing) + ".",
                    "There are " + String.join(", ", known) + ".");
        }
        return new Findings(
                findings.open().stream().filter(this::isAsked).toList(),
                findings.silenced().stream()
                        .filter(found -> isAsked(found.breach()))
                        .toList());
    }

    private boolean isAsked(Breach breach) {
        return (schemas.isEmpty() || schemas.contains(breach.schema()))
                && (rules.isEmpty() || rules.contains(breach.rule().id()));
    }

    private Switches switches() throws CliException {
        if (settings == null) {
            if (connection != null) {
                throw new CliException("--connection needs --settings.", "Give the file that says something of it.");
            }
            return Switches.NONE;
        }
        ConventionSettings read;
        try {
            read = ConventionSettings.parse(Source.file(settings));
        } catch (IllegalArgumentException broken) {
            throw new CliException(
                    "The settings " + settings + " cannot be understood: " + broken.getMessage(),
                    "--help shows what they look like.");
        }
        checkRules(Stream.concat(Stream.of(read.everywhere()), read.connections().values().stream())
                .flatMap(Lint::named)
                .toList());
        if (connection != null && !read.connections().containsKey(connection)) {
            throw new CliException(
                    "The settings say nothing of the connection " + connection + ".",
                    "They speak of "
                            + String.join(", ", new TreeSet<>(read.connections().keySet())) + ".");
        }
        return connection == null ? read.everywhere() : read.of(connection);
    }

    /// The rules that settings name.
    private static Stream<String> named(Switches switches) {
        return Stream.of(
                        switches.rules().keySet().stream(),
                        switches.schemas().values().stream().flatMap(rules -> rules.keySet().stream()),
                        switches.silenced().stream().map(Switches.Silence::rule))
                .flatMap(rules -> rules);
    }

    private static void checkRules(List<String> ids) throws CliException {
        Set<String> unknown = new TreeSet<>(ids);
        unknown.removeIf(id -> Conventions.rule(id).isPresent());
        if (!unknown.isEmpty()) {
            throw new CliException(
                    "There is no rule " + String.join(", ", unknown) + ".",
                    "There are "
                            + Conventions.ALL.stream()
                                    .map(Convention::id)
                                    .sorted()
                                    .collect(Collectors.joining(", ")) + ".");
        }
    }

    private ServiceRegistry registry() throws CliException {
        if (services == null) {
            return ServiceRegistry.MANA;
        }
        try {
            return Json.MAPPER.readValue(Source.file(services), ServiceRegistry.class);
        } catch (JacksonException broken) {
            throw new CliException(
                    "The services " + services + " cannot be understood: " + broken.getOriginalMessage(),
                    "They look like {\"services\": [{\"name\": \"mana-auth\", \"schemas\": [\"auth\"]}]}.");
        }
    }
}
