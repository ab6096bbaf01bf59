package mana.studio.safety.rule;

/// Pages of PostgreSQL's documentation.
final class Docs {
    static final String ALTER_TABLE = page("sql-altertable");
    static final String ALTER_TYPE = page("sql-altertype");
    static final String ALTER_DOMAIN = page("sql-alterdomain");
    static final String CREATE_INDEX = page("sql-createindex") + "#SQL-CREATEINDEX-CONCURRENTLY";
    static final String CREATE_TABLE = page("sql-createtable");
    static final String CREATE_POLICY = page("sql-createpolicy");
    static final String DROP_INDEX = page("sql-dropindex");
    static final String REINDEX = page("sql-reindex");
    static final String REFRESH = page("sql-refreshmaterializedview");
    static final String TRUNCATE = page("sql-truncate");
    static final String CLUSTER = page("sql-cluster");
    static final String LOCK = page("sql-lock");
    static final String LOCKING = page("explicit-locking");
    static final String PARTITIONING = page("ddl-partitioning");
    static final String DEPENDENCIES = page("ddl-depend");
    static final String TIMEOUTS = page("runtime-config-client") + "#GUC-LOCK-TIMEOUT";
    static final String TRANSACTIONS = page("tutorial-transactions");
    static final String REPLICATION = page("logical-replication-restrictions");
    static final String IDENTIFIERS = page("sql-syntax-lexical") + "#SQL-SYNTAX-IDENTIFIERS";
    static final String CHARACTERS = page("datatype-character");
    static final String TIMES = page("datatype-datetime");
    static final String NUMBERS = page("datatype-numeric");
    static final String JSON = page("datatype-json");
    static final String IDENTITY = page("ddl-identity-columns");
    static final String FUNCTIONS = page("xfunc-volatility");
    static final String SEQUENCES = page("functions-sequence");
    static final String PATHS = page("ddl-schemas") + "#DDL-SCHEMAS-PATH";

    private Docs() {}

    private static String page(String name) {
        return "https://www.postgresql.org/docs/current/" + name + ".html";
    }
}
