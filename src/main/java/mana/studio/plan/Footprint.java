package mana.studio.plan;

import java.util.LinkedHashSet;
import java.util.Set;
import mana.studio.schema.Part;
import org.jspecify.annotations.Nullable;

/// What a change does to the parts of a database, as far as order matters.
///
/// @param creates what is there after it and was not before
/// @param alters  what stays and is another afterwards: what leans on the old must go before, on the new come after
/// @param drops   what is gone after it
/// @param needs   what must be there, beyond what the created and altered parts need by themselves
/// @param after   what must have been created, altered or dropped where anything does that
/// @param frees   names and places that are free after it
/// @param takes   names and places that must be free before it
record Footprint(
        Set<Part> creates,
        Set<Part> alters,
        Set<Part> drops,
        Set<Part> needs,
        Set<Part> after,
        Set<Place> frees,
        Set<Place> takes) {
    Footprint() {
        this(
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>(),
                new LinkedHashSet<>());
    }

    Footprint creates(Part part) {
        creates.add(part);
        return this;
    }

    Footprint alters(Part part) {
        alters.add(part);
        return this;
    }

    Footprint drops(Part part) {
        drops.add(part);
        return this;
    }

    Footprint needs(Part part) {
        needs.add(part);
        return this;
    }

    Footprint after(Part part) {
        after.add(part);
        return this;
    }

    Footprint frees(Place place) {
        frees.add(place);
        return this;
    }

    Footprint frees(Place.Kind kind, Object what) {
        return frees(Place.of(kind, what));
    }

    Footprint frees(Place.Kind kind, Object what, String part) {
        return frees(Place.of(kind, what, part));
    }

    Footprint takes(Place place) {
        takes.add(place);
        return this;
    }

    Footprint takes(Place.Kind kind, Object what) {
        return takes(Place.of(kind, what));
    }

    Footprint takes(Place.Kind kind, Object what, @Nullable String part) {
        return takes(Place.of(kind, what, part));
    }
}
