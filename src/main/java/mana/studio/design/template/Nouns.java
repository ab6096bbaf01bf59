package mana.studio.design.template;

import java.util.Map;
import java.util.Set;

/// English nouns in singular and plural, as far as the names of new tables and their columns need it: a proposal, that
/// a person may change.
public final class Nouns {
    private static final Set<String> UNCOUNTABLE = Set.of(
            "data",
            "metadata",
            "media",
            "news",
            "series",
            "species",
            "equipment",
            "information",
            "feedback",
            "staff",
            "history",
            "info",
            "analytics",
            "stats",
            "settings",
            "usage",
            "content",
            "inventory");
    private static final Map<String, String> IRREGULAR = Map.of(
            "people",
            "person",
            "children",
            "child",
            "men",
            "man",
            "women",
            "woman",
            "indices",
            "index",
            "criteria",
            "criterion",
            "statuses",
            "status",
            "addresses",
            "address",
            "buses",
            "bus",
            "aliases",
            "alias");

    private Nouns() {}

    /// Whether the name of a table may well say that it holds several.
    public static boolean isPlural(String tableName) {
        String word = last(tableName);
        return UNCOUNTABLE.contains(word)
                || IRREGULAR.containsKey(word)
                || (word.endsWith("s") && !word.endsWith("ss") && !IRREGULAR.containsValue(word));
    }

    /// The name for several.
    public static String plural(String tableName) {
        if (tableName.isEmpty() || isPlural(tableName)) {
            return tableName;
        }
        String word = last(tableName);
        String before = tableName.substring(0, tableName.length() - word.length());
        for (Map.Entry<String, String> pair : IRREGULAR.entrySet()) {
            if (pair.getValue().equals(word) && !word.equals("index")) {
                return before + pair.getKey();
            }
        }
        if (word.matches(".*(s|x|z|ch|sh)")) {
            return tableName + "es";
        }
        return word.matches(".*[^aeiou]y") ? tableName.substring(0, tableName.length() - 1) + "ies" : tableName + "s";
    }

    /// The name for one.
    public static String singular(String tableName) {
        String word = last(tableName);
        String before = tableName.substring(0, tableName.length() - word.length());
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return before + irregular;
        }
        if (UNCOUNTABLE.contains(word) || !isPlural(tableName)) {
            return tableName;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return tableName.substring(0, tableName.length() - 3) + "y";
        }
        int cut = word.matches(".*(sses|xes|zes|ches|shes)") ? 2 : 1;
        return tableName.substring(0, tableName.length() - cut);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('_') + 1);
    }
}
