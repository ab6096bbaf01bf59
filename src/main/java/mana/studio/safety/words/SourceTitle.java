package mana.studio.safety.words;

import java.util.Locale;
import java.util.Map;

/// The titles of the pages that findings point to.
public final class SourceTitle {
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("sql-altertable", "ALTER TABLE"),
            Map.entry("sql-altertype", "ALTER TYPE"),
            Map.entry("sql-alterdomain", "ALTER DOMAIN"),
            Map.entry("sql-createindex", "CREATE INDEX"),
            Map.entry("sql-createtable", "CREATE TABLE"),
            Map.entry("sql-createpolicy", "CREATE POLICY"),
            Map.entry("sql-dropindex", "DROP INDEX"),
            Map.entry("sql-reindex", "REINDEX"),
            Map.entry("sql-refreshmaterializedview", "REFRESH MATERIALIZED VIEW"),
            Map.entry("sql-truncate", "TRUNCATE"),
            Map.entry("sql-cluster", "CLUSTER"),
            Map.entry("sql-lock", "LOCK"),
            Map.entry("sql-syntax", "SQL Syntax"),
            Map.entry("explicit-locking", "Explicit Locking"),
            Map.entry("ddl-partitioning", "Table Partitioning"),
            Map.entry("ddl-depend", "Dependency Tracking"),
            Map.entry("ddl-schemas", "Schemas"),
            Map.entry("ddl-identity-columns", "Identity Columns"),
            Map.entry("runtime-config-client", "Client Connection Defaults"),
            Map.entry("tutorial-transactions", "Transactions"),
            Map.entry("logical-replication-restrictions", "Logical Replication: Restrictions"),
            Map.entry("sql-syntax-lexical", "Identifiers and Key Words"),
            Map.entry("datatype-character", "Character Types"),
            Map.entry("datatype-datetime", "Date/Time Types"),
            Map.entry("datatype-numeric", "Numeric Types"),
            Map.entry("datatype-json", "JSON Types"),
            Map.entry("xfunc-volatility", "Function Volatility Categories"),
            Map.entry("functions-sequence", "Sequence Manipulation Functions"));

    private SourceTitle() {}

    /// `PostgreSQL documentation: ALTER TABLE`.
    public static String of(String address) {
        String page = address.replaceFirst("#.*$", "").replaceFirst("^.*/", "").replaceFirst("\\.html$", "");
        String title = PAGES.get(page);
        return "PostgreSQL documentation: " + (title == null ? spelled(page) : title);
    }

    /// A page that is not known by its title: its name, with blanks.
    private static String spelled(String page) {
        return page.replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
