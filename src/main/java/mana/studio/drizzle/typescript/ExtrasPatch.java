package mana.studio.drizzle.typescript;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mana.studio.drizzle.model.DrizzleColumn;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.typescript.Extras.Extra;
import mana.studio.drizzle.typescript.Source.Piece;
import mana.studio.drizzle.typescript.TableCode.ExtraCode;
import mana.studio.drizzle.typescript.TableCode.ExtrasCode;
import org.jspecify.annotations.Nullable;

/// Makes what stands behind a table's columns say something else.
final class ExtrasPatch {
    private final Patching patching;
    private final TableCode code;
    private final Source source;
    private final DrizzleTable before;
    private final DrizzleTable after;
    private final String parameter;
    private final Uses uses = new Uses();
    /// Null where the table has nothing there.
    private final @Nullable ListPatch list;

    ExtrasPatch(Patching patching, TableCode code, DrizzleTable before, DrizzleTable after) {
        this.patching = patching;
        this.code = code;
        this.source = code.source();
        this.before = before;
        this.after = after;
        ExtrasCode there = code.extras();
        this.parameter = there == null || there.parameter().isEmpty() ? "table" : there.parameter();
        this.list = there == null ? null : new ListPatch(source, there.list());
    }

    /// A constraint that we would have written at its column stands behind the columns here.
    boolean remove(Facet facet, String column) {
        String kind = switch (facet) {
            case UNIQUE -> "unique";
            case REFERENCES -> "foreignKey";
            case PRIMARY_KEY -> "primaryKey";
            case ARRAY, DEFAULT, GENERATED, IDENTITY, NOT_NULL -> "";
        };
        String property = patching.scope().property(after.name(), column);
        Optional<ExtraCode> found = elements().stream()
                .filter(each -> each.kind().equals(kind) && each.columns().equals(List.of(property)))
                .findFirst();
        if (list != null) {
            found.ifPresent(each -> list.remove(each.piece()));
        }
        return found.isPresent();
    }

    private List<ExtraCode> elements() {
        ExtrasCode there = code.extras();
        return there == null ? List.of() : there.elements();
    }

    void apply() {
        Extras was = patching.before().extras(patching.options(), parameter);
        Extras is = patching.after().extras(patching.options(), parameter);
        List<Extra> old = was.of(before, new Uses());
        List<Extra> now = is.of(after, uses);
        List<Extra> gone =
                old.stream().filter(each -> find(now, each).isEmpty()).toList();
        List<Extra> added =
                now.stream().filter(each -> find(old, each).isEmpty()).toList();
        List<Extra> changed = now.stream()
                .filter(each ->
                        find(old, each).filter(same -> isChanged(same, each)).isPresent())
                .toList();
        if (gone.isEmpty() && added.isEmpty() && changed.isEmpty()) {
            writeExtras();
        } else if (code.unread()) {
            leaveExtras("what stands behind the columns cannot be read", added, changed, gone);
        } else if (uses.constants().contains(parameter)) {
            leaveExtras("the callback calls its table " + parameter + " as well", added, changed, gone);
        } else if (patching.wouldCircle(source, uses)) {
            leaveExtras("what is referred to stands in a file which imports this one", added, changed, gone);
        } else {
            patching.uses(source).addAll(uses);
            patch(gone, added, changed);
        }
    }

    private void patch(List<Extra> gone, List<Extra> added, List<Extra> changed) {
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
            int steps = Lines.of(source.text()).steps(Lines.of(source.text()).indent(source.start(object)));
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
                        .filter(name ->
                                patching.scope().property(after.name(), name).equals(property))
                        .findFirst())
                .orElse(property);
    }

    private static String family(String kind) {
        return kind.equals("uniqueIndex") ? "index" : kind;
    }

    private void leaveExtras(String reason, List<Extra> added, List<Extra> changed, List<Extra> gone) {
        added.forEach(each -> leaveExtra("add `%s`".formatted(flat(each)), reason));
        changed.forEach(each -> leaveExtra("let it be `%s`".formatted(flat(each)), reason));
        gone.forEach(each -> leaveExtra("take out %s %s".formatted(each.kind(), each.name()), reason));
    }

    private void leaveExtra(String what, String reason) {
        patching.leave(source, code.constant().start(), "in %s, %s (%s).".formatted(after.name(), what, reason));
    }

    private String flat(Extra extra) {
        return print(extra.code(), 0, 0).lines().map(String::strip).collect(Collectors.joining());
    }

    private String print(Code value, int steps, int before) {
        return patching.printer(source).print(value, steps, steps * 2 + before, 1);
    }
}
