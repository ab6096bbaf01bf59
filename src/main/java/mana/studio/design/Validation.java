package mana.studio.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mana.studio.design.Problem.Severity;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.schema.DomainType;
import mana.studio.schema.EnumType;
import mana.studio.schema.Identity;
import mana.studio.schema.Schema;
import mana.studio.schema.SchemaObject;
import mana.studio.schema.Sequence;
import mana.studio.schema.Table;
import mana.studio.schema.View;
import mana.studio.sql.SqlTokens;
import mana.studio.sql.Token;
import org.jspecify.annotations.Nullable;

/// What is wrong in a design as far as it can be told without a server, at once. Only what differs from the base is
/// looked
/// at: what is in a database was accepted by one.
public final class Validation {
    private final Database design;
    private final Map<String, SchemaObject> before = new HashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Validation(Database base, Database design) {
        this.design = design;
        base.schemas().forEach(schema -> {
            schemas.put(schema.id().key(), schema);
            schema.objects().forEach(object -> before.put(object.id().key(), object));
        });
    }

    public static List<Problem> of(Database base, Sketch sketch) {
        if (sketch.database() == base) {
            return List.of();
        }
        Validation validation = new Validation(base, sketch.database());
        validation.check();
        return List.copyOf(validation.problems);
    }

    private void check() {
        NameRules names = new NameRules(design, this::add);
        TableRules tables = new TableRules(design, this::add);
        for (Schema schema : design.schemas()) {
            Schema old = schemas.get(schema.id().key());
            if (old == schema) {
                continue;
            }
            if (old == null || !old.name().equals(schema.name())) {
                names.schema(schema);
            }
            schema.objects().forEach(object -> object(object, names, tables));
        }
        tables.referring(before);
    }

    private void object(SchemaObject object, NameRules names, TableRules tables) {
        SchemaObject old = before.get(object.id().key());
        if (object.equals(old)) {
            return;
        }
        if (old == null || !old.name().equals(object.name())) {
            names.object(object);
        }
        names.parts(old, object);
        switch (object) {
            case Table table -> tables.table(old instanceof Table was ? was : null, table);
            case View view -> query(view);
            case EnumType type -> labels(type);
            case Sequence sequence -> counting(sequence);
            case DomainType domain -> tables.domain(domain);
            case mana.studio.schema.CompositeType _, mana.studio.schema.Routine _ -> {}
        }
    }

    private void query(View view) {
        if (view.definition().isBlank()) {
            add(view.id(), null, Field.DEFINITION, Severity.ERROR, "A view needs a query.");
        } else if (hasMore(view.definition())) {
            add(view.id(), null, Field.DEFINITION, Severity.ERROR, "A view is one query; this is more.");
        }
    }

    /// Whether something stands behind a semicolon: it would be a statement of its own.
    private static boolean hasMore(String query) {
        return SqlTokens.scan(query).stream()
                .filter(token -> token.kind() != Token.Kind.WHITESPACE && token.kind() != Token.Kind.COMMENT)
                .dropWhile(token -> !token.text(query).equals(";"))
                .anyMatch(token -> !token.text(query).equals(";"));
    }

    private void labels(EnumType type) {
        Set<String> seen = new HashSet<>();
        for (String label : type.labels()) {
            if (!seen.add(label)) {
                add(
                        type.id(),
                        null,
                        Field.LABELS,
                        Severity.ERROR,
                        "The value %s is there twice.".formatted(NameRules.shown(label)));
            }
            if (label.isEmpty()) {
                add(type.id(), null, Field.LABELS, Severity.WARNING, "A value is empty.");
            }
            if (NameRules.bytes(label) > NameRules.LONGEST) {
                add(
                        type.id(),
                        null,
                        Field.LABELS,
                        Severity.ERROR,
                        "The value %s has %d bytes; 63 is the most."
                                .formatted(NameRules.shown(label), NameRules.bytes(label)));
            }
        }
    }

    private void counting(Sequence sequence) {
        var options = sequence.options();
        String wrong = options.increment() == 0
                ? "A sequence cannot go by 0."
                : options.minimum() >= options.maximum()
                        ? "The minimum must be below the maximum."
                        : options.start() < options.minimum() || options.start() > options.maximum()
                                ? "The start must be between minimum and maximum."
                                : "";
        if (!wrong.isEmpty()) {
            add(sequence.id(), null, Field.OPTIONS, Severity.ERROR, wrong);
        }
    }

    private void add(Problem problem) {
        problems.add(problem);
    }

    private void add(Identity object, @Nullable Identity part, Field field, Severity severity, String message) {
        add(new Problem(new Spot(object, part, field), severity, Objects.requireNonNull(message)));
    }
}
