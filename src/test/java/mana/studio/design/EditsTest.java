package mana.studio.design;

import static mana.studio.design.Databases.column;
import static mana.studio.design.Databases.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.plan.Planner;
import mana.studio.plan.Statement;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Index;
import mana.studio.schema.Table;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final Database SHOP = Databases.read(Databases.SHOP);
    private static final Table USERS = table(SHOP, "auth", "users");
    private static final Column EMAIL = column(SHOP, "auth", "users", "email");

    @Test
    void renamesAColumnWithAllThatNamesIt() {
        Table users = table(Edits.renameColumn(SHOP, USERS.id(), EMAIL.id(), "mail"), "auth", "users");
        assertThat(users.column("mail"))
                .isPresent()
                .get()
                .satisfies(column -> assertThat(column.id().same(EMAIL.id())).isTrue());
        assertThat(users.column("lower_email").orElseThrow().generated())
                .isEqualTo(new Column.Generated("lower(mail)", true));
        assertThat(users.constraints().stream().flatMap(one -> one.columns().stream()))
                .contains("mail");
        assertThat(users.constraints().stream()
                        .filter(Constraint.Check.class::isInstance)
                        .map(one -> ((Constraint.Check) one).expression()))
                .containsExactly("(mail ~~ '%@%'::text)");
        assertThat(users.indexes().stream().map(Index::predicate)).containsExactly("(mail IS NOT NULL)");
    }

    @Test
    void takesAHalfTypedNameAloneAndFindsTheOthersAgain() {
        Database half = Edits.renameColumn(SHOP, USERS.id(), EMAIL.id(), "");
        assertThat(Edits.column(table(half, "auth", "users"), EMAIL.id())
                        .orElseThrow()
                        .name())
                .isEmpty();
        assertThat(Edits.renameColumn(half, USERS.id(), EMAIL.id(), "mail"))
                .isEqualTo(Edits.renameColumn(SHOP, USERS.id(), EMAIL.id(), "mail"));
        Database unnamed = Edits.rename(SHOP, USERS.id(), "");
        assertThat(Edits.rename(unnamed, USERS.id(), "people")).isEqualTo(Edits.rename(SHOP, USERS.id(), "people"));
    }

    @Test
    void leavesTheOthersAloneWhereTwoAreCalledTheSame() {
        Database half = Edits.renameColumn(SHOP, USERS.id(), EMAIL.id(), "name");
        Table users = table(half, "auth", "users");
        assertThat(users.columns())
                .extracting(Column::name)
                .containsExactly("id", "name", "name", "role", "lower_email");
        assertThat(users.indexes().getFirst().predicate()).isEqualTo("(email IS NOT NULL)");
    }

    @Test
    void leavesNothingBehindWhenANameIsTypedThroughAKeyword() {
        Design design = Design.of(SHOP);
        Column name = column(SHOP, "auth", "users", "email");
        for (String typed : List.of("", "n", "name", "o", "or", "ord", "order", "order_", "order_mail")) {
            design = design.edit(Edit.typing(
                    "Rename column", "name", database -> Edits.renameColumn(database, USERS.id(), name.id(), typed)));
        }
        assertThat(design.database()).isEqualTo(Edits.renameColumn(SHOP, USERS.id(), name.id(), "order_mail"));
        assertThat(design.undo().isEmpty()).isTrue();
    }

    @Test
    void plansARenameAndNothingElse() {
        assertThat(sql(Edits.rename(SHOP, USERS.id(), "people")))
                .containsExactly("ALTER TABLE auth.users RENAME TO people");
        assertThat(sql(Edits.rename(SHOP, SHOP.schema("auth").orElseThrow().id(), "identity")))
                .containsExactly("ALTER SCHEMA auth RENAME TO identity");
        assertThat(sql(Edits.move(SHOP, table(SHOP, "shop", "orders").id(), "auth")))
                .containsExactly("ALTER TABLE shop.orders SET SCHEMA auth");
        assertThat(sql(Edits.renamePart(
                        SHOP, USERS.id(), USERS.indexes().getFirst().id(), "by_mail")))
                .containsExactly("ALTER INDEX auth.idx_users_email RENAME TO by_mail");
        assertThat(sql(Edits.renameColumn(
                        SHOP, USERS.id(), USERS.columns().getFirst().id(), "key")))
                .containsExactly("ALTER TABLE auth.users RENAME COLUMN id TO key");
    }

    @Test
    void namesWhatGoesAlongWithAColumn() {
        Edits.Dropped dropped = Edits.dropColumn(SHOP, USERS.id(), EMAIL.id());
        assertThat(dropped.along())
                .containsExactlyInAnyOrder(
                        "column lower_email of auth.users",
                        "unique constraint users_email_key of auth.users",
                        "check users_email_check of auth.users",
                        "index idx_users_email of auth.users");
        assertThat(table(dropped.database(), "auth", "users").columns())
                .extracting(Column::name)
                .containsExactly("id", "name", "role");
    }

    @Test
    void dropsWhatLeansOnAnObject() {
        assertThat(Edits.drop(SHOP, USERS.id()).along())
                .containsExactlyInAnyOrder("view auth.names", "foreign key orders_user_id_fkey of shop.orders");
        EnumType role = SHOP.schema("auth").orElseThrow().enums().getFirst();
        assertThat(Edits.drop(SHOP, role.id()).along())
                .contains("column role of auth.users")
                .doesNotContain("default of column role of auth.users");
        assertThat(Edits.drop(SHOP, table(SHOP, "shop", "orders").id()).along())
                .containsExactly("sequence shop.orders_id_seq");
        assertThat(Edits.drop(SHOP, SHOP.schema("auth").orElseThrow().id())
                        .database()
                        .schemas())
                .extracting(schema -> schema.name())
                .containsExactly("public", "shop");
    }

    @Test
    void renamesAValueOfAnEnum() {
        EnumType role = SHOP.schema("auth").orElseThrow().enums().getFirst();
        Sketch sketch = new Sketch(SHOP, List.of());
        for (String typed : List.of("", "member", "visitor")) {
            sketch = Edits.renameLabel(sketch, SHOP, role.id(), 0, typed);
        }
        assertThat(Planner.planDesign(SHOP, sketch.database(), sketch.labels()).statements())
                .extracting(Statement::sql)
                .containsExactly("ALTER TYPE auth.role RENAME VALUE 'guest' TO 'visitor'");
        Sketch back = Edits.renameLabel(sketch, SHOP, role.id(), 0, "guest");
        assertThat(back).isEqualTo(new Sketch(SHOP, List.of()));
    }

    @Test
    void addsAndMovesThingsInOrder() {
        Table copy = USERS.withName(new mana.studio.schema.QualifiedName("shop", "aaa"));
        Table fresh = new Table(
                Identity.fresh(),
                copy.name(),
                copy.owner(),
                null,
                copy.privileges(),
                copy.persistence(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                copy.rowSecurity(),
                copy.accessMethod(),
                List.of(),
                null,
                copy.replicaIdentity());
        Database more = Edits.add(SHOP, fresh);
        assertThat(more.schema("shop").orElseThrow().tables())
                .extracting(table -> table.name().name())
                .containsExactly("aaa", "orders");
        assertThat(Edits.move(more, fresh.id(), "auth")
                        .schema("auth")
                        .orElseThrow()
                        .tables())
                .extracting(table -> table.name().name())
                .containsExactly("aaa", "users");
        assertThat(Edits.drop(more, fresh.id()).database()).isEqualTo(SHOP);
        assertThat(Edits.rename(SHOP, Identity.fresh(), "nobody")).isSameAs(SHOP);
    }

    private static Stream<String> sql(Database design) {
        return Planner.planDesign(SHOP, design).statements().stream()
                .map(Statement::sql)
                // From 18 on NOT NULL has a name, which stays what it was; the design says so too.
                .filter(sql -> !sql.contains("_not_null"));
    }
}
