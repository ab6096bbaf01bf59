package mana.studio.plan.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where pairs of schemas come from.
final class DiffCases {
    /// The pairs that other tools test themselves with, where they lie beside the checkout.
    static final Path SHARED =
            Path.of(System.getProperty("mana.shared", "../shared")).resolve("data/diff-cases");

    private static final Pattern CREATE_ROLE = Pattern.compile("(?m)^-- roles? (.+)$");

    private DiffCases() {}

    static boolean areThere() {
        return Files.isRegularFile(SHARED.resolve("index.json"));
    }

    static List<DiffCase> shared() {
        JsonNode index = JsonMapper.shared().readTree(read(SHARED.resolve("index.json")));
        return StreamSupport.stream(index.spliterator(), false)
                .map(DiffCases::shared)
                .toList();
    }

    private static DiffCase shared(JsonNode entry) {
        Path folder = SHARED.resolve(entry.get("id").asString());
        JsonNode roles = entry.path("roles");
        return new DiffCase(
                entry.get("id").asString(),
                entry.get("scope").asString(),
                StreamSupport.stream(roles.spliterator(), false)
                        .map(JsonNode::asString)
                        .toList(),
                read(folder.resolve("a.sql")),
                read(folder.resolve("b.sql")));
    }

    /// The pairs of this repository; their roles stand in a comment: `-- roles reader, writer`.
    static List<DiffCase> own() {
        URL cases = Objects.requireNonNull(DiffCases.class.getResource("/mana/studio/plan/cases"));
        try (Stream<Path> folders = Files.list(Path.of(cases.toURI()))) {
            return folders.sorted().map(DiffCases::own).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static DiffCase own(Path folder) {
        String a = read(folder.resolve("a.sql"));
        String b = read(folder.resolve("b.sql"));
        List<String> roles = CREATE_ROLE
                .matcher(a + "\n" + b)
                .results()
                .map((MatchResult found) -> found.group(1).split(",\\s*"))
                .flatMap(Stream::of)
                .distinct()
                .toList();
        return new DiffCase("own/" + folder.getFileName(), "own", roles, a, b);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
