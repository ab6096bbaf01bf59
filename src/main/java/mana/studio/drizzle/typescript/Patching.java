package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mana.studio.drizzle.model.DrizzleSchema;
import mana.studio.schema.QualifiedName;

/// What a patch in the making gathers: the edits of each file, what they need imported, what is left by hand.
final class Patching {
    private final SchemaCode code;
    private final Scope scope;
    private final Declarations before;
    private final Declarations after;
    private final Options options;
    private final Map<Source, Edits> edits = new LinkedHashMap<>();
    private final Map<Source, Uses> uses = new HashMap<>();
    private final List<String> byHand = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Rename> renames;

    Patching(SchemaCode code, DrizzleSchema from, DrizzleSchema to, List<Rename> renames, Options options) {
        this.renames = List.copyOf(renames);
        this.code = code;
        this.options = options;
        ColumnTypes typesBefore = new ColumnTypes(from, options);
        ColumnTypes typesAfter = new ColumnTypes(to, options);
        Scope old = Scope.of(from, typesBefore);
        Scope now = Scope.of(to, typesAfter);
        Map<Thing, String> all = new LinkedHashMap<>(now.identifiers());
        old.identifiers().forEach(all::putIfAbsent);
        this.scope = new Scope(all, now.declared(), now.properties()).with(identifiersAfter(), propertiesAfter());
        this.before = new Declarations(from, options, typesBefore, scope);
        this.after = new Declarations(to, options, typesAfter, scope);
    }

    /// What is renamed keeps the name of its constant.
    private Map<Thing, String> identifiersAfter() {
        Map<Thing, String> identifiers = new LinkedHashMap<>(code.identifiers());
        for (Rename rename : renames) {
            switch (rename) {
                case Rename.OfTable(QualifiedName from, QualifiedName to) ->
                    move(identifiers, Thing.table(from), Thing.table(to));
                case Rename.OfEnum(QualifiedName from, QualifiedName to) ->
                    move(identifiers, Thing.enumType(from), Thing.enumType(to));
                case Rename.OfColumn _ -> {}
            }
        }
        return identifiers;
    }

    /// And its property.
    private Map<QualifiedName, Map<String, String>> propertiesAfter() {
        Map<QualifiedName, Map<String, String>> properties = code.properties();
        for (Rename rename : renames) {
            if (rename instanceof Rename.OfTable(QualifiedName from, QualifiedName to)) {
                move(properties, from, to);
            }
        }
        for (Rename rename : renames) {
            if (rename instanceof Rename.OfColumn(QualifiedName table, String from, String to)) {
                move(properties.getOrDefault(table, new HashMap<>()), from, to);
            }
        }
        return properties;
    }

    private static <K, V> void move(Map<K, V> map, K from, K to) {
        V value = map.remove(from);
        if (value != null) {
            map.put(to, value);
        }
    }

    SchemaCode code() {
        return code;
    }

    Scope scope() {
        return scope;
    }

    Declarations before() {
        return before;
    }

    Declarations after() {
        return after;
    }

    Options options() {
        return options;
    }

    Edits edits(Source source) {
        return edits.computeIfAbsent(source, absent -> new Edits());
    }

    /// Gathers what is put into this file needs.
    Uses uses(Source source) {
        return uses.computeIfAbsent(source, absent -> new Uses());
    }

    Set<Source> touched() {
        return edits.keySet();
    }

    Printer printer(Source source) {
        Lines lines = Lines.of(source.text());
        return new Printer(lines.unit(), lines.quote());
    }

    void leave(Source source, int position, String words) {
        byHand.add("%s, line %d: %s".formatted(source.name(), source.line(position), words));
    }

    void leave(String words) {
        byHand.add(words);
    }

    void note(String words) {
        notes.add(words);
    }

    /// A name as this file writes texts.
    static String quoted(Source source, String value) {
        return Literals.quoted(Literals.string(value), Lines.of(source.text()).quote());
    }

    /// How columns of a table, and the table, were called.
    List<String> oldNames(QualifiedName table) {
        return renames.stream()
                .flatMap(rename -> switch (rename) {
                    case Rename.OfColumn(QualifiedName of, String from, String to)
                    when of.equals(table) -> Stream.of(from);
                    case Rename.OfTable(QualifiedName from, QualifiedName to)
                    when to.equals(table) -> Stream.of(from.name());
                    case Rename.OfColumn _, Rename.OfTable _, Rename.OfEnum _ -> Stream.<String>empty();
                })
                .toList();
    }

    /// Whether a text names one of them itself, not through a property.
    boolean mentionsOldName(QualifiedName table, String text) {
        return oldNames(table).stream()
                .anyMatch(name -> Pattern.compile("(?<![.\\w])" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(text)
                        .find());
    }

    List<Rename> renames() {
        return renames;
    }

    List<String> byHand() {
        return byHand;
    }

    List<String> notes() {
        return notes;
    }

    /// Whether importing what the code needs would make files import each other in a circle: a constant could then be
    /// used before it is there.
    boolean wouldCircle(Source source, Uses needed) {
        return needed.constants().stream()
                .map(code.homes()::get)
                .filter(home -> home != null && home != source)
                .anyMatch(home -> !importsAlready(source, home) && reaches(home, source));
    }

    private boolean importsAlready(Source source, Source home) {
        return source.imports().stream().anyMatch(each -> Modules.isOf(each.module(), source, home));
    }

    private boolean reaches(Source from, Source to) {
        Set<Source> seen = new HashSet<>();
        List<Source> open = new ArrayList<>(List.of(from));
        while (!open.isEmpty()) {
            Source next = open.removeLast();
            if (next == to) {
                return true;
            }
            if (seen.add(next)) {
                code.sources().stream()
                        .filter(other -> importsAlready(next, other))
                        .forEach(open::add);
            }
        }
        return false;
    }
}
