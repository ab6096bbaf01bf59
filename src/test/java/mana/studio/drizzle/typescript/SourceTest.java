package mana.studio.drizzle.typescript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mana.studio.drizzle.typescript.Options.Casing;
import mana.studio.drizzle.typescript.TableCode.ColumnCode;
import mana.studio.drizzle.typescript.TableCode.ExtraCode;
import mana.studio.schema.QualifiedName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reading schema files as far as it can be done surely.
class SourceTest {
    private static SchemaCode read(String... texts) throws UnreadableTypeScript {
        List<TypeScriptFile> files = new java.util.ArrayList<>();
        for (int number = 0; number < texts.length; number++) {
            files.add(new TypeScriptFile("file" + number + ".ts", texts[number]));
        }
        return SchemaCode.read(files, Casing.SNAKE_CASE);
    }

    @Test
    void takesNoBracketInATextForOne() throws Exception {
        String odd = """
            import { pgTable, text } from 'drizzle-orm/pg-core';
            const braces = /[)}\\]/]+/g; // } ) ]
            const half = 1 / 2, text2 = `a ${braces.test('`}') ? `)${'}'}` : '('} }`;
            /* export const ghost = pgTable('ghost', {}); */
            export const a = pgTable('a', {
              one: text('one' /* ) */).$type<{ a: Array<Record<string, '}'>> }>().notNull(), // }
              two: text(),
              "three-x": text("three"),
              ...timestamps,
            })
            export const b = pgTable("b", { x: text() })
            """;

        SchemaCode code = read(odd);

        assertThat(code.tables()).extracting(table -> table.name().toString()).containsExactly("public.a", "public.b");
        TableCode a = code.table(new QualifiedName("public", "a")).orElseThrow();
        assertThat(a.columns())
                .extracting(ColumnCode::property, ColumnCode::column, ColumnCode::named)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("one", "one", true),
                        org.assertj.core.api.Assertions.tuple("two", "two", false),
                        org.assertj.core.api.Assertions.tuple("three-x", "three", true));
        assertThat(a.columns().getFirst().known().segments())
                .extracting(Source.Segment::name)
                .containsExactly("text", "$type", "notNull");
    }

    @Test
    void findsSchemasAcrossFilesAndUnderOtherNames() throws Exception {
        SchemaCode code = read("""
            export const authSchema = pgSchema('auth');
            export const role = authSchema.enum('role', ['a', "b"]);
            """, """
            import { authSchema as auth } from './file0';
            export const users = auth.table('users', { id: uuid('id') }, (t) => ({
              byId: index('by_id').on(t.id),
              pk: primaryKey({ name: 'pk', columns: [t.id] }),
            }));
            """);

        assertThat(code.enumType(new QualifiedName("auth", "role"))).isPresent();
        TableCode users = code.table(new QualifiedName("auth", "users")).orElseThrow();
        assertThat(users.extras()).isNotNull();
        assertThat(users.extras().parameter()).isEqualTo("t");
        assertThat(users.extras().elements())
                .extracting(ExtraCode::kind, ExtraCode::name, ExtraCode::columns)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("index", "by_id", List.of("id")),
                        org.assertj.core.api.Assertions.tuple("primaryKey", "pk", List.of("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"const a = 'x\n';", "const a = `x", "/* never ends", "const a = `${`"})
    void saysWhatDoesNotEnd(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableTypeScript.class)
                .hasMessageContaining("file0.ts")
                .hasMessageContaining("line 1 does not end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ")",
                "}{",
                "export const",
                "export const a = pgTable(",
                "import",
                "import {",
                "a.",
                "<<<<<<< HEAD"
            })
    void isNotUpsetByWhatIsNoProgram(String text) throws Exception {
        assertThat(read(text).tables()).isEmpty();
    }
}
