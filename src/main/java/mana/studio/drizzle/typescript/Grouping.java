package mana.studio.drizzle.typescript;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mana.studio.drizzle.typescript.Options.Layout;

/// Which file each constant stands in: tables and views by the layout, what they share beside its one user or, with
/// several, in `schema.ts`, from which everything may import without going in circles.
final class Grouping {
    static final String SHARED = "schema";
    static final String RELATIONS = "relations";

    private final Layout layout;
    private final Map<String, String> files = new HashMap<>();

    Grouping(List<Declaration> declarations, Layout layout) {
        this.layout = layout;
        declarations.forEach(each -> files.put(each.identifier(), wish(each)));
        for (Declaration each : declarations.reversed()) {
            if (isShared(each)) {
                files.put(each.identifier(), beside(each, declarations));
            }
        }
    }

    String of(String identifier) {
        return files.getOrDefault(identifier, SHARED);
    }

    static String ofSchema(String schema) {
        return kebab(schema) + ".schema";
    }

    private String wish(Declaration declaration) {
        return switch (layout) {
            case ONE_FILE -> SHARED;
            case FILE_PER_SCHEMA -> bySchema(declaration.thing());
            case FILE_PER_TABLE -> kebab(declaration.identifier());
        };
    }

    private static String bySchema(Thing thing) {
        return switch (thing.kind()) {
            case SCHEMA -> ofSchema(thing.name().name());
            case ENUM, TABLE, VIEW, SEQUENCE -> ofSchema(thing.name().schema());
            case ROLE, POLICY, TYPE -> SHARED;
        };
    }

    private static boolean isShared(Declaration declaration) {
        return switch (declaration.thing().kind()) {
            case SCHEMA, ENUM, ROLE, SEQUENCE -> true;
            case TABLE, VIEW, POLICY, TYPE -> false;
        };
    }

    private String beside(Declaration declaration, List<Declaration> all) {
        if (declaration.thing().kind() == Thing.Kind.SCHEMA && layout == Layout.FILE_PER_TABLE) {
            return SHARED;
        }
        Set<String> users = new HashSet<>();
        all.stream()
                .filter(each -> each.uses().constants().contains(declaration.identifier()))
                .forEach(each -> users.add(of(each.identifier())));
        boolean alone = users.isEmpty() && layout == Layout.FILE_PER_SCHEMA;
        return users.size() == 1 ? users.iterator().next() : alone ? wish(declaration) : SHARED;
    }

    private static String kebab(String name) {
        return Words.snake(name).replace('_', '-').isEmpty()
                ? name
                : Words.snake(name).replace('_', '-');
    }
}
