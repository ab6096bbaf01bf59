package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.model.DrizzleTable;
import mana.studio.drizzle.model.DrizzleTable.ForeignKey;
import mana.studio.drizzle.typescript.Source.Constant;

/// Puts new constants into files: tables behind the tables of their schema, what tables are made of before them.
final class Additions {
    private final Patching patching;
    private final DrizzleSchema schema;
    private final SchemaCode code;

    Additions(Patching patching, DrizzleSchema schema) {
        this.patching = patching;
        this.schema = schema;
        this.code = patching.code();
    }

    void add(Declaration declaration) {
        switch (declaration.thing().kind()) {
            case TABLE, VIEW, POLICY -> append(declaration);
            case SCHEMA, ENUM, SEQUENCE, ROLE, TYPE -> prepend(declaration);
        }
    }

    /// Types without a builder, and other services' tables, in each file that now speaks of them.
    void addLocals() {
        for (Source source : List.copyOf(patching.touched())) {
            Set<String> here = new HashSet<>();
            source.constants().forEach(constant -> here.add(constant.name()));
            patching.after().all().stream()
                    .filter(each -> !each.exported() && !here.contains(each.identifier()))
                    .filter(each -> patching.uses(source).constants().contains(each.identifier()))
                    .filter(each -> mentions(source, each.identifier()))
                    .filter(each -> !code.homes().containsKey(each.identifier()))
                    .forEach(each -> insertBefore(source, each));
        }
    }

    private boolean mentions(Source source, String identifier) {
        return patching.edits(source).inserted().contains(identifier);
    }

    private void append(Declaration declaration) {
        Optional<Source> home = candidates(declaration.thing())
                .filter(source -> !patching.wouldCircle(source, declaration.uses()))
                .findFirst();
        if (home.isEmpty()) {
            patching.leave("Add %s to a schema file of its own, and export it from the entry file:\n%s"
                    .formatted(
                            declaration.thing().name(),
                            declaration.text(new Printer("  ")).strip()));
            return;
        }
        Source source = home.get();
        int position = source.constants().stream()
                .filter(constant -> isTable(constant.name()))
                .map(Constant::end)
                .max(Comparator.naturalOrder())
                .orElse(source.text().stripTrailing().length());
        patching.uses(source).addAll(declaration.uses());
        patching.edits(source)
                .insert(
                        position,
                        "\n\n"
                                + declaration
                                        .text(patching.printer(source), Lines.of(source.text()))
                                        .stripTrailing());
        code.homes().put(declaration.identifier(), source);
    }

    /// The file of what it refers to, that of its schema's instance, then any with tables of the schema.
    private Stream<Source> candidates(Thing thing) {
        List<Source> targets = schema.table(thing.name()).stream()
                .flatMap(table -> table.foreignKeys().stream())
                .map(ForeignKey::target)
                .filter(target -> target.schema().equals(thing.name().schema()))
                .flatMap(target -> code.table(target).stream().map(TableCode::source))
                .toList();
        List<Source> instances = Optional.ofNullable(
                        code.identifiers().get(Thing.schema(thing.name().schema())))
                .flatMap(identifier -> Optional.ofNullable(code.homes().get(identifier)))
                .filter(source -> source.constants().size() > 1)
                .stream()
                .toList();
        List<Source> others = code.tables().stream()
                .filter(table -> table.name().schema().equals(thing.name().schema()))
                .map(TableCode::source)
                .toList();
        Set<Source> ordered = new LinkedHashSet<>(targets);
        ordered.addAll(instances);
        ordered.addAll(others);
        if (ordered.isEmpty()) {
            code.sources().stream()
                    .filter(source -> !source.constants().isEmpty())
                    .forEach(ordered::add);
        }
        return new ArrayList<>(ordered).stream();
    }

    private boolean isTable(String identifier) {
        return code.tables().stream().anyMatch(table -> table.constant().name().equals(identifier));
    }

    private void prepend(Declaration declaration) {
        Optional<Source> home = Stream.concat(users(declaration), candidates(declaration.thing()))
                .filter(source -> !patching.wouldCircle(source, declaration.uses()))
                .findFirst();
        if (home.isEmpty()) {
            patching.leave("Add %s to a schema file:\n%s"
                    .formatted(
                            declaration.thing().name(),
                            declaration.text(new Printer("  ")).strip()));
            return;
        }
        patching.uses(home.get()).addAll(declaration.uses());
        insertBefore(home.get(), declaration);
        code.homes().put(declaration.identifier(), home.get());
    }

    /// The files of the tables that have columns of it.
    private Stream<Source> users(Declaration declaration) {
        return schema.tables().stream()
                .filter(table ->
                        patching.after().table(table).uses().constants().contains(declaration.identifier()))
                .map(DrizzleTable::name)
                .flatMap(name -> code.table(name).stream().map(TableCode::source));
    }

    /// Behind the instance of its schema, else behind the imports: before whatever may use it.
    private void insertBefore(Source source, Declaration declaration) {
        int position = source.constants().stream()
                .filter(constant -> declaration.uses().constants().contains(constant.name()))
                .map(Constant::end)
                .max(Comparator.naturalOrder())
                .or(() -> source.imports().stream().map(Source.Import::end).max(Comparator.naturalOrder()))
                .orElse(0);
        String text = declaration
                .text(patching.printer(source), Lines.of(source.text()))
                .stripTrailing();
        patching.uses(source).addAll(declaration.uses());
        patching.edits(source).insert(position, position == 0 ? text + "\n\n" : "\n\n" + text);
    }
}
