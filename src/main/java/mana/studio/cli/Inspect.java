package mana.studio.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import mana.studio.catalog.CatalogJson;
import mana.studio.catalog.Snapshot;
import mana.studio.schema.Database;
import mana.studio.schema.Schema;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;

/// Reads a database's catalog and prints it.
@Command(
        name = "inspect",
        description = "Prints what is in a database: a summary, or with --json the whole model.",
        mixinStandardHelpOptions = true)
final class Inspect implements Callable<Integer> {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "postgres://user@host:port/database; without it the variable DATABASE_URL is read")
    private @Nullable String url;

    @Option(names = "--schemas", paramLabel = "a,b", split = ",", description = "only these schemas")
    private List<String> schemas = List.of();

    @Option(names = "--json", description = "the whole model as JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Snapshot snapshot = only(Live.read(Live.given(url), "inspect", err));
        if (json) {
            CatalogJson.mapper()
                    .rebuild()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build()
                    .writeValue(out, snapshot);
            out.println();
        } else {
            out.print(Summary.of(snapshot));
        }
        return 0;
    }

    /// The snapshot without the schemas nobody asked for.
    private Snapshot only(Snapshot snapshot) throws CliException {
        if (schemas.isEmpty()) {
            return snapshot;
        }
        Database database = snapshot.database();
        Set<String> names = database.schemas().stream().map(Schema::name).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>(schemas);
        missing.removeAll(names);
        if (!missing.isEmpty()) {
            throw new CliException(
                    "There is no schema " + String.join(", ", missing) + " in " + database.name() + ".",
                    "It has " + String.join(", ", new TreeSet<>(names)) + ".");
        }
        Database smaller = new Database(
                database.name(),
                database.version(),
                database.owner(),
                database.comment(),
                database.schemas().stream()
                        .filter(schema -> schemas.contains(schema.name()))
                        .toList(),
                database.extensions(),
                database.others().stream()
                        .filter(other -> other.schema() == null || schemas.contains(other.schema()))
                        .toList(),
                database.dependencies().stream()
                        .filter(dependency ->
                                schemas.contains(
                                        dependency.dependent().object().name().schema()))
                        .toList());
        return new Snapshot(
                smaller,
                snapshot.sizes().entrySet().stream()
                        .filter(entry -> schemas.contains(entry.getKey().schema()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                snapshot.readAt());
    }
}
