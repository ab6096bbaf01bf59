package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.typescript.Code.Property;
import mana.studio.drizzle.typescript.Extras.Extra;
import mana.studio.drizzle.typescript.Source.Piece;
import mana.studio.drizzle.typescript.Source.Segment;
import mana.studio.drizzle.typescript.TableCode.ColumnCode;
import mana.studio.drizzle.typescript.TableCode.ExtraCode;
import mana.studio.drizzle.typescript.TableCode.ExtrasCode;
import org.jspecify.annotations.Nullable;

/// Makes the code of a table say another table.
final class TablePatch {
    private final Patching patching;
    private final TableCode code;
    private final Source source;
    private final DrizzleTable before;
    private final DrizzleTable after;
    private final String parameter;
    private final Uses uses = new Uses();
    private final @Nullable ListPatch columns;
    private final @Nullable ListPatch extras;

    TablePatch(Patching patching, TableCode code, DrizzleTable before, DrizzleTable after) {
        this.patching = patching;
        this.code = code;
        this.source = code.source();
        this.before = before;
        this.after = after;
        ExtrasCode there = code.extras();
        this.parameter = there == null || there.parameter().isEmpty() ? "table" : there.parameter();
        this.columns = code.object() == null ? null : new ListPatch(source, code.object());
        this.extras = there == null ? null : new ListPatch(source, there.list());
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
        changeExtras();
        changeRowSecurity();
    }

    /// A view that is built in code has the columns of what it selects from.
    private void noteViews() {
        String selection = "from(" + code.constant().name() + ")";
        for (Source each : patching.code().sources()) {
            each.constants().stream()
                    .filter(constant -> each.text().substring(constant.start(), constant.end()).contains(selection))
                    .forEach(constant -> patching.note("%s in %s selects from %s and may change with it."
                            .formatted(constant.name(), each.name(), code.constant().name())));
        }
    }

    /// The constant keeps its name: other code uses it.
    private void rename() {
        if (!code.name().equals(after.name())) {
            Piece name = code.call().args().getFirst();
            patching.edits(source)
                    .replace(source.start(name), source.end(name), Patching.quoted(source, after.name().name()));
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
        return Objects.equals(
                        now.ofTable(after, column, new Uses()), was.ofTable(before, old, new Uses()))
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
        uses.addAll(needed);
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
        return code.columns() == null || code.columns().isEmpty() ? list.elements().size() - 1 : -1;
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
        patch.text((facet, was) -> removeFromExtras(facet, column.name()))
                .ifPresent(text -> list.replace(there.get().piece(), text));
    }

    /// A constraint that we would have written at its column stands behind the columns here.
    private boolean removeFromExtras(Facet facet, String column) {
        String kind =
                switch (facet) {
                    case UNIQUE -> "unique";
                    case REFERENCES -> "foreignKey";
                    case PRIMARY_KEY -> "primaryKey";
                    case ARRAY, DEFAULT, GENERATED, IDENTITY, NOT_NULL -> "";
                };
        String property = patching.scope().property(after.name(), column);
        Optional<ExtraCode> found = elements().stream()
                .filter(each -> each.kind().equals(kind) && each.columns().equals(List.of(property)))
                .findFirst();
        ListPatch list = extras;
        if (list != null) {
            found.ifPresent(each -> list.remove(each.piece()));
        }
        return found.isPresent();
    }

    private List<ExtraCode> elements() {
        ExtrasCode there = code.extras();
        return there == null ? List.of() : there.elements();
    }

    private void changeExtras() {
        Extras was = patching.before().extras(patching.options(), parameter);
        Extras is = patching.after().extras(patching.options(), parameter);
        List<Extra> old = was.of(before, new Uses());
        List<Extra> now = is.of(after, uses);
        List<Extra> gone = old.stream().filter(each -> find(now, each).isEmpty()).toList();
        List<Extra> added = now.stream().filter(each -> find(old, each).isEmpty()).toList();
        List<Extra> changed = now.stream()
                .filter(each -> find(old, each).filter(same -> isChanged(same, each)).isPresent())
                .toList();
        if (gone.isEmpty() && added.isEmpty() && changed.isEmpty()) {
            writeExtras();
        } else if (code.unread()) {
            leaveExtras("what stands behind the columns cannot be read", added, changed, gone);
        } else if (patching.wouldCircle(source, uses)) {
            leaveExtras("what is referred to stands in a file which imports this one", added, changed, gone);
        } else {
            patching.uses(source).addAll(uses);
            patch(gone, added, changed);
        }
    }

    private void patch(List<Extra> gone, List<Extra> added, List<Extra> changed) {
        ListPatch list = extras;
        if (list == null) {
            insertCallback(added);
            List<Extra> missing = changed.isEmpty() ? gone : changed;
            if (!missing.isEmpty()) {
                leaveExtras("it has nothing behind its columns", List.of(), changed, gone);
            }
            return;
        }
        for (Extra each : gone) {
            Optional<ExtraCode> there = in(each);
            there.ifPresent(found -> list.remove(found.piece()));
            if (there.isEmpty()) {
                leaveExtras("it was not found behind the columns", List.of(), List.of(), List.of(each));
            }
        }
        for (Extra each : changed) {
            Optional<ExtraCode> there = in(each);
            there.ifPresent(found -> list.replace(found.piece(), element(list, found, each)));
            if (there.isEmpty()) {
                leaveExtras("it was not found behind the columns", List.of(), List.of(each), List.of());
            }
        }
        int last = list.elements().size() - 1;
        added.forEach(each -> list.insert(last, steps -> key(each) + print(each.code(), steps, 0)));
        writeExtras();
    }

    private String element(ListPatch list, ExtraCode there, Extra wanted) {
        String before = source.text().substring(source.start(there.piece()), source.start(there.value()));
        return before + print(wanted.code(), list.steps(), before.length());
    }

    /// An object has a key for each.
    private String key(Extra extra) {
        ExtrasCode there = code.extras();
        return there != null && there.keyed() ? JsonLiteral.key(Words.camel(extra.name())) + ": " : "";
    }

    private void writeExtras() {
        ListPatch list = extras;
        if (list == null || list.isUntouched()) {
            return;
        }
        if (list.isEmptied()) {
            Piece object = code.call().args().get(1);
            patching.edits(source)
                    .remove(source.end(object), source.end(code.call().args().get(2)));
        } else {
            list.write(patching.edits(source));
        }
    }

    private void insertCallback(List<Extra> added) {
        if (!added.isEmpty()) {
            Piece object = code.call().args().get(1);
            int steps = Lines.of(source.text())
                    .steps(Lines.of(source.text()).indent(source.start(object)));
            Code callback = new Code.Arrow(
                    "(" + parameter + ")",
                    Code.brackets(added.stream().map(Extra::code).toList()));
            patching.edits(source).insert(source.end(object), ", " + print(callback, steps, 4));
        }
    }

    private boolean isChanged(Extra old, Extra now) {
        return !old.code().equals(now.code())
                || !old.kind().equals(now.kind())
                || in(now).filter(there -> patching.mentionsOldName(after.name(), source.text(there.value())))
                        .isPresent();
    }

    private static Optional<Extra> find(List<Extra> extras, Extra wanted) {
        return extras.stream()
                .filter(each -> family(each.kind()).equals(family(wanted.kind()))
                        && each.name().equals(wanted.name()))
                .findFirst();
    }

    /// Where it stands: by its name, or without one by its columns.
    private Optional<ExtraCode> in(Extra wanted) {
        return elements().stream()
                .filter(each -> family(each.kind()).equals(family(wanted.kind())))
                .filter(each -> wanted.name().equals(each.name() == null ? made(each) : each.name()))
                .findFirst();
    }

    /// The name that drizzle makes of what stands there, its columns as they are called afterwards.
    private String made(ExtraCode there) {
        DefaultNames names = new DefaultNames(patching.options().line());
        String table = after.name().name();
        List<String> own = there.columns().stream().map(this::columnOf).toList();
        return switch (there.kind()) {
            case "unique" -> names.unique(table, own);
            case "primaryKey" -> names.primaryKey(table, own);
            case "foreignKey" ->
                before.foreignKeys().stream()
                        .filter(key -> key.columns().equals(own))
                        .map(key -> key.name())
                        .findFirst()
                        .orElse("");
            default -> table + "_" + String.join("_", own) + "_index";
        };
    }

    private String columnOf(String property) {
        return after.columns().stream()
                .map(DrizzleColumn::name)
                .filter(name -> patching.scope().property(after.name(), name).equals(property))
                .findFirst()
                .or(() -> before.columns().stream()
                        .map(DrizzleColumn::name)
                        .filter(name -> patching.scope().property(after.name(), name).equals(property))
                        .findFirst())
                .orElse(property);
    }

    private static String family(String kind) {
        return kind.equals("uniqueIndex") ? "index" : kind;
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

    private void leaveExtras(String reason, List<Extra> added, List<Extra> changed, List<Extra> gone) {
        added.forEach(each -> leaveExtra("add `%s`".formatted(flat(each)), reason));
        changed.forEach(each -> leaveExtra("let it be `%s`".formatted(flat(each)), reason));
        gone.forEach(each -> leaveExtra("take out %s %s".formatted(each.kind(), each.name()), reason));
    }

    private void leaveExtra(String what, String reason) {
        patching.leave(
                source, code.constant().start(), "in %s, %s (%s).".formatted(after.name(), what, reason));
    }

    private String flat(Extra extra) {
        return print(extra.code(), 0, 0).lines().map(String::strip).collect(Collectors.joining());
    }

    private String print(Code value, int steps, int before) {
        return patching.printer(source).print(value, steps, steps * 2 + before, 1);
    }
}
