package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleSchema.DrizzleEnum;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.typescript.Patch.FileChange;
import mana.studio.drizzle.typescript.SchemaCode.EnumCode;
import mana.studio.drizzle.typescript.Source.Constant;
import mana.studio.drizzle.typescript.Source.Piece;
import mana.studio.schema.QualifiedName;

/// Goes through two schemas and lets each difference be patched where it stands.
final class Patcher {
    private final DrizzleSchema from;
    private final DrizzleSchema to;
    private final SchemaCode code;
    private final Patching patching;
    private final Additions additions;
    private final Set<Thing> existed;

    Patcher(SchemaCode code, DrizzleSchema from, DrizzleSchema to, List<Rename> renames, Options options) {
        this.code = code;
        this.from = from;
        this.to = to;
        this.patching = new Patching(code, from, to, renames, options);
        this.additions = new Additions(patching, to);
        this.existed = Scope.of(from, new ColumnTypes(from, options)).declared();
    }

    Patch patch() {
        to.enums().forEach(this::enumType);
        to.tables().forEach(this::table);
        added();
        gone();
        List<FileChange> changes = new ArrayList<>();
        for (Source source : code.sources()) {
            if (patching.touched().contains(source) && !patching.edits(source).isEmpty()) {
                String edited = patching.edits(source).apply(source.text());
                String after = sameEnds(source, new ImportPatch(patching, source, edited).text());
                if (!after.equals(source.text())) {
                    changes.add(new FileChange(source.name(), source.text(), after));
                }
            }
        }
        return new Patch(changes, patching.byHand(), patching.notes());
    }

    /// Where all lines of a file end in two characters, so do those that were put in.
    private static String sameEnds(Source source, String text) {
        String bare = "(?<!\r)\n";
        boolean windows = source.text().contains("\r\n")
                && !Pattern.compile(bare).matcher(source.text()).find();
        return windows ? text.replaceAll(bare, "\r\n") : text;
    }

    private void enumType(DrizzleEnum type) {
        Optional<DrizzleEnum> old = from.enumType(type.name());
        QualifiedName nameInCode = nameOf(type.name());
        Optional<EnumCode> there = code.enumType(nameInCode);
        if (old.isEmpty() && there.isEmpty()) {
            return;
        }
        if (there.isEmpty()) {
            if (!type.equals(old.orElse(null))) {
                patching.leave("Enum %s was not found in the schema files; its values shall be %s."
                        .formatted(type.name(), String.join(", ", type.values())));
            }
            return;
        }
        Source source = there.get().source();
        if (!nameInCode.equals(type.name())) {
            rename(there.get(), type.name().name());
        }
        if (old.isPresent() && !old.get().values().equals(type.values())) {
            values(there.get(), source, type);
        }
    }

    private void rename(EnumCode there, String name) {
        Source source = there.source();
        Optional.ofNullable(there.constant().value())
                .ifPresent(chain -> chain.segments().stream()
                        .filter(segment -> !segment.args().isEmpty())
                        .findFirst()
                        .ifPresent(call -> {
                            Piece first = call.args().getFirst();
                            patching.edits(source)
                                    .replace(source.start(first), source.end(first), Patching.quoted(source, name));
                        }));
    }

    private void values(EnumCode there, Source source, DrizzleEnum type) {
        if (there.values().isEmpty()) {
            patching.leave(
                    source,
                    there.constant().start(),
                    "the values of enum %s are no array of texts here; they shall be %s."
                            .formatted(type.name(), String.join(", ", type.values())));
            return;
        }
        Piece array = there.values().get();
        ListPatch list = new ListPatch(source, array);
        List<String> present = list.elements().stream()
                .map(piece -> source.string(piece).orElse(""))
                .toList();
        List<String> kept = type.values().stream().filter(present::contains).toList();
        boolean inOrder = kept.equals(present.stream().filter(kept::contains).toList());
        if (inOrder) {
            list.elements().stream()
                    .filter(piece ->
                            !type.values().contains(source.string(piece).orElse("")))
                    .forEach(list::remove);
            int after = -1;
            for (String value : type.values()) {
                if (present.contains(value)) {
                    after = present.indexOf(value);
                } else {
                    list.insert(after, steps -> Patching.quoted(source, value));
                }
            }
            list.write(patching.edits(source));
        } else {
            int before = source.start(array) - Lines.of(source.text()).start(source.start(array));
            String text = patching.printer(source).print(Code.strings(type.values()), 0, before, 2);
            patching.edits(source).replace(source.start(array), source.end(array), text);
        }
    }

    private void table(DrizzleTable table) {
        Optional<DrizzleTable> old = from.table(table.name());
        Optional<TableCode> there = code.table(nameOf(table.name()));
        if (old.isEmpty()) {
            if (there.isPresent()) {
                patching.note("%s declares table %s already."
                        .formatted(there.get().source().name(), table.name()));
            }
        } else if (there.isPresent()) {
            boolean renamed = !there.get().name().equals(table.name())
                    || !patching.oldNames(table.name()).isEmpty();
            if (renamed || !old.get().equals(table) || refersToRenamed(table)) {
                new TablePatch(patching, there.get(), old.get(), table).apply();
            }
        } else if (!old.get().equals(table)) {
            patching.leave("Table %s was not found in the schema files; change it where it is declared."
                    .formatted(table.name()));
        }
    }

    private boolean refersToRenamed(DrizzleTable table) {
        return table.foreignKeys().stream()
                .map(ForeignKey::target)
                .anyMatch(target -> !patching.oldNames(target).isEmpty());
    }

    private QualifiedName nameOf(QualifiedName name) {
        return patching.renames().stream()
                .flatMap(rename -> switch (rename) {
                    case Rename.OfTable(QualifiedName old, QualifiedName now) when now.equals(name) -> Stream.of(old);
                    case Rename.OfEnum(QualifiedName old, QualifiedName now) when now.equals(name) -> Stream.of(old);
                    case Rename.OfTable _, Rename.OfEnum _, Rename.OfColumn _ -> Stream.<QualifiedName>empty();
                })
                .findFirst()
                .orElse(name);
    }

    private void added() {
        for (Declaration declaration : patching.after().all()) {
            Thing thing = declaration.thing();
            boolean there = code.identifiers().containsKey(new Thing(thing.kind(), nameOf(thing.name())));
            if (declaration.exported() && !there && !existed(thing)) {
                additions.add(declaration);
            }
        }
        additions.addLocals();
    }

    private boolean existed(Thing thing) {
        return existed.contains(thing);
    }

    /// Nothing is deleted that other code may use.
    private void gone() {
        gone(from.tables(), to.tables(), DrizzleTable::name, "table", Thing::table);
        gone(from.enums(), to.enums(), DrizzleEnum::name, "enum", Thing::enumType);
        gone(from.sequences(), to.sequences(), each -> each.name(), "sequence", Thing::sequence);
        gone(from.views(), to.views(), each -> each.name(), "view", Thing::view);
        from.schemas().stream()
                .filter(schema -> !to.schemas().contains(schema))
                .forEach(schema -> leaveDeletion(Thing.schema(schema), "schema " + schema));
        changed(from.views(), to.views(), each -> each.name(), "View", Thing::view);
        changed(from.sequences(), to.sequences(), each -> each.name(), "Sequence", Thing::sequence);
        if (!from.roles().equals(to.roles())) {
            patching.leave("The roles differ; change the pgRole declarations.");
        }
        if (!from.policies().equals(to.policies())) {
            patching.leave("The linked policies differ; change the pgPolicy declarations.");
        }
    }

    private <T> void gone(
            List<T> before,
            List<T> after,
            Function<T, QualifiedName> name,
            String word,
            Function<QualifiedName, Thing> thing) {
        List<QualifiedName> kept = after.stream().map(name).toList();
        before.stream()
                .map(name)
                .filter(each -> !kept.contains(each))
                .forEach(each -> leaveDeletion(thing.apply(each), word + " " + each));
    }

    private <T> void changed(
            List<T> before,
            List<T> after,
            Function<T, QualifiedName> name,
            String word,
            Function<QualifiedName, Thing> thing) {
        after.stream()
                .filter(each -> before.stream().anyMatch(old -> name.apply(old).equals(name.apply(each))))
                .filter(each -> !before.contains(each))
                .forEach(each -> leaveChange(thing.apply(name.apply(each)), word));
    }

    private void leaveChange(Thing thing, String word) {
        String wanted = patching.after().all().stream()
                .filter(declaration -> declaration.thing().equals(thing))
                .map(declaration -> declaration.text(new Printer("  ")).strip())
                .findFirst()
                .orElse("");
        String home = Optional.ofNullable(code.homes().get(patching.scope().name(thing)))
                .map(source -> " in " + source.name())
                .orElse("");
        patching.leave("%s %s%s shall be:\n%s".formatted(word, thing.name(), home, wanted));
    }

    private void leaveDeletion(Thing thing, String words) {
        String identifier = code.identifiers().get(thing);
        Source home = identifier == null ? null : code.homes().get(identifier);
        Optional<Constant> constant = home == null
                ? Optional.empty()
                : home.constants().stream()
                        .filter(each -> each.name().equals(Objects.toString(identifier)))
                        .findFirst();
        if (home == null || constant.isEmpty()) {
            patching.leave("Delete %s, which was not found in the schema files.".formatted(words));
            return;
        }
        List<String> users = code.sources().stream()
                .filter(source -> source.count(Objects.toString(identifier)) > (source == home ? 1 : 0))
                .map(Source::name)
                .toList();
        patching.leave(
                home,
                constant.get().start(),
                "delete %s, the constant %s down to line %d%s."
                        .formatted(
                                words,
                                identifier,
                                home.line(constant.get().end()),
                                users.isEmpty() ? "" : ", and what uses it in " + String.join(", ", users)));
    }
}
