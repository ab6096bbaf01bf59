package mana.studio.catalog;

/// The oids of the system catalogs that others name. They are part of the server's source
/// (`CATALOG(pg_class,1259,…)` in `src/include/catalog/pg_*.h`) and never change.
final class SystemCatalog {
    static final long TYPE = 1247;
    static final long ROUTINE = 1255;
    static final long RELATION = 1259;
    static final long DEFAULT = 2604;
    static final long CONSTRAINT = 2606;
    static final long TRIGGER = 2620;
    static final long POLICY = 3256;
    static final long SCHEMA = 2615;
    static final long EXTENSION = 3079;

    private SystemCatalog() {}
}
