package mana.studio.design;

import static mana.studio.design.Databases.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.schema.Column;
import mana.studio.schema.Constraint;
import mana.studio.schema.DataType;
import mana.studio.schema.DataType.Family;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Table;
import org.junit.jupiter.api.Test;

class PendingChangesTest {
    private static final Database SHOP = Databases.read(Databases.SHOP);
    private static final Table USERS = table(SHOP, "auth", "users");
    private static final Table ORDERS = table(SHOP, "shop", "orders");

    @Test
    void saysWhatChangesInWords() {
        Column name = USERS.column("name").orElseThrow();
        assertThat(words(db -> Edits.changeColumn(
                        db,
                        USERS.id(),
                        name.id(),
                        one -> one.withType(new DataType("character varying(200)", Family.TEXT, null))
                                .withDefaultExpression("''"))))
                .containsExactly("changed column name: type text → character varying(200); default none → ''");
        assertThat(words(db -> Edits.changeConstraint(
                        db,
                        ORDERS.id(),
                        ORDERS.foreignKeys().getFirst().id(),
                        one -> ((Constraint.ForeignKey) one).withOnDelete(Constraint.Action.CASCADE))))
                .containsExactly("changed foreign key orders_user_id_fkey: on delete no action → cascade");
    }

    @Test
    void saysARenameOnceWhateverGoesAlong() {
        assertThat(words(db -> Edits.renameColumn(
                        db, USERS.id(), USERS.columns().getFirst().id(), "key")))
                .containsExactly("renamed column key: name id → key");
        assertThat(words(db -> Edits.rename(db, USERS.id(), "people")))
                .containsExactly("renamed table auth.people: name users → people");
        assertThat(words(
                        db -> Edits.rename(db, SHOP.schema("auth").orElseThrow().id(), "identity")))
                .containsExactly("renamed schema identity: name auth → identity");
        assertThat(words(db -> Edits.move(db, ORDERS.id(), "auth")))
                .contains("changed table auth.orders: schema shop → auth");
    }

    @Test
    void countsChangesAndWhatTheyAreIn() {
        Sketch sketch = sketch(db -> {
            Database more = Edits.changeTable(db, USERS.id(), one -> one.withComment("People"));
            more = Edits.dropColumn(more, ORDERS.id(), ORDERS.columns().get(2).id())
                    .database();
            return Edits.changeColumn(more, USERS.id(), USERS.columns().get(2).id(), one -> one.withComment("Called"));
        });
        assertThat(PendingChanges.count(PendingChanges.of(SHOP, sketch), SHOP, sketch.database()))
                .isEqualTo("3 changes in 2 tables");
        assertThat(PendingChanges.count(List.of(), SHOP, SHOP)).isEmpty();
    }

    @Test
    void namesTheValuesOfAnEnum() {
        EnumType role = SHOP.schema("auth").orElseThrow().enums().getFirst();
        Sketch sketch = Edits.renameLabel(new Sketch(SHOP, List.of()), SHOP, role.id(), 0, "visitor")
                .with(db -> Edits.change(
                        db, role.id(), EnumType.class, one -> one.withLabels(List.of("visitor", "admin", "owner"))));
        assertThat(PendingChanges.of(SHOP, sketch))
                .singleElement()
                .extracting(PendingChange::differences)
                .isEqualTo(List.of("value guest → visitor", "value owner added", "value member removed"));
        assertThat(reverted(sketch)).isEqualTo(new Sketch(SHOP, List.of()));
    }

    @Test
    void takesEachChangeBackByItself() {
        List<UnaryOperator<Database>> edits = List.of(
                db -> Edits.renameColumn(
                        db, USERS.id(), USERS.columns().getFirst().id(), "key"),
                db -> Edits.rename(db, USERS.id(), "people"),
                db -> Edits.move(db, ORDERS.id(), "auth"),
                db -> Edits.rename(db, SHOP.schema("auth").orElseThrow().id(), "identity"),
                db -> Edits.drop(db, table(SHOP, "shop", "orders").id()).database(),
                db -> Edits.drop(db, USERS.id()).database(),
                db -> Edits.dropColumn(db, USERS.id(), USERS.columns().get(1).id())
                        .database(),
                db -> Edits.changeTable(db, USERS.id(), one -> one.withComment("People")),
                db -> Edits.changeTable(
                        db, USERS.id(), one -> one.withColumns(one.columns().reversed())),
                db -> Edits.drop(db, SHOP.schema("auth").orElseThrow().id()).database());
        for (UnaryOperator<Database> edit : edits) {
            Sketch sketch = sketch(edit);
            assertThat(PendingChanges.of(SHOP, sketch)).isNotEmpty();
            assertThat(PendingChanges.of(SHOP, reverted(sketch)))
                    .extracting(PendingChange::words)
                    .isEmpty();
        }
    }

    @Test
    void leavesTheOthersWhenOneIsTakenBack() {
        Sketch sketch = sketch(db -> {
            Database more = Edits.rename(db, USERS.id(), "people");
            return Edits.dropColumn(more, USERS.id(), USERS.columns().get(1).id())
                    .database();
        });
        PendingChange key = PendingChanges.of(SHOP, sketch).stream()
                .filter(change -> change.name().equals("users_email_key"))
                .findFirst()
                .orElseThrow();
        Revert.Reverted reverted = Revert.of(SHOP, sketch, key);
        assertThat(reverted.along()).containsExactly("column email comes back");
        assertThat(PendingChanges.of(SHOP, reverted.sketch()))
                .extracting(PendingChange::words)
                .contains("table auth.people: name users → people", "column lower_email")
                .doesNotContain("column email", "unique constraint users_email_key");
    }

    /// Every change taken back, one after the other; what has to wait for another comes later.
    private static Sketch reverted(Sketch sketch) {
        Sketch left = sketch;
        for (int round = 0; round < 5; round++) {
            for (PendingChange change : PendingChanges.of(SHOP, left)) {
                if (PendingChanges.of(SHOP, left).stream().anyMatch(change::samePlace)) {
                    left = Revert.of(SHOP, left, change).sketch();
                }
            }
        }
        return left;
    }

    private static Sketch sketch(UnaryOperator<Database> change) {
        return new Sketch(change.apply(SHOP), List.of());
    }

    private static List<String> words(UnaryOperator<Database> change) {
        return PendingChanges.of(SHOP, sketch(change)).stream()
                .map(one -> one.kind().word() + " " + one.words())
                .toList();
    }
}
