package mana.studio.drizzle.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.scratch.Scratch;
import mana.studio.scratch.ScratchException;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Real databases as TypeScript: the real drizzle-kit reads what was declared, and the compiler has nothing to say.
class DatabaseCodeTest {
    private static final Path DUMPS =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/dumps");
    private static final Pattern FOR_PSQL = Pattern.compile("(?m)^\\\\.*$");

    @Test
    void saysDatabasesAsTheyAre() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DUMPS), DUMPS + " is not here");
        Compiled kit = new Compiled();
        List<String> names = new ArrayList<>();
        List<DrizzleSchema> schemas = new ArrayList<>();
        for (Path dump : dumps()) {
            try {
                String script = FOR_PSQL.matcher(Files.readString(dump)).replaceAll("");
                DrizzleSchema schema = TypeScript.declared(Scratch.read(script, new Cancellation()))
                        .schema();
                kit.add(TypeScript.write(schema, Options.DEFAULT.withRelations(true)), "schema.ts", Casing.NAMED);
                schemas.add(schema);
                names.add(dump.getFileName().toString());
            } catch (ScratchException refused) {
                System.out.println(dump.getFileName() + " is not loaded: " + refused.getMessage());
            }
        }
        List<String> snapshots = kit.run();
        SoftAssertions all = new SoftAssertions();
        for (int position = 0; position < names.size(); position++) {
            all.assertThat(Compiled.unordered(Compiled.read(snapshots.get(position))))
                    .as(names.get(position))
                    .isEqualTo(Compiled.unordered(schemas.get(position)));
        }
        all.assertAll();
        assertThat(kit.typed()).isEmpty();
        System.out.println(names.size() + " databases");
    }

    private static List<Path> dumps() throws IOException {
        if (!Boolean.getBoolean("mana.everything")) {
            return List.of(DUMPS.resolve("mana_platform.sql"));
        }
        try (Stream<Path> files = Files.list(DUMPS)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }
}
