package mana.studio.drizzle.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mana.studio.drizzle.project.DrizzleConfig.Unread;
import org.junit.jupiter.api.Test;

/// Configurations as people write them.
class SettingReaderTest {
    private static DrizzleConfig read(String text) {
        return ConfigReader.read(Path.of("/p/drizzle.config.ts"), text, Map.of());
    }

    @Test
    void readsTheUsualForm() {
        DrizzleConfig config = read("""
            import { defineConfig } from 'drizzle-kit';
            // schemaFilter: ['not this'],
            export default defineConfig({
              dialect: 'postgresql',
              schema: ["./src/a.ts", './src/b/*.ts'],
              out: `./drizzle`,
              schemaFilter: ['auth', 'spaces'],
              tablesFilter: ["!tmp_*"],
              casing: 'snake_case',
              migrations: { table: '__m', schema: 'own', prefix: 'timestamp' },
              dbCredentials: { url: process.env.DATABASE_URL!, ssl: false },
              verbose: true,
            });
            """);
        assertThat(config.schema()).containsExactly("./src/a.ts", "./src/b/*.ts");
        assertThat(config.schemaFilter()).containsExactly("auth", "spaces");
        assertThat(config.tablesFilter()).containsExactly("!tmp_*");
        assertThat(config.table()).isEqualTo(new MigrationsTable("own", "__m"));
        assertThat(config.prefix()).isEqualTo("timestamp");
        assertThat(config.casing()).isEqualTo("snake_case");
        assertThat(config.environment()).containsExactly("DATABASE_URL");
        assertThat(config.unread()).isEmpty();
    }

    @Test
    void followsConstantsAndSpreads() {
        DrizzleConfig config = read("""
            const OUT = './migrations'
            const base: Partial<Config> = { dialect: 'postgresql', schemaFilter: ['x'] }
            const config = {
              ...base,
              out: OUT,
              schema: './s.ts' as const,
            } satisfies Config
            export default config
            """);
        assertThat(config.out()).isEqualTo("./migrations");
        assertThat(config.schemaFilter()).containsExactly("x");
        assertThat(config.schema()).containsExactly("./s.ts");
        assertThat(config.unread()).isEmpty();
    }

    @Test
    void readsJsonAndCommonModules() {
        assertThat(read("{\"out\": \"./m\", \"schema\": \"./s.ts\", \"dialect\": \"postgresql\"}")
                        .out())
                .isEqualTo("./m");
        assertThat(read("module.exports = { out: './c', dialect: 'postgresql' }")
                        .out())
                .isEqualTo("./c");
    }

    @Test
    void saysWhatItCannotRead() {
        String text = """
            export default defineConfig({
              dialect: 'postgresql',
              out: path.join(root, 'drizzle'),
              schema: glob.sync('x'),
              schemaFilter: process.env.SCHEMA ? [process.env.SCHEMA] : ['auth'],
              migrations: { table: process.env.TABLE ?? '__own' },
            });
            """;
        DrizzleConfig config = read(text);
        assertThat(config.unread())
                .containsExactly(
                        new Unread("schema", "glob.sync('x')"),
                        new Unread("out", "path.join(root, 'drizzle')"),
                        new Unread("schemaFilter", "process.env.SCHEMA ? [process.env.SCHEMA] : ['auth']"));
        assertThat(config.table().table()).isEqualTo("__own");
        DrizzleConfig answered = ConfigReader.read(
                Path.of("/p/drizzle.config.ts"),
                text,
                Map.of("out", "./drizzle", "schema", "a.ts, b.ts", "schemaFilter", "auth"));
        assertThat(answered.unread()).isEmpty();
        assertThat(answered.out()).isEqualTo("./drizzle");
        assertThat(answered.schema()).isEqualTo(List.of("a.ts", "b.ts"));
    }

    @Test
    void readsAnythingToItsEnd() {
        for (String text :
                List.of("", "export default", "defineConfig({", "defineConfig({ a: [1, { b: `${", "/x'y/", "'")) {
            assertThat(read(text).out()).as(text).isEqualTo("./drizzle");
        }
    }
}
