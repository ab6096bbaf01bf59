package mana.studio.drizzle.typescript;

import java.util.Objects;
import java.util.Optional;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.drizzle.typescript.Source.Piece;
import mana.studio.drizzle.typescript.Source.Segment;
import mana.studio.drizzle.typescript.TableCode.ColumnCode;
import org.jspecify.annotations.Nullable;

/// Makes the code of a table say another table.
final class TablePatch {
    private final Patching patching;
    private final TableCode code;
    private final Source source;
    private final DrizzleTable before;
    private final DrizzleTable after;
    private final @Nullable ListPatch columns;
    private final ExtrasPatch extras;

    TablePatch(Patching patching, TableCode code, DrizzleTable before, DrizzleTable after) {
        this.patching = patching;
        this.code = code;
        this.source = code.source();
        this.before = before;
        this.after = after;
        this.columns = code.object() == null ? null : new ListPatch(source, code.object());
        this.extras = new ExtrasPatch(patching, code, before, after);
    }

    void apply() {
        if (columns == null) {
            patching.leave(
                    source,
                    code.constant().start(),
                    "change %s (its columns are no object that can be read here) to what it shall be."
                            .formatted(after.name()));
            return;
        }
        rename();
        before.columns().stream()
                .filter(column -> after.column(column.name()).isEmpty())
                .forEach(column -> drop(columns, column));
        after.columns().forEach(column -> column(columns, column));
        if (!columns.isUntouched()) {
            columns.write(patching.edits(source));
            noteViews();
        }
        extras.apply();
        changeRowSecurity();
    }

    /// A view that is built in code has the columns of what it selects from.
    private void noteViews() {
        String selection = "from(" + code.constant().name() + ")";
        for (Source each : patching.code().sources()) {
            each.constants().stream()
                    .filter(constant -> each.text()
                            .substring(constant.start(), constant.end())
                            .contains(selection))
                    .forEach(constant -> patching.note("%s in %s selects from %s and may change with it."
                            .formatted(
                                    constant.name(),
                                    each.name(),
                                    code.constant().name())));
        }
    }

    /// The constant keeps its name: other code uses it.
    private void rename() {
        if (!code.name().equals(after.name())) {
            Piece name = code.call().args().getFirst();
            patching.edits(source)
                    .replace(
                            source.start(name),
                            source.end(name),
                            Patching.quoted(source, after.name().name()));
            patching.note("The constant %s keeps its name, which other code uses; only the table's name changes."
                    .formatted(code.constant().name()));
        }
    }

    private void drop(ListPatch list, DrizzleColumn column) {
        Optional<ColumnCode> there = code.column(column.name());
        if (there.isEmpty()) {
            patching.leave(
                    source,
                    code.constant().start(),
                    "column %s of %s is not declared by its name here; take it out where it comes from."
                            .formatted(column.name(), after.name()));
            return;
        }
        list.remove(there.get().piece());
        String use = code.constant().name() + "." + there.get().property();
        patching.code().sources().stream()
                .filter(each -> each.text().contains(use))
                .forEach(each -> patching.note("%s still speaks of %s.".formatted(each.name(), use)));
    }

    private void column(ListPatch list, DrizzleColumn column) {
        Optional<DrizzleColumn> old = before.column(column.name());
        Optional<ColumnCode> there = code.column(nameInCode(column.name()));
        if (old.isEmpty()) {
            add(list, column, there);
        } else if (!isSame(column, old.get()) || !nameInCode(column.name()).equals(column.name())) {
            change(list, column, old.get(), there);
        }
    }

    /// Before a rename.
    private String nameInCode(String column) {
        return patching.renames().stream()
                .filter(rename -> rename instanceof Rename.OfColumn(var table, var from, var to)
                        && table.equals(after.name())
                        && to.equals(column))
                .map(rename -> ((Rename.OfColumn) rename).from())
                .findFirst()
                .orElse(column);
    }

    private boolean isSame(DrizzleColumn column, DrizzleColumn old) {
        Columns now = patching.after().columns();
        Columns was = patching.before().columns();
        return Objects.equals(now.ofTable(after, column, new Uses()), was.ofTable(before, old, new Uses()))
                && !patching.mentionsOldName(after.name(), String.valueOf(column.generatedAs()));
    }

    private void add(ListPatch list, DrizzleColumn column, Optional<ColumnCode> there) {
        if (there.isPresent()) {
            patching.note("%s declares column %s already.".formatted(source.name(), column.name()));
            return;
        }
        Uses needed = new Uses();
        Property property = patching.after().columns().ofTable(after, column, needed);
        if (patching.wouldCircle(source, needed)) {
            patching.leave(
                    source,
                    code.constant().start(),
                    "add `%s: %s,` to %s (what it refers to stands in a file which imports this one)."
                            .formatted(property.key(), print(property.value(), 0, 0), after.name()));
            return;
        }
        patching.uses(source).addAll(needed);
        list.insert(positionBefore(list, column), steps -> {
            String key = property.key() + ": ";
            return key + print(property.value(), steps, key.length());
        });
    }

    /// Behind the column that it stands behind, so that code and table have one order.
    private int positionBefore(ListPatch list, DrizzleColumn column) {
        for (int position = after.columns().indexOf(column) - 1; position >= 0; position--) {
            Optional<ColumnCode> there =
                    code.column(nameInCode(after.columns().get(position).name()));
            if (there.isPresent()) {
                return list.elements().indexOf(there.get().piece());
            }
        }
        return code.columns() == null || code.columns().isEmpty()
                ? list.elements().size() - 1
                : -1;
    }

    private void change(ListPatch list, DrizzleColumn column, DrizzleColumn old, Optional<ColumnCode> there) {
        if (there.isEmpty()) {
            Property wanted = patching.after().columns().ofTable(after, column, new Uses());
            patching.leave(
                    source,
                    code.constant().start(),
                    "column %s of %s is not declared by its name here; it shall be `%s`."
                            .formatted(column.name(), after.name(), print(wanted.value(), 0, 0)));
            return;
        }
        if (!there.get().column().equals(column.name())) {
            patching.note("The property %s.%s keeps its name, which other code uses; only the column's name changes."
                    .formatted(code.constant().name(), there.get().property()));
        }
        ColumnPatch patch = new ColumnPatch(
                patching,
                source,
                there.get(),
                new ColumnPatch.Side(before, old, patching.before().columns()),
                new ColumnPatch.Side(after, column, patching.after().columns()),
                list.steps());
        patch.text((facet, was) -> extras.remove(facet, column.name()))
                .ifPresent(text -> list.replace(there.get().piece(), text));
    }

    private void changeRowSecurity() {
        if (before.rowSecurity() == after.rowSecurity()) {
            return;
        }
        Source.Chain chain = code.constant().value();
        Optional<Segment> there = chain == null ? Optional.empty() : chain.call("enableRLS");
        if (after.rowSecurity() && there.isEmpty()) {
            patching.edits(source).insert(code.call().end(), ".enableRLS()");
        } else if (!after.rowSecurity() && there.isPresent()) {
            patching.edits(source).remove(there.get().start(), there.get().end());
        }
    }

    private String print(Code value, int steps, int before) {
        return patching.printer(source).print(value, steps, steps * 2 + before, 1);
    }
}
