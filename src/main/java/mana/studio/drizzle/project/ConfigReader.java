package mana.studio.drizzle.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mana.studio.drizzle.project.DrizzleConfig.Unread;
import org.jspecify.annotations.Nullable;

/// Makes a configuration of what its file says, and of what a person answered where the file does not say it.
final class ConfigReader {
    private static final String DEFAULT_OUT = "./drizzle";

    private final Map<String, String> answers;
    private final List<Unread> unread = new ArrayList<>();

    private ConfigReader(Map<String, String> answers) {
        this.answers = answers;
    }

    /// @param answers by key, `migrations.table`: lists are parted by commas
    static DrizzleConfig read(Path file, String text, Map<String, String> answers) {
        return new ConfigReader(answers).config(file, new SettingReader(text).exported());
    }

    private DrizzleConfig config(Path file, Setting exported) {
        Map<String, Setting> fields = fields(exported);
        if (fields.isEmpty() && exported instanceof Setting.Unread(String source)) {
            unread.add(new Unread("out", source));
        }
        if (fields.containsKey("...") && !answers.containsKey("out") && !fields.containsKey("out")) {
            unread.add(new Unread("out", "..."));
        }
        Map<String, Setting> migrations = fields(fields.get("migrations"));
        return new DrizzleConfig(
                file,
                text("dialect", fields.get("dialect")),
                or(texts("schema", fields.get("schema")), List.of()),
                orText(text("out", fields.get("out")), DEFAULT_OUT),
                texts("schemaFilter", fields.get("schemaFilter")),
                or(texts("tablesFilter", fields.get("tablesFilter")), List.of()),
                new MigrationsTable(
                        orText(text("migrations.schema", migrations.get("schema")), MigrationsTable.DEFAULT.schema()),
                        orText(text("migrations.table", migrations.get("table")), MigrationsTable.DEFAULT.table())),
                orText(text("migrations.prefix", migrations.get("prefix")), "index"),
                !"false".equals(text("breakpoints", fields.get("breakpoints"))),
                text("casing", fields.get("casing")),
                variables(fields.get("dbCredentials")),
                unread);
    }

    private static Map<String, Setting> fields(@Nullable Setting setting) {
        return setting instanceof Setting.Fields(Map<String, Setting> all) ? all : Map.of();
    }

    private static String orText(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static List<String> or(@Nullable List<String> value, List<String> otherwise) {
        return value == null ? otherwise : value;
    }

    private @Nullable String text(String key, @Nullable Setting setting) {
        String answer = answers.get(key);
        if (answer != null) {
            return answer;
        }
        return switch (setting) {
            case null -> null;
            case Setting.Text(String value) -> value;
            case Setting.Word(String value) -> value;
            case Setting.Variable(String name, String otherwise) ->
                otherwise != null ? otherwise : unread(key, "process.env." + name);
            case Setting.Unread(String source) -> unread(key, source);
            case Setting.Items _ -> unread(key, "[…]");
            case Setting.Fields _ -> unread(key, "{…}");
        };
    }

    private @Nullable String unread(String key, String source) {
        unread.add(new Unread(key, source));
        return null;
    }

    private @Nullable List<String> texts(String key, @Nullable Setting setting) {
        String answer = answers.get(key);
        if (answer != null) {
            return List.of(answer.split("\\s*,\\s*"));
        }
        if (setting instanceof Setting.Items(List<Setting> all)) {
            List<String> values = new ArrayList<>();
            for (Setting each : all) {
                String value = text(key, each);
                if (value != null) {
                    values.add(value);
                }
            }
            return values;
        }
        String one = text(key, setting);
        return one == null ? null : List.of(one);
    }

    private static List<String> variables(@Nullable Setting credentials) {
        return fields(credentials).values().stream()
                .filter(Setting.Variable.class::isInstance)
                .map(each -> ((Setting.Variable) each).name())
                .distinct()
                .toList();
    }
}
