package mana.studio.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mana.studio.catalog.Snapshot;
import mana.studio.catalog.Snapshot.RelationSize;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.OtherObject;
import mana.studio.schema.Relation;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import org.jspecify.annotations.Nullable;

/// A database on a few pages, for people.
final class Summary {
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};

    private final Snapshot snapshot;
    private final StringBuilder text = new StringBuilder();

    private Summary(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static String of(Snapshot snapshot) {
        Summary summary = new Summary(snapshot);
        summary.database(snapshot.database());
        return summary.text.toString();
    }

    private void database(Database database) {
        line(database.name() + ", PostgreSQL " + database.version() / 10_000 + "." + database.version() % 10_000);
        line(Stream.of(
                        count(database.schemas().size(), "schema"),
                        count(database.tables().count(), "table"),
                        count(database.tables().mapToLong(table -> table.columns().size()).sum(), "column"),
                        count(database.tables().mapToLong(table -> table.foreignKeys().size()).sum(), "foreign key"))
                .collect(Collectors.joining(", ")));
        database.schemas().forEach(this::schema);
        if (!database.extensions().isEmpty()) {
            line("");
            line("Extensions: "
                    + database.extensions().stream()
                            .map(extension -> extension.name() + " " + extension.version())
                            .collect(Collectors.joining(", ")));
        }
        others(database.others());
    }

    private void schema(Schema schema) {
        line("");
        line(schema.name() + (schema.comment() == null ? "" : "  " + firstLine(schema.comment())));
        List<Relation> relations = schema.relations().toList();
        int width = relations.stream()
                .mapToInt(relation -> relation.name().name().length())
                .max()
                .orElse(0);
        for (Relation relation : relations) {
            String name = relation.name().name();
            line("  " + name + " ".repeat(width - name.length()) + "  " + describe(relation));
        }
        for (EnumType type : schema.enums()) {
            line("  enum " + type.name().name() + " (" + String.join(", ", type.labels()) + ")");
        }
        names("domain", schema.domains());
        names("type", schema.composites());
        names("sequence", schema.sequences());
        names("function", schema.routines());
        if (schema.objects().findAny().isEmpty()) {
            line("  (empty)");
        }
    }

    private String describe(Relation relation) {
        List<String> parts = new ArrayList<>();
        parts.add(kind(relation));
        parts.add(count(relation.columns().size(), "column"));
        RelationSize size = snapshot.sizes().get(relation.name());
        if (size != null && size.rows() >= 0) {
            parts.add("about " + count(size.rows(), "row"));
            parts.add(bytes(size.bytes()));
        }
        return String.join(", ", parts);
    }

    private static String kind(Relation relation) {
        return switch (relation) {
            case View view -> view.materialized() ? "materialized view" : "view";
            case Table table when table.foreign() != null -> "foreign table";
            case Table table when table.isPartitioned() -> "partitioned table";
            case Table table when table.partitionOf() != null ->
                "partition of " + table.partitionOf().parent().name();
            case Table _ -> "table";
        };
    }

    private void names(String kind, List<? extends SchemaObject> objects) {
        objects.forEach(object -> line("  " + kind + " " + object.name().name()));
    }

    private void others(List<OtherObject> others) {
        Map<String, List<String>> byKind = others.stream()
                .collect(Collectors.groupingBy(
                        OtherObject::kind,
                        TreeMap::new,
                        Collectors.mapping(
                                other -> qualified(other.schema(), other.name()), Collectors.toList())));
        if (!byKind.isEmpty()) {
            line("");
            line("Other objects");
            byKind.forEach((kind, names) -> line("  " + kind + ": " + String.join(", ", names)));
        }
    }

    private static String qualified(@Nullable String schema, String name) {
        return schema == null ? name : schema + "." + name;
    }

    private static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? noun : noun + "s");
    }

    private static String bytes(long bytes) {
        double amount = bytes;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", amount, UNITS[unit]);
    }

    private static String firstLine(String comment) {
        return comment.lines().findFirst().orElse("");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
