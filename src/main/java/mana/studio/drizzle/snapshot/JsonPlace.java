package mana.studio.drizzle.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mana.studio.drizzle.snapshot.Snapshot.Extra;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An object in a snapshot file while it is read: knows where it stands, so that an error can say it, and which of its
/// keys were asked for, so that the others can be said.
final class JsonPlace {
    private static final String BROKEN =
            "Take the file from version control, or let drizzle-kit write the snapshot again.";

    private final String file;
    private final String pointer;
    private final JsonNode node;
    private final List<Extra> extras;
    private final Set<String> read = new LinkedHashSet<>();

    private JsonPlace(String file, String pointer, JsonNode node, List<Extra> extras) {
        this.file = file;
        this.pointer = pointer;
        this.node = node;
        this.extras = extras;
    }

    static JsonPlace root(String file, String text) throws UnreadableSnapshot {
        JsonNode node;
        try {
            node = Json.read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JacksonException broken) {
            String where = "line %d, column %d"
                    .formatted(
                            broken.getLocation().getLineNr(),
                            broken.getLocation().getColumnNr());
            String conflict = text.contains("<<<<<<< ") ? "the marks of a merge conflict are in the file" : null;
            throw new UnreadableSnapshot(
                    file, "", conflict == null ? "no JSON (" + where + ")" : conflict + " (" + where + ")", BROKEN);
        }
        return new JsonPlace(file, "", node, new ArrayList<>()).mustBeObject();
    }

    /// An object that stands in no file by itself.
    static JsonPlace of(String file, String pointer, JsonNode node) {
        return new JsonPlace(file, pointer, node, new ArrayList<>());
    }

    /// What kind of entity this is; empty for a kind that has no place here.
    Optional<EntityType> type() throws UnreadableSnapshot {
        text("entityType");
        return EntityType.of(node);
    }

    /// What was found and not asked for, in all places that were read to their end.
    List<Extra> extras() {
        return List.copyOf(extras);
    }

    boolean has(String key) {
        return node.has(key);
    }

    String text(String key) throws UnreadableSnapshot {
        String text = textOrNull(key);
        if (text == null) {
            throw missing(key);
        }
        return text;
    }

    @Nullable
    String textOrNull(String key) throws UnreadableSnapshot {
        JsonNode value = get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(key, "text", value);
        }
        return value.stringValue();
    }

    String textOr(String key, String otherwise) throws UnreadableSnapshot {
        String text = textOrNull(key);
        return text == null ? otherwise : text;
    }

    boolean flag(String key) throws UnreadableSnapshot {
        return flagOrNull(key).orElseThrow(() -> missing(key));
    }

    boolean flagOr(String key, boolean otherwise) throws UnreadableSnapshot {
        return flagOrNull(key).orElse(otherwise);
    }

    private Optional<Boolean> flagOrNull(String key) throws UnreadableSnapshot {
        JsonNode value = get(key);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw wrong(key, "true or false", value);
        }
        return Optional.of(value.booleanValue());
    }

    /// A number or a text that is one.
    String numeral(String key) throws UnreadableSnapshot {
        JsonNode value = get(key);
        if (value != null && value.isNumber()) {
            return Json.literal(value);
        }
        return text(key);
    }

    /// Whatever stands there.
    Optional<JsonNode> any(String key) {
        return Optional.ofNullable(get(key)).filter(value -> !value.isNull());
    }

    Optional<JsonPlace> object(String key) throws UnreadableSnapshot {
        Optional<JsonNode> value = any(key);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(child(key, value.get()).mustBeObject());
    }

    /// Its keys, in the file's order.
    List<String> keys() {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /// The members of an object that is a map: what stands under each name.
    Map<String, JsonPlace> members(String key) throws UnreadableSnapshot {
        Map<String, JsonPlace> members = new LinkedHashMap<>();
        Optional<JsonPlace> map = object(key);
        if (map.isPresent()) {
            for (Map.Entry<String, JsonNode> member : map.get().node.properties()) {
                members.put(
                        member.getKey(),
                        map.get().child(member.getKey(), member.getValue()).mustBeObject());
            }
        }
        return members;
    }

    /// The members of a map that must be there.
    Map<String, JsonPlace> membersOf(String key) throws UnreadableSnapshot {
        if (!node.has(key)) {
            throw missing(key);
        }
        return members(key);
    }

    List<JsonPlace> elements(String key) throws UnreadableSnapshot {
        List<JsonPlace> elements = new ArrayList<>();
        JsonNode array = array(key);
        for (int position = 0; position < array.size(); position++) {
            elements.add(child(key, array).child(String.valueOf(position), array.get(position)));
        }
        return elements;
    }

    List<String> texts(String key) throws UnreadableSnapshot {
        List<String> texts = new ArrayList<>();
        for (JsonPlace element : elements(key)) {
            if (!element.node.isString()) {
                throw element.wrong("a text stands here in every snapshot, not " + Json.compact(element.node));
            }
            texts.add(element.node.stringValue());
        }
        return texts;
    }

    /// The text that this is, where it is no object but a text.
    Optional<String> asText() {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    JsonPlace mustBeObject() throws UnreadableSnapshot {
        if (!node.isObject()) {
            throw wrong("an object stands here in every snapshot, not " + cut(Json.compact(node)));
        }
        return this;
    }

    /// The object itself, to be changed.
    ObjectNode copy() {
        return (ObjectNode) node.deepCopy();
    }

    String file() {
        return file;
    }

    String json() {
        return Json.compact(node);
    }

    /// Says the keys that were not asked for.
    void done() {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!read.contains(member.getKey())) {
                extras.add(new Extra(pointer + "/" + escaped(member.getKey()), Json.compact(member.getValue())));
            }
        }
    }

    /// Says a thing that was asked for and has no place.
    void keep(String key) {
        Optional.ofNullable(node.get(key))
                .ifPresent(value -> extras.add(new Extra(pointer + "/" + escaped(key), Json.compact(value))));
    }

    UnreadableSnapshot missing(String key) {
        return wrong("\"" + key + "\" is missing");
    }

    UnreadableSnapshot wrong(String problem) {
        return new UnreadableSnapshot(file, pointer, problem, BROKEN);
    }

    UnreadableSnapshot refused(String problem, String advice) {
        return new UnreadableSnapshot(file, pointer, problem, advice);
    }

    private UnreadableSnapshot wrong(String key, String wanted, JsonNode value) {
        return child(key, value).wrong("this is %s, not %s".formatted(cut(Json.compact(value)), wanted));
    }

    private JsonNode array(String key) throws UnreadableSnapshot {
        JsonNode array = any(key).orElse(null);
        if (array == null) {
            throw missing(key);
        }
        if (!array.isArray()) {
            throw wrong(key, "a list", array);
        }
        return array;
    }

    private @Nullable JsonNode get(String key) {
        read.add(key);
        return node.get(key);
    }

    private JsonPlace child(String key, JsonNode value) {
        return new JsonPlace(file, pointer + "/" + escaped(key), value, extras);
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    private static String cut(String json) {
        return json.length() <= 40 ? json : json.substring(0, 39) + "…";
    }
}
