package mana.studio.convention.rule;

import java.util.List;
import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Edit;
import mana.studio.design.Edits;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Database;
import mana.studio.schema.EnumType;
import mana.studio.schema.Part;
import mana.studio.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/// Each service its schema.
final class PublicEnum implements Convention {
    @Override
    public String id() {
        return "public-enum";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "No enums in public";
    }

    @Override
    public String reason() {
        return "pgEnum() puts an enum into public, where drizzle-kit with a schema filter does not "
                + "see it: the next push tries to create it again.";
    }

    @Override
    public String example() {
        return "CREATE TYPE subscriptions.billing_interval AS ENUM ('month', 'year')";
    }

    @Override
    public Stream<Breach> type(House house, EnumType type) {
        if (house.isPublicAllowed() || !House.isPublic(type.name().schema())) {
            return Stream.empty();
        }
        List<String> users = users(house.database(), type.name());
        return Stream.of(breach(
                new Spot(type.id(), null, Field.WHOLE),
                Part.type(type.name()),
                type.name().name() + " is in public, but used "
                        + (users.isEmpty() ? "nowhere." : "in " + String.join(", ", users) + "."),
                users.size() == 1 && !House.isPublic(users.getFirst())
                        ? fix(house.database(), type, users.getFirst())
                        : null));
    }

    /// The schemas whose tables have a column of it.
    private static List<String> users(Database database, QualifiedName type) {
        return database.tables()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> type.equals(column.type().named())))
                .map(table -> table.name().schema())
                .distinct()
                .toList();
    }

    private static @Nullable Edit fix(Database database, EnumType type, String schema) {
        String name = type.name().name();
        if (Fixes.isTaken(database, schema, name)) {
            return null;
        }
        return Edit.of(
                "Move " + name + " to " + schema,
                now -> Fixes.isTaken(now, schema, name) ? now : Edits.move(now, type.id(), schema));
    }
}
