package mana.studio.drizzle.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleColumn.DefaultValue;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.Check;
import mana.studio.schema.QualifiedName;
import org.junit.jupiter.api.Test;

class SamenessTest {
    private static final DrizzleColumn ID = column("id", "integer", new DefaultValue.Number("1"));
    private static final DrizzleColumn NAME = column("name", "numeric(10, 2)", null);

    @Test
    void doesNotMindTheOrderOfWhatHasNames() {
        assertThat(Sameness.differences(schema(List.of(ID, NAME), "a > 0"), schema(List.of(NAME, ID), "a > 0")))
                .isEmpty();
    }

    @Test
    void saysWhatIsOtherwise() {
        DrizzleSchema before = schema(List.of(ID, NAME), "a > 0");
        DrizzleSchema after = schema(
                List.of(
                        column("id", "integer", new DefaultValue.Sql("1")),
                        column("name", "numeric(10,2)", null),
                        column("more", "text", null)),
                "a  > 0");
        assertThat(Sameness.differences(before, after))
                .containsExactly(
                        "column app.users.id: default was 1, is \"1\"",
                        "column app.users.name: type was \"numeric(10, 2)\", is \"numeric(10,2)\"",
                        "column app.users.more is new",
                        "check app.users.ck: value was \"a > 0\", is \"a  > 0\"");
        assertThat(Sameness.differences(after, DrizzleSchema.EMPTY))
                .containsExactly("schema app is gone", "enum app.mood is gone", "table app.users is gone");
    }

    private static DrizzleColumn column(String name, String type, DefaultValue value) {
        return new DrizzleColumn(name, type, null, false, true, value, null, null);
    }

    private static DrizzleSchema schema(List<DrizzleColumn> columns, String check) {
        DrizzleTable table = new DrizzleTable(
                new QualifiedName("app", "users"),
                columns,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new Check("ck", check)),
                List.of(),
                false);
        DrizzleEnum mood = new DrizzleEnum(new QualifiedName("app", "mood"), List.of("a"));
        return new DrizzleSchema(
                List.of("app"), List.of(mood), List.of(table), List.of(), List.of(), List.of(), List.of());
    }
}
