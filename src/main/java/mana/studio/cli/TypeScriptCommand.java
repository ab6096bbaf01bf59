package mana.studio.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.Translated;
import mana.studio.drizzle.snapshot.Unmodelled;
import mana.studio.drizzle.typescript.Options;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.drizzle.typescript.Options.Layout;
import mana.studio.drizzle.typescript.TypeScript;
import mana.studio.drizzle.typescript.TypeScriptFile;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Prints a database, or a part of it, as Drizzle's TypeScript, or writes it into files.
@Command(
        name = "typescript",
        description = "Prints a database as Drizzle's TypeScript: all of it, a schema, or one table.",
        mixinStandardHelpOptions = true)
final class TypeScriptCommand implements Callable<Integer> {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "postgres://user@host:port/database; without it the variable DATABASE_URL is read")
    private @Nullable String url;

    @Option(names = "--schema", paramLabel = "NAME", description = "only this schema")
    private @Nullable String schema;

    @Option(names = "--table", paramLabel = "SCHEMA.NAME", description = "only this table, view, enum or sequence")
    private @Nullable String table;

    @Option(names = "--relations", description = "with relations from the foreign keys")
    private boolean relations;

    @Option(names = "--no-types", description = "without the types of rows")
    private boolean noTypes;

    @Option(names = "--snake-case", description = "without column names that casing: 'snake_case' makes anyway")
    private boolean snakeCase;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "writes a file per table into this folder instead; no file that is there is overwritten")
    private @Nullable Path out;

    @Option(names = "--json", description = "the files, and what Drizzle has no words for, as JSON")
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CliException {
        PrintWriter print = Objects.requireNonNull(spec).commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Translated translated = TypeScript.declared(
                Live.read(Live.given(url), "typescript", err).database());
        List<TypeScriptFile> files = files(translated.schema());
        Path folder = out;
        if (json) {
            print.println(Json.print(json(files, translated.unmodelled())));
        } else if (folder != null) {
            write(folder, files);
            files.forEach(file -> print.println(folder.resolve(file.name())));
        } else {
            files.forEach(file -> print.print(file.text()));
        }
        return 0;
    }

    private List<TypeScriptFile> files(DrizzleSchema all) throws CliException {
        Options options = Options.DEFAULT
                .withRelations(relations)
                .withTypes(!noTypes)
                .withCasing(snakeCase ? Casing.SNAKE_CASE : Casing.NAMED);
        String wantedTable = table;
        String wantedSchema = schema;
        if (wantedTable != null) {
            return found(
                    TypeScript.object(all, name(wantedTable), options), "table, view, enum or sequence " + wantedTable);
        }
        if (wantedSchema != null) {
            return found(TypeScript.schema(all, wantedSchema, options), "schema " + wantedSchema);
        }
        return TypeScript.write(all, out == null ? options : options.withLayout(Layout.FILE_PER_TABLE));
    }

    private static List<TypeScriptFile> found(Optional<TypeScriptFile> file, String what) throws CliException {
        return List.of(file.orElseThrow(() -> new CliException(
                "There is no " + what + " that Drizzle could declare.", "mana-studio inspect shows what there is.")));
    }

    private static QualifiedName name(String text) {
        int dot = text.indexOf('.');
        return dot < 0
                ? new QualifiedName("public", text)
                : new QualifiedName(text.substring(0, dot), text.substring(dot + 1));
    }

    private static void write(Path folder, List<TypeScriptFile> files) throws CliException {
        try {
            Files.createDirectories(folder);
            for (TypeScriptFile file : files) {
                if (Files.exists(folder.resolve(file.name()))) {
                    throw new CliException(
                            folder.resolve(file.name()) + " is there already; nothing was written.",
                            "Name an empty folder.");
                }
            }
            for (TypeScriptFile file : files) {
                Files.writeString(folder.resolve(file.name()), file.text(), StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException refused) {
            throw new CliException(
                    "The files could not be written: " + refused.getMessage() + ".", "See who may write there.");
        }
    }

    /// `files` (`name`, `text`), `unsaid` (`object`, `what`, `sentence`).
    private static ObjectNode json(List<TypeScriptFile> files, List<Unmodelled> unsaid) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        ArrayNode all = node.putArray("files");
        files.forEach(file -> all.addObject().put("name", file.name()).put("text", file.text()));
        ArrayNode others = node.putArray("unsaid");
        unsaid.forEach(each -> others.addObject()
                .put("object", each.object())
                .put("what", each.what())
                .put("sentence", each.sentence()));
        return node;
    }
}
