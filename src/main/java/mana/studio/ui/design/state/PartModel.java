package mana.studio.ui.design.state;

import java.util.List;
import java.util.function.UnaryOperator;
import mana.studio.convention.Breach;
import mana.studio.design.Edit;
import mana.studio.design.Problem;
import mana.studio.design.Sketch;
import mana.studio.design.Spot;
import mana.studio.schema.Identity;
import mana.studio.schema.Table;
import org.jspecify.annotations.Nullable;

/// A part of the table, found by its identity, or the table itself.
public final class PartModel<P> {
    private final TableModel table;
    private final PartKind<P> kind;
    private final Identity id;

    public PartModel(TableModel table, PartKind<P> kind, Identity id) {
        this.table = table;
        this.kind = kind;
        this.id = id;
    }

    /// The table seen as a part of itself.
    public static PartModel<Table> of(TableModel table) {
        return new PartModel<>(table, PartKind.TABLE, table.id());
    }

    public TableModel table() {
        return table;
    }

    public PartKind<P> kind() {
        return kind;
    }

    public Identity id() {
        return id;
    }

    /// As the design has it; null where it has not.
    public @Nullable P now() {
        TableState state = table.state().get();
        return state == null ? null : find(state.table());
    }

    /// As the database has it; null for a new one.
    public @Nullable P base() {
        TableState state = table.state().get();
        return state == null ? null : find(state.base());
    }

    private @Nullable P find(@Nullable Table in) {
        return in == null ? null : kind.find(in, id).orElse(null);
    }

    public Mark mark() {
        return Mark.of(base(), now());
    }

    /// The name it has, or had.
    public String name() {
        P now = now();
        P base = base();
        return now != null ? kind.name().apply(now) : base != null ? kind.name().apply(base) : "";
    }

    public Spot spot(Spot.Field field) {
        return new Spot(table.id(), isTable() ? null : id, field);
    }

    private boolean isTable() {
        return id.same(table.id());
    }

    /// What is wrong at one of its fields.
    public List<Problem> problems(Spot.Field field) {
        Spot spot = spot(field);
        return problems().stream().filter(problem -> problem.spot().same(spot)).toList();
    }

    /// All that is wrong with it; of the table, what is wrong with no part of it.
    public List<Problem> problems() {
        TableState state = table.state().get();
        Spot whole = spot(Spot.Field.WHOLE);
        return state == null
                ? List.of()
                : state.problems().stream()
                        .filter(problem -> problem.spot().samePart(whole))
                        .toList();
    }

    /// Where it breaks the house rules; of the table, where no part of it does.
    public List<Breach> hints() {
        TableState state = table.state().get();
        Spot whole = spot(Spot.Field.WHOLE);
        return state == null
                ? List.of()
                : state.hints().stream()
                        .filter(hint -> hint.spot().samePart(whole))
                        .toList();
    }

    /// Mends what breaks a house rule.
    public void mend(Edit fix) {
        table.session().designing().edit(fix);
    }

    /// Changes it in one step of undo.
    public void edit(String label, UnaryOperator<P> change) {
        table.edit(label, whole -> kind.replace(whole, id, change));
    }

    /// What was typed so far means this change.
    public void type(Typing typing, String label, UnaryOperator<P> change) {
        typing.type(label, sketch -> changed(sketch, change));
    }

    /// The design with this part changed.
    public Sketch changed(Sketch sketch, UnaryOperator<P> change) {
        return sketch.with(database -> table.changed(database, whole -> kind.replace(whole, id, change)));
    }
}
