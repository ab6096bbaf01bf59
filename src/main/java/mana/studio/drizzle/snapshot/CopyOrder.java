package mana.studio.drizzle.snapshot;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The order of keys in a snapshot that drizzle-kit copied: for a custom migration it reads the last one, checking it
/// against its own description of the format, and what comes out stands in the order of that description.
final class CopyOrder {
    private static final List<String> ROOT = List.of(
            "id",
            "prevId",
            "version",
            "dialect",
            "tables",
            "enums",
            "schemas",
            "views",
            "sequences",
            "roles",
            "policies",
            "_meta",
            "internal");
    private static final List<String> COLUMN =
            List.of("name", "type", "typeSchema", "primaryKey", "notNull", "default", "generated", "identity");
    private static final List<String> COUNTER =
            List.of("name", "increment", "minValue", "maxValue", "startWith", "cache", "cycle", "schema", "type");
    private static final List<String> INDEX =
            List.of("name", "columns", "isUnique", "with", "method", "where", "concurrently");
    private static final List<String> INDEX_PART = List.of("expression", "isExpression", "asc", "nulls", "opclass");
    private static final List<String> FOREIGN_KEY =
            List.of("name", "tableFrom", "columnsFrom", "tableTo", "schemaTo", "columnsTo", "onUpdate", "onDelete");
    private static final List<String> UNIQUE = List.of("name", "columns", "nullsNotDistinct");
    private static final List<String> POLICY = List.of("name", "as", "for", "to", "using", "withCheck", "on", "schema");
    private static final List<String> VIEW = List.of(
            "name",
            "schema",
            "columns",
            "definition",
            "materialized",
            "with",
            "isExisting",
            "withNoData",
            "using",
            "tablespace");
    private static final List<String> VIEW_OPTIONS = List.of(
            "checkOption",
            "securityBarrier",
            "securityInvoker",
            "fillfactor",
            "toastTupleTarget",
            "parallelWorkers",
            "autovacuumEnabled",
            "vacuumIndexCleanup",
            "vacuumTruncate",
            "autovacuumVacuumThreshold",
            "autovacuumVacuumScaleFactor",
            "autovacuumVacuumCostDelay",
            "autovacuumVacuumCostLimit",
            "autovacuumFreezeMinAge",
            "autovacuumFreezeMaxAge",
            "autovacuumFreezeTableAge",
            "autovacuumMultixactFreezeMinAge",
            "autovacuumMultixactFreezeMaxAge",
            "autovacuumMultixactFreezeTableAge",
            "logAutovacuumMinDuration",
            "userCatalogTable");

    private CopyOrder() {}

    static ObjectNode of(ObjectNode snapshot) {
        each(snapshot.path("tables"), CopyOrder::table);
        each(snapshot.path("sequences"), sequence -> order(sequence, COUNTER));
        each(snapshot.path("policies"), policy -> order(policy, POLICY));
        each(snapshot.path("views"), CopyOrder::view);
        order(snapshot, ROOT);
        return snapshot;
    }

    static ObjectNode ofVersion8(ObjectNode snapshot) {
        order(snapshot, List.of("id", "prevIds", "version", "dialect", "ddl", "renames"));
        return snapshot;
    }

    private static void table(JsonNode table) {
        each(table.path("columns"), CopyOrder::column);
        each(table.path("indexes"), CopyOrder::index);
        each(table.path("foreignKeys"), key -> order(key, FOREIGN_KEY));
        each(table.path("uniqueConstraints"), key -> order(key, UNIQUE));
        each(table.path("policies"), policy -> order(policy, POLICY));
    }

    private static void column(JsonNode column) {
        order(column.path("generated"), List.of("type", "as"));
        order(column.path("identity"), COUNTER);
        order(column, COLUMN);
    }

    private static void index(JsonNode index) {
        ((ArrayNode) index.path("columns")).forEach(part -> order(part, INDEX_PART));
        order(index, INDEX);
    }

    private static void view(JsonNode view) {
        each(view.path("columns"), CopyOrder::column);
        order(view.path("with"), VIEW_OPTIONS);
        order(view, VIEW);
    }

    private static void each(JsonNode map, Consumer<JsonNode> what) {
        map.properties().forEach(member -> what.accept(member.getValue()));
    }

    /// Takes every key out and puts it in again; keys without a place go to the end.
    private static void order(JsonNode node, List<String> keys) {
        if (node instanceof ObjectNode object) {
            List<String> present =
                    object.properties().stream().map(Map.Entry::getKey).toList();
            Stream.concat(keys.stream().filter(object::has), present.stream().filter(key -> !keys.contains(key)))
                    .forEach(key -> object.set(key, object.remove(key)));
        }
    }
}
