package mana.studio.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Database;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.Schema;
import mana.studio.schema.Table;
import mana.studio.testing.TableBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// From a row along its foreign keys, and back.
class ReferencesTest {
    private static final QualifiedName BOOKS = new QualifiedName("shop", "books");
    private static final ForeignKey EDITION = key("edition", List.of("isbn", "edition"), true);
    private static final ForeignKey PARTITION_COPY = key("edition_copy", List.of("isbn", "edition"), false);

    private static final Table PARENT = table(BOOKS, List.of("title", "number", "code"));
    private static final Table CHILD =
            table(new QualifiedName("shop", "orders"), List.of("id", "isbn", "edition"), EDITION);
    private static final Table COPY =
            table(new QualifiedName("shop", "orders_1"), List.of("id", "isbn", "edition"), PARTITION_COPY);
    private static final Database DATABASE = new Database(
            "test", 180000, "postgres", null, List.of(schema(PARENT, CHILD, COPY)), List.of(), List.of(),
            List.of());

    @Test
    void opensTheRowAForeignKeyPointsTo() {
        assertThat(References.parent(DATABASE, CHILD, EDITION, row("1", "978", "2")))
                .contains(where(PARENT, is("code", "978"), is("number", "2")));
    }

    @Test
    void opensTheRowsThatPointToARow() {
        List<References.Child> children = References.children(DATABASE, BOOKS);
        assertThat(children).containsExactly(new References.Child(CHILD, EDITION));
        assertThat(References.rows(children.getFirst(), PARENT, row("Title", "2", "978")))
                .contains(where(CHILD, is("isbn", "978"), is("edition", "2")));
    }

    @Test
    void leadsNowhereFromNull() {
        assertThat(References.parent(DATABASE, CHILD, EDITION, row("1", "978", null))).isEmpty();
        assertThat(References.rows(new References.Child(CHILD, EDITION), PARENT, row("Title", null, "978")))
                .isEmpty();
    }

    @Test
    void neverFollowsACutValue() {
        Row cut = new Row(List.of(Cell.of("1"), new Cell("978", 5_000, true), Cell.of("2")), List.of());
        assertThatThrownBy(() -> References.parent(DATABASE, CHILD, EDITION, cut))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Filter is(String column, String value) {
        return new Filter(column, Operator.EQUALS, List.of(value));
    }

    private static RowQuery where(Table table, Filter... filters) {
        return new RowQuery(table, List.of(filters), null, List.of(), SoftDeleted.SHOW);
    }

    private static Row row(@Nullable String... texts) {
        return new Row(
                Arrays.stream(texts).map(text -> text == null ? Cell.NULL : Cell.of(text)).toList(), List.of());
    }

    private static ForeignKey key(String name, List<String> columns, boolean local) {
        return new ForeignKey(
                Identity.fresh(), name, null, local, columns, BOOKS, List.of("code", "number"),
                Constraint.Action.NO_ACTION, Constraint.Action.NO_ACTION, List.of(), Constraint.Match.SIMPLE,
                Constraint.Deferrability.NOT_DEFERRABLE, true, true, false);
    }

    private static Table table(QualifiedName name, List<String> columns, ForeignKey... keys) {
        TableBuilder table = TableBuilder.table(name.schema(), name.name());
        columns.forEach(column -> table.column(column, "text"));
        List.of(keys).forEach(table::constraint);
        return table.build();
    }

    private static Schema schema(Table... tables) {
        return new Schema(
                Identity.fresh(), "shop", "postgres", null, Privileges.DEFAULT, Stream.of(tables).toList(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of());
    }
}
