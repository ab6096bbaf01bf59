package mana.studio.design;

import static mana.studio.design.Databases.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.Constraint.ForeignKey;
import mana.studio.schema.Constraint.PrimaryKey;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.schema.SequenceOptions;
import mana.studio.schema.Table;
import org.junit.jupiter.api.Test;

class ValidationTest {
    private static final Database SHOP = Databases.read(Databases.SHOP);
    private static final Table USERS = table(SHOP, "auth", "users");
    private static final Table ORDERS = table(SHOP, "shop", "orders");

    @Test
    void findsNothingInWhatAServerAccepts() {
        assertThat(Validation.of(SHOP, new Sketch(SHOP, List.of()))).isEmpty();
        assertThat(found(db -> Edits.rename(db, USERS.id(), "people"))).isEmpty();
    }

    @Test
    void wantsNames() {
        assertThat(found(db -> renamed(db, ""))).containsExactly("ERROR NAME: A column needs a name.");
        assertThat(found(db -> renamed(db, "email")))
                .containsExactly("ERROR NAME: Another column of the table is called email already.");
        assertThat(found(db -> renamed(db, "order")))
                .containsExactly("WARNING NAME: “order” is a word of SQL: it must be quoted wherever it is written.");
        assertThat(found(db -> renamed(db, "Full Name")))
                .containsExactly("WARNING NAME: Such a name must be quoted wherever it is written: \"Full Name\"");
        assertThat(found(db -> renamed(db, "ctid")))
                .containsExactly("ERROR NAME: “ctid” is a column that every table has by itself.");
        assertThat(found(db -> renamed(db, "ä".repeat(40))))
                .containsExactly("WARNING NAME: The name has 80 bytes; the server cuts it to 63: " + "ä".repeat(31));
    }

    @Test
    void knowsWhatSharesNames() {
        assertThat(found(db -> Edits.rename(db, ORDERS.id(), "orders_id_seq")))
                .containsExactly("ERROR NAME: Another sequence is called orders_id_seq already.");
        assertThat(found(db -> Edits.rename(db, USERS.id(), "role")))
                .containsExactly("ERROR NAME: Another enum is called role already.");
        assertThat(found(db -> Edits.renamePart(
                        db, USERS.id(), USERS.indexes().getFirst().id(), "users_pkey")))
                .containsExactly("ERROR NAME: The primary key of auth.users is called users_pkey already.");
        assertThat(found(
                        db -> Edits.rename(db, SHOP.schema("shop").orElseThrow().id(), "auth")))
                .contains("ERROR NAME: Another schema is called auth already.");
        assertThat(found(
                        db -> Edits.rename(db, SHOP.schema("shop").orElseThrow().id(), "pg_shop")))
                .contains("ERROR NAME: Schemas that begin with pg_ are the system's.");
    }

    @Test
    void readsTypes() {
        assertThat(found(db -> name(db, one -> one.withType(new DataType("txt", Family.OTHER, null)))))
                .containsExactly("ERROR TYPE: There is no type txt. Do you mean text?");
        EnumType role = SHOP.schema("auth").orElseThrow().enums().getFirst();
        assertThat(found(db -> Edits.replace(db, role.withLabels(List.of("a", "a")))))
                .containsExactly("ERROR LABELS: The value “a” is there twice.");
    }

    @Test
    void knowsWhereValuesComeFrom() {
        Column.Generated generated = new Column.Generated("1", true);
        var identity = new Column.IdentityColumn(
                true,
                new QualifiedName("auth", "s"),
                new SequenceOptions("bigint", 1, 1, 1, Long.MAX_VALUE, 1, false),
                Privileges.DEFAULT);
        assertThat(found(db -> name(db, one -> one.withGenerated(generated).withDefaultExpression("1"))))
                .containsExactly("ERROR DEFAULT: A generated column has no default.");
        assertThat(found(db -> name(db, one -> one.withIdentity(identity).withDefaultExpression("1"))))
                .contains(
                        "ERROR DEFAULT: An identity column has no default: the sequence gives its value.",
                        "ERROR IDENTITY: An identity is a smallint, integer or bigint.");
        assertThat(found(db -> name(db, one -> one.withDefaultExpression(" "))))
                .containsExactly("ERROR DEFAULT: The default is empty.");
        assertThat(found(db -> Edits.changeColumn(
                        db,
                        ORDERS.id(),
                        ORDERS.columns().get(2).id(),
                        one -> one.withCollation(new QualifiedName("pg_catalog", "C")))))
                .containsExactly("ERROR COLLATION: numeric(12,2) has no collation.");
    }

    @Test
    void checksForeignKeys() {
        assertThat(keyed(key -> key.withReferencedTable(new QualifiedName("auth", "nobody"))))
                .containsExactly("ERROR REFERENCE: There is no table auth.nobody.");
        assertThat(keyed(key -> key.withReferencedColumns(List.of())))
                .containsExactly("ERROR REFERENCE: 1 column here, 0 columns there: they must be as many.");
        assertThat(keyed(key -> key.withReferencedColumns(List.of("nick"))))
                .containsExactly("ERROR REFERENCE: auth.users has no column nick.");
        assertThat(keyed(key -> key.withReferencedColumns(List.of("name"))))
                .containsExactly(
                        "ERROR REFERENCE: No primary key, unique constraint or unique index of auth.users is on just"
                                + " (name).",
                        "ERROR REFERENCE: user_id is uuid, and auth.users.name is text: they cannot be compared.");
        assertThat(keyed(key -> key.withColumns(List.of("who"))))
                .containsExactly("ERROR COLUMNS: There is no column who.");
        assertThat(keyed(key -> key.withOnDelete(Constraint.Action.SET_NULL)))
                .containsExactly("WARNING REFERENCE: SET NULL will fail: user_id is NOT NULL.");
    }

    @Test
    void wantsPeriodsForKeysWithoutOverlapsAndForNoOther() {
        Identity key = USERS.primaryKey().orElseThrow().id();
        assertThat(keyed(one -> one.withPeriod(true)))
                .containsExactly(
                        "ERROR OPTIONS: The last pair can be a period only where the key of auth.users is without"
                                + " overlaps.");
        assertThat(found(db -> Edits.changeConstraint(
                        db, USERS.id(), key, one -> ((PrimaryKey) one).withWithoutOverlaps(true))))
                .containsExactlyInAnyOrder(
                        "ERROR COLUMNS: A key without overlaps needs a column before the range.",
                        "ERROR OPTIONS: users_pkey of auth.users is without overlaps: the last pair must be a period.");
    }

    @Test
    void noticesWhatAForeignKeyElsewhereLoses() {
        Identity key = USERS.primaryKey().orElseThrow().id();
        assertThat(found(db -> Edits.changeTable(
                        db,
                        USERS.id(),
                        table -> table.withConstraints(table.constraints().stream()
                                .filter(one -> !one.id().same(key))
                                .toList()))))
                .containsExactly(
                        "ERROR REFERENCE: No primary key, unique constraint or unique index of auth.users is on"
                                + " just (id).");
    }

    @Test
    void checksKeysAndExpressions() {
        assertThat(found(db -> Edits.addConstraint(
                        db,
                        USERS.id(),
                        new Constraint.PrimaryKey(
                                Identity.fresh(),
                                "second",
                                null,
                                true,
                                List.of("name", "name", "x"),
                                Constraint.Deferrability.NOT_DEFERRABLE,
                                false,
                                Constraint.Backing.PLAIN))))
                .containsExactlyInAnyOrder(
                        "ERROR WHOLE: A table has one primary key; this would be another.",
                        "ERROR COLUMNS: The column name is there twice.",
                        "ERROR COLUMNS: There is no column x.");
        assertThat(found(db -> Edits.addConstraint(
                        db,
                        USERS.id(),
                        new Constraint.Check(Identity.fresh(), "sane", null, true, "", false, true, true))))
                .containsExactly("ERROR EXPRESSION: A check needs a condition.");
        assertThat(found(db -> Edits.changeTable(
                        db,
                        USERS.id(),
                        table -> table.withColumns(table.columns().reversed()))))
                .singleElement()
                .asString()
                .startsWith("WARNING COLUMNS: PostgreSQL keeps columns in the order in which they came");
    }

    private static Database renamed(Database db, String name) {
        return Edits.renameColumn(
                db, USERS.id(), USERS.column("name").orElseThrow().id(), name);
    }

    private static Database name(Database db, UnaryOperator<Column> change) {
        return Edits.changeColumn(
                db, USERS.id(), USERS.column("name").orElseThrow().id(), change);
    }

    private static List<String> keyed(UnaryOperator<ForeignKey> change) {
        ForeignKey key = ORDERS.foreignKeys().getFirst();
        return found(db -> Edits.changeConstraint(db, ORDERS.id(), key.id(), one -> change.apply((ForeignKey) one)));
    }

    private static List<String> found(UnaryOperator<Database> change) {
        return Validation.of(SHOP, new Sketch(change.apply(SHOP), List.of())).stream()
                .map(problem -> problem.severity() + " " + problem.spot().field() + ": " + problem.message())
                .toList();
    }
}
