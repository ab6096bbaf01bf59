package mana.studio.drizzle.typescript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import mana.studio.connection.Cancellation;
import mana.studio.drizzle.model.DrizzleIndex;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.snapshot.SchemaSql;
import mana.studio.drizzle.snapshot.ServiceScope;
import mana.studio.drizzle.snapshot.Snapshots;
import mana.studio.drizzle.snapshot.Translation;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.schema.Database;
import mana.studio.schema.QualifiedName;
import mana.studio.scratch.Scratch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The order and the operator class of what an index is over are never lost, neither behind an expression nor where
/// drizzle-kit forgets one of them behind the other.
class IndexOrderTest {
    private static final String BASE = """
        CREATE SCHEMA app;
        CREATE TABLE app.people (id int PRIMARY KEY, name text, "Family" text, born date);
        """;
    private static final String INDEXES = """
        CREATE INDEX i_call_desc ON app.people (lower(name) DESC);
        CREATE INDEX i_call_last ON app.people (lower(name) DESC NULLS LAST, born);
        CREATE INDEX i_call_op ON app.people (lower(name) text_pattern_ops);
        CREATE INDEX i_call_op_desc ON app.people (lower(name) text_pattern_ops DESC NULLS LAST);
        CREATE INDEX i_sum_first ON app.people ((name || "Family") NULLS FIRST);
        CREATE INDEX i_sum_op_desc ON app.people ((name || "Family") text_pattern_ops DESC);
        CREATE INDEX i_column_op_desc ON app.people ("Family" text_pattern_ops DESC);
        CREATE INDEX i_column_op_first ON app.people (name text_pattern_ops NULLS FIRST);
        CREATE INDEX i_column_op ON app.people (name text_pattern_ops);
        CREATE INDEX i_column_desc ON app.people (born DESC);
        """;

    private Database database;
    private DrizzleSchema schema;

    @BeforeEach
    void read() throws Exception {
        database = Scratch.read(BASE + INDEXES, new Cancellation());
        schema = Translation.of(database, ServiceScope.of(Set.of("app")), DrizzleSchema.EMPTY, null)
                .schema();
    }

    @Test
    void standsInTheSnapshot() throws Exception {
        assertThat(differences(Snapshots.toDatabase(schema, new Cancellation())))
                .isEmpty();
        assertThat(parts()).filteredOn(DrizzleIndex.Part::isExpression).hasSize(8);
    }

    @Test
    void standsInTheTypeScriptThatDrizzleKitCompiles() throws Exception {
        Compiled kit = new Compiled();
        kit.add(TypeScript.write(schema, Options.DEFAULT), "schema.ts", Options.Casing.NAMED);
        DrizzleSchema theirs = Compiled.read(kit.run().getFirst());
        assertThat(Compiled.unordered(theirs)).isEqualTo(Compiled.unordered(schema));
        assertThat(kit.typed()).isEmpty();
        // What drizzle-kit itself would print: behind an operator class nothing more.
        String sql = BASE
                + String.join(
                        "\n",
                        theirs.tables().getFirst().indexes().stream()
                                .map(index -> printed(index))
                                .toList());
        assertThat(differences(Scratch.read(sql, new Cancellation()))).isEmpty();
    }

    private static String printed(DrizzleIndex index) {
        List<DrizzleIndex.Part> forgetful = index.parts().stream()
                .map(part -> part.opclass() == null
                        ? part
                        : new DrizzleIndex.Part(part.expression(), part.isExpression(), true, false, part.opclass()))
                .toList();
        return SchemaSql.createIndex(
                new QualifiedName("app", "people"),
                new DrizzleIndex(
                        index.name(), forgetful, index.unique(), false, index.method(), index.with(), index.where()),
                false);
    }

    private List<DrizzleIndex.Part> parts() {
        return schema.tables().getFirst().indexes().stream()
                .flatMap(index -> index.parts().stream())
                .toList();
    }

    private List<String> differences(Database other) {
        return Planner.plan(other, database).statements().stream()
                .map(Statement::sql)
                .toList();
    }
}
