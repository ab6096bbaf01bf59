package mana.studio.convention.rule;

import java.util.stream.Stream;
import mana.studio.convention.Breach;
import mana.studio.convention.Convention;
import mana.studio.convention.House;
import mana.studio.convention.Severity;
import mana.studio.design.Spot;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Part;
import mana.studio.schema.Schema;

/// Somebody answers for it.
final class SchemaOwner implements Convention {
    @Override
    public String id() {
        return "schema-owner";
    }

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Every schema belongs to a service";
    }

    @Override
    public String reason() {
        return "Whoever finds a slow query or a strange row must know whom to ask; the tools of a "
                + "service touch only its own schemas.";
    }

    @Override
    public String example() {
        return "auth · mana-auth";
    }

    @Override
    public Stream<Breach> schema(House house, Schema schema) {
        boolean asked = !house.isPublicAllowed() && !House.isPublic(schema.name());
        return !asked || house.services().ownerOf(schema.name()).isPresent()
                ? Stream.empty()
                : Stream.of(breach(
                        new Spot(schema.id(), null, Field.WHOLE),
                        Part.schema(schema.name()),
                        "No service is registered as the owner of " + schema.name() + ".",
                        null));
    }
}
