package mana.studio.drizzle.typescript;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mana.studio.drizzle.typescript.Source.Import;
import mana.studio.drizzle.typescript.Source.Specifier;
import mana.studio.drizzle.typescript.Token.Kind;

/// Imports what was put into a file needs, and no longer what it needed only for what was taken out.
final class ImportPatch {
    private static final int WIDTH = 120;

    private final Patching patching;
    private final Source source;
    private final String edited;

    ImportPatch(Patching patching, Source source, String edited) {
        this.patching = patching;
        this.source = source;
        this.edited = edited;
    }

    String text() {
        Source now;
        try {
            now = Source.read(source.name(), edited);
        } catch (UnreadableTypeScript broken) {
            throw new IllegalStateException("A patch broke " + source.name(), broken);
        }
        Map<String, Set<String>> wanted = wanted(now);
        Edits edits = new Edits();
        for (Import each : now.imports()) {
            Set<String> added = wanted.getOrDefault(each.module(), Set.of());
            List<Specifier> unused = each.specifiers().stream()
                    .filter(specifier -> now.count(specifier.name()) == times(each, specifier))
                    .filter(specifier -> source.count(specifier.name()) > times(each, specifier))
                    .toList();
            if (each.open() >= 0 && (!added.isEmpty() || !unused.isEmpty())) {
                wanted.remove(each.module());
                rewrite(now, each, added, unused, edits);
            }
        }
        List<String> statements = new ArrayList<>();
        wanted.forEach((module, names) -> statements.add(
                styled(Imports.statement(names, module, Lines.of(edited).unit()))));
        if (!statements.isEmpty()) {
            int position = now.imports().isEmpty() ? 0 : now.imports().getLast().end();
            String text = String.join("", statements).stripTrailing();
            edits.insert(position, position == 0 ? text + "\n\n" : "\n" + text);
        }
        return edits.apply(edited);
    }

    private String styled(String statement) {
        Lines lines = Lines.of(source.text());
        String quoted = statement.replace('\'', lines.quote());
        return lines.hasSemicolons() ? quoted : quoted.replace(";\n", "\n");
    }

    /// A name that is not changed on its way in stands once in its import.
    private static long times(Import statement, Specifier specifier) {
        return statement.specifiers().stream()
                .filter(each -> each.name().equals(specifier.name()))
                .mapToLong(each -> 1)
                .sum();
    }

    private Map<String, Set<String>> wanted(Source now) {
        Uses uses = patching.uses(source);
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        want(now, uses.orm(), "drizzle-orm", wanted);
        want(now, uses.core(), "drizzle-orm/pg-core", wanted);
        for (String constant : uses.constants()) {
            Source home = patching.code().homes().get(constant);
            if (home != null && home != source) {
                want(now, Set.of(constant), module(home), wanted);
            }
        }
        return wanted;
    }

    private String module(Source home) {
        return source.imports().stream()
                .map(Import::module)
                .filter(module -> Modules.isOf(module, source, home))
                .findFirst()
                .orElseGet(() -> Modules.of(source, home));
    }

    /// What the file used before is there already, however it came there.
    private void want(Source now, Set<String> names, String module, Map<String, Set<String>> wanted) {
        names.stream()
                .filter(name -> now.count(name) > 0 && !isKnown(name))
                .forEach(name -> wanted.computeIfAbsent(module, absent -> new TreeSet<>())
                        .add(name));
    }

    private boolean isKnown(String name) {
        boolean imported = source.imports().stream()
                .flatMap(each -> each.specifiers().stream())
                .anyMatch(each -> each.name().equals(name));
        return imported
                || source.constants().stream().anyMatch(each -> each.name().equals(name))
                || isDestructured(name);
    }

    /// `const { text, integer } = p;`
    private boolean isDestructured(String name) {
        List<Token> tokens = source.tokens();
        boolean inside = false;
        for (int at = 1; at < tokens.size(); at++) {
            Token token = tokens.get(at);
            inside = token.is("{") && tokens.get(at - 1).is("const") || inside && !token.is("}");
            if (inside && token.kind() == Kind.WORD && token.text().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private void rewrite(Source now, Import statement, Set<String> added, List<Specifier> unused, Edits edits) {
        Map<String, String> texts = new LinkedHashMap<>();
        statement.specifiers().stream()
                .filter(each -> !unused.contains(each))
                .forEach(each -> texts.put(each.imported(), now.text().substring(each.start(), each.end())));
        List<String> names = new ArrayList<>(texts.keySet());
        boolean sorted = names.equals(names.stream().sorted(Imports.ORDER).toList());
        added.forEach(name -> texts.putIfAbsent(name, Imports.specifier(name)));
        if (texts.isEmpty()) {
            int end = Math.min(Lines.of(edited).end(statement.end()) + 1, edited.length());
            edits.remove(statement.start(), end);
            return;
        }
        List<String> ordered = sorted
                ? texts.keySet().stream()
                        .sorted(Imports.ORDER)
                        .map(texts::get)
                        .map(Objects::requireNonNull)
                        .toList()
                : List.copyOf(texts.values());
        int open = now.token(statement.open()).start();
        int close = edited.indexOf(
                '}',
                statement.specifiers().isEmpty()
                        ? open
                        : statement.specifiers().getLast().end());
        String line = "{ " + String.join(", ", ordered) + " }";
        int width = open - statement.start() + line.length() + statement.end() - close - 1;
        boolean oneLine = Lines.of(edited).isOneLine(open, close) && width <= WIDTH;
        String unit = Lines.of(edited).unit();
        String many = ordered.stream().map(each -> unit + each + ",\n").collect(Collectors.joining("", "{\n", "}"));
        edits.replace(open, close + 1, oneLine ? line : many);
    }
}
