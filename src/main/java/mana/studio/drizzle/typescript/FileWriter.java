package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.drizzle.typescript.Options.Layout;
import mana.studio.drizzle.typescript.Options.Line;

/// Puts constants, relations and types into files, with the imports that each of them needs.
final class FileWriter {
    private final Options options;
    private final Printer printer;
    private final List<Declaration> declarations;
    private final Supplier<List<Relations.Relation>> relations;
    private final Grouping grouping;
    private final Map<String, Declaration> byName = new LinkedHashMap<>();

    FileWriter(DrizzleSchema schema, Options options) {
        Declarations made = Declarations.of(schema, options);
        this.options = options;
        this.printer = new Printer(options.indent());
        this.declarations = made.all();
        this.relations = () -> options.relations() ? new Relations(schema, made.scope()).all(printer) : List.of();
        this.grouping = new Grouping(declarations, options.layout());
        declarations.forEach(each -> byName.put(each.identifier(), each));
    }

    List<TypeScriptFile> files() {
        Set<String> names = new LinkedHashSet<>();
        declarations.stream().filter(Declaration::exported).forEach(each -> names.add(grouping.of(each.identifier())));
        boolean apart = options.layout() != Layout.ONE_FILE;
        List<Relations.Relation> related = relations.get();
        if (apart && !related.isEmpty()) {
            names.add(Grouping.RELATIONS);
        }
        List<TypeScriptFile> files =
                new ArrayList<>(names.stream().map(name -> file(name, related)).toList());
        if (apart) {
            String exports = names.stream()
                    .sorted()
                    .map("export * from './%s';\n"::formatted)
                    .collect(Collectors.joining());
            files.add(new TypeScriptFile("index.ts", exports));
        }
        return files;
    }

    /// The file of a constant, with the relations of its tables, which stand in a file of their own otherwise.
    Optional<TypeScriptFile> withRelations(Thing thing) {
        return declarations.stream()
                .filter(each -> each.thing().equals(thing))
                .findFirst()
                .map(each -> withRelations(grouping.of(each.identifier())));
    }

    /// What a schema has, in the layout with a file for each, with the relations of its tables.
    Optional<TypeScriptFile> ofSchema(String schema) {
        String name = Grouping.ofSchema(schema);
        return in(name).isEmpty() ? Optional.empty() : Optional.of(withRelations(name));
    }

    /// One constant as a file of its own.
    Optional<TypeScriptFile> alone(Thing thing) {
        return declarations.stream()
                .filter(each -> each.thing().equals(thing))
                .findFirst()
                .map(each -> written(each.identifier(), withLocals(List.of(each)), List.of()));
    }

    private TypeScriptFile withRelations(String name) {
        Set<Thing> tables = in(name).stream().map(Declaration::thing).collect(Collectors.toSet());
        List<Relations.Relation> own = relations.get().stream()
                .filter(each -> tables.contains(Thing.table(each.table())))
                .toList();
        return written(name, withLocals(in(name)), own);
    }

    private List<Declaration> in(String file) {
        return declarations.stream()
                .filter(each ->
                        each.exported() && grouping.of(each.identifier()).equals(file))
                .toList();
    }

    private TypeScriptFile file(String name, List<Relations.Relation> all) {
        boolean ofRelations = name.equals(options.layout() == Layout.ONE_FILE ? Grouping.SHARED : Grouping.RELATIONS);
        return written(name, withLocals(in(name)), ofRelations ? all : List.of());
    }

    private TypeScriptFile written(String name, List<Declaration> here, List<Relations.Relation> related) {
        Uses uses = new Uses();
        here.forEach(each -> uses.addAll(each.uses()));
        related.forEach(each -> uses.addAll(each.uses()));
        List<String> parts = new ArrayList<>();
        String imports = imports(name, uses, here);
        if (!imports.isEmpty()) {
            parts.add(imports);
        }
        here.forEach(each -> parts.add(each.text(printer)));
        related.forEach(each -> parts.add(each.text()));
        String types = options.types() ? types(here) : "";
        if (!types.isEmpty()) {
            parts.add(types);
        }
        return new TypeScriptFile(name + ".ts", String.join("\n", parts));
    }

    /// With the constants that are not exported and are needed here.
    private List<Declaration> withLocals(List<Declaration> here) {
        Set<String> needed = new HashSet<>();
        here.forEach(each -> need(each, needed));
        return declarations.stream()
                .filter(each -> here.contains(each) || !each.exported() && needed.contains(each.identifier()))
                .toList();
    }

    private void need(Declaration declaration, Set<String> needed) {
        for (String constant : declaration.uses().constants()) {
            Declaration used = byName.get(constant);
            if (used != null && !used.exported() && needed.add(constant)) {
                need(used, needed);
            }
        }
    }

    private String imports(String file, Uses uses, List<Declaration> here) {
        StringBuilder text = new StringBuilder();
        Set<String> orm = new TreeSet<>(uses.orm());
        if (options.line() == Line.V1 && orm.remove("relations")) {
            text.append(importOf(Set.of("relations"), "drizzle-orm/_relations"));
        }
        text.insert(0, importOf(orm, "drizzle-orm"));
        text.append(importOf(uses.core(), "drizzle-orm/pg-core"));
        Set<String> present = here.stream().map(Declaration::identifier).collect(Collectors.toSet());
        Map<String, Set<String>> others = new TreeMap<>();
        uses.constants().stream()
                .filter(name -> !present.contains(name))
                .filter(name -> !grouping.of(name).equals(file) || file.equals(Grouping.RELATIONS))
                .forEach(name -> others.computeIfAbsent(grouping.of(name), absent -> new TreeSet<>())
                        .add(name));
        others.forEach((other, names) -> text.append(importOf(names, "./" + other)));
        return text.toString();
    }

    private String importOf(Set<String> names, String module) {
        return names.isEmpty() ? "" : Imports.statement(names, module, options.indent());
    }

    private String types(List<Declaration> here) {
        Set<String> taken = new HashSet<>();
        return here.stream()
                .filter(each -> each.exported() && each.thing().kind() == Thing.Kind.TABLE)
                .map(each -> types(each.identifier(), taken))
                .collect(Collectors.joining());
    }

    private static String types(String table, Set<String> taken) {
        String name = Words.capital(Words.singular(table));
        String free = name;
        for (int number = 2; !taken.add(free) || !taken.add("New" + free); number++) {
            free = name + number;
        }
        return "export type %s = typeof %s.$inferSelect;\nexport type New%s = typeof %s.$inferInsert;\n"
                .formatted(free, table, free, table);
    }
}
