package mana.studio.design;

import static mana.studio.design.Databases.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.design.Conflict.Kind;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.schema.Column;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.Table;
import mana.studio.testing.Scripts;
import mana.studio.testing.TestServer;
import mana.studio.testing.TestServer.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RebaseTest {
    private static final DataType TEXT = new DataType("text", Family.TEXT, null);

    private TestDatabase database;
    private Database base;
    private Table users;

    @BeforeEach
    void read() {
        database = TestServer.freshDatabase();
        Scripts.run(database, Databases.SHOP);
        base = Databases.read(database);
        users = table(base, "auth", "users");
    }

    @Test
    void keepsWhatStillApplies() {
        Sketch mine = sketch(db -> comment(Edits.renameColumn(db, users.id(), id("name"), "full_name"), "People"));
        Rebase.Result result =
                after(mine, "ALTER TABLE auth.users ADD COLUMN age integer, ALTER COLUMN name SET NOT NULL;");
        assertThat(result.conflicts()).isEmpty();
        assertThat(table(result.sketch().database(), "auth", "users").columns())
                .extracting(Column::name)
                .containsExactly("id", "email", "full_name", "role", "lower_email", "age");
        assertThat(sql(result.sketch()))
                .contains(
                        "ALTER TABLE auth.users RENAME COLUMN name TO full_name",
                        "COMMENT ON TABLE auth.users IS 'People'")
                .noneMatch(sql -> sql.contains("age"))
                .noneMatch(sql -> sql.contains("DROP NOT NULL"));
    }

    @Test
    void followsRenamesOfBothSides() {
        Sketch mine = sketch(db -> Edits.addColumn(db, users.id(), column("nick", TEXT), 9));
        Rebase.Result result =
                after(mine, "ALTER TABLE auth.users RENAME TO people; ALTER TABLE auth.people RENAME email TO mail;");
        assertThat(result.conflicts()).isEmpty();
        assertThat(sql(result.sketch())).containsExactly("ALTER TABLE auth.people ADD COLUMN nick text");
    }

    @Test
    void asksWhereBothChangedTheSame() {
        Sketch mine = sketch(db -> comment(db, "Mine"));
        Rebase.Result result = after(mine, "COMMENT ON TABLE auth.users IS 'Theirs';");
        assertThat(result.conflicts())
                .extracting(Conflict::kind, Conflict::what, Conflict::mine, Conflict::theirs)
                .containsExactly(tuple(Kind.BOTH_CHANGED, "table auth.users: comment", "Mine", "Theirs"));
        assertThat(sql(result.sketch())).containsExactly("COMMENT ON TABLE auth.users IS 'Mine'");
        assertThat(taken(result)).isEqualTo(new Sketch(Databases.read(database), List.of()));
    }

    @Test
    void asksWhereBothRenamed() {
        Sketch mine = sketch(db -> Edits.renameColumn(db, users.id(), id("email"), "mail"));
        Rebase.Result result = after(mine, "ALTER TABLE auth.users RENAME email TO e_mail;");
        assertThat(result.conflicts())
                .extracting(Conflict::what, Conflict::mine, Conflict::theirs)
                .containsExactly(tuple("column email of auth.users: name", "mail", "e_mail"));
        assertThat(sql(result.sketch())).contains("ALTER TABLE auth.users RENAME COLUMN e_mail TO mail");
        assertThat(sql(taken(result))).isEmpty();
    }

    @Test
    void asksWhereWhatWasChangedIsGone() {
        Sketch mine = sketch(db -> Edits.changeColumn(db, users.id(), id("name"), one -> one.withComment("Called")));
        Rebase.Result result = after(mine, "DROP VIEW auth.names; ALTER TABLE auth.users DROP COLUMN name;");
        assertThat(result.conflicts())
                .extracting(Conflict::kind, Conflict::what)
                .containsExactly(tuple(Kind.DROPPED_THERE, "column name of auth.users"));
        assertThat(sql(result.sketch())).contains("ALTER TABLE auth.users ADD COLUMN name text");
        assertThat(sql(taken(result))).isEmpty();
    }

    @Test
    void asksWhereWhatWasDroppedChanged() {
        Sketch mine = sketch(db -> Edits.dropColumn(db, users.id(), id("name")).database());
        Rebase.Result result = after(mine, "COMMENT ON COLUMN auth.users.name IS 'Called';");
        assertThat(result.conflicts())
                .extracting(Conflict::kind, Conflict::what, Conflict::theirs)
                .containsExactly(
                        tuple(Kind.DROPPED_HERE, "column name of auth.users", "changed: comment none → Called"));
        assertThat(table(taken(result).database(), "auth", "users").column("name"))
                .isPresent();
    }

    @Test
    void asksWhereTheSameNameWasAddedOnBothSides() {
        Sketch mine = sketch(db -> Edits.addColumn(db, users.id(), column("age", TEXT), 9));
        Rebase.Result result = after(mine, "ALTER TABLE auth.users ADD COLUMN age integer;");
        assertThat(result.conflicts())
                .extracting(Conflict::kind, Conflict::what, Conflict::mine, Conflict::theirs)
                .containsExactly(
                        tuple(Kind.BOTH_ADDED, "column age of auth.users", "added: type text", "added: type integer"));
        assertThat(sql(taken(result))).isEmpty();
    }

    @Test
    void findsNothingLeftOfWhatWasApplied() {
        EnumType role = base.schema("auth").orElseThrow().enums().getFirst();
        Sketch mine = Edits.renameLabel(
                sketch(db -> {
                    Database more = Edits.addColumn(
                            db, users.id(), column("state", TEXT).withDefaultExpression("'new'"), 9);
                    more = Edits.rename(more, users.id(), "people");
                    return Edits.add(
                            more,
                            new EnumType(
                                    Identity.fresh(),
                                    new mana.studio.schema.QualifiedName("shop", "state"),
                                    "postgres",
                                    null,
                                    Privileges.DEFAULT,
                                    List.of("a", "b")));
                }),
                base,
                role.id(),
                0,
                "visitor");
        Scripts.run(
                database,
                Planner.planDesign(base, mine.database(), mine.labels()).sql());
        Database now = Databases.read(database);
        Rebase.Result result = Rebase.of(base, mine, now, true);
        assertThat(result.conflicts()).isEmpty();
        assertThat(result.sketch()).isEqualTo(new Sketch(now, List.of()));
    }

    @Test
    void keepsTheWholeHistory() {
        Design design = Design.of(base)
                .edit(Edit.of("Rename column name", db -> Edits.renameColumn(db, users.id(), id("name"), "full_name")))
                .edit(Edit.of("Comment", db -> comment(db, "People")));
        Scripts.run(database, "ALTER TABLE auth.users ADD COLUMN age integer;");
        Database now = Databases.read(database);
        Design rebased = design.rebased(
                now, Rebase.of(base, design.current(), now, false).sketch());
        Design undone = rebased.undo();
        assertThat(sql(now, undone.current())).contains("ALTER TABLE auth.users RENAME COLUMN name TO full_name");
        assertThat(undone.undo().isEmpty()).isTrue();
        assertThat(undone.undo().redo().redo().current()).isEqualTo(rebased.current());
    }

    private Sketch sketch(UnaryOperator<Database> change) {
        return new Sketch(change.apply(base), List.of());
    }

    private Identity id(String column) {
        return Databases.column(base, "auth", "users", column).id();
    }

    private Database comment(Database db, String comment) {
        return Edits.changeTable(db, users.id(), table -> table.withComment(comment));
    }

    private static Column column(String name, DataType type) {
        return Column.plain(name, type);
    }

    private Rebase.Result after(Sketch mine, String change) {
        Scripts.run(database, change);
        return Rebase.of(base, mine, Databases.read(database), false);
    }

    private Sketch taken(Rebase.Result result) {
        Sketch sketch = result.sketch();
        Database now = Databases.read(database);
        for (Conflict conflict : result.conflicts()) {
            sketch = conflict.takeTheirs(now).change().apply(sketch);
        }
        return sketch;
    }

    private List<String> sql(Sketch sketch) {
        return sql(Databases.read(database), sketch);
    }

    private static List<String> sql(Database from, Sketch sketch) {
        return Planner.planDesign(from, sketch.database(), sketch.labels()).statements().stream()
                .map(Statement::sql)
                .filter(sql -> !sql.contains("_not_null"))
                .toList();
    }
}
