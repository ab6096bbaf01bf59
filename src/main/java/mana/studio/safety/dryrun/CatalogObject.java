package mana.studio.safety.dryrun;

/// An object as it is called: `column app.orders.qty`.
///
/// @param kind `table`, `index`, `column`, `constraint`, `trigger`, `policy`, `type`, `function`, `schema` …
/// @param name qualified, quoted where needed
public record CatalogObject(String kind, String name) implements Comparable<CatalogObject> {
    @Override
    public int compareTo(CatalogObject other) {
        int byName = name.compareTo(other.name);
        return byName != 0 ? byName : kind.compareTo(other.kind);
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
