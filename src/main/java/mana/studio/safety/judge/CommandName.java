package mana.studio.safety.judge;

import java.util.Locale;
import java.util.Map;
import mana.studio.statement.Node;

/// What a statement is called in the documentation.
final class CommandName {
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("IndexStmt", "CREATE INDEX"),
            Map.entry("ViewStmt", "CREATE VIEW"),
            Map.entry("RuleStmt", "CREATE RULE"),
            Map.entry("CreateStmt", "CREATE TABLE"),
            Map.entry("CreateTrigStmt", "CREATE TRIGGER"),
            Map.entry("CreateStatsStmt", "CREATE STATISTICS"),
            Map.entry("CreateSeqStmt", "CREATE SEQUENCE"),
            Map.entry("AlterSeqStmt", "ALTER SEQUENCE"),
            Map.entry("CreateEnumStmt", "CREATE TYPE"),
            Map.entry("AlterEnumStmt", "ALTER TYPE"),
            Map.entry("CompositeTypeStmt", "CREATE TYPE"),
            Map.entry("CreatedbStmt", "CREATE DATABASE"),
            Map.entry("DropdbStmt", "DROP DATABASE"),
            Map.entry("RefreshMatViewStmt", "REFRESH MATERIALIZED VIEW"),
            Map.entry("VariableSetStmt", "SET"),
            Map.entry("TransactionStmt", "TRANSACTION"));

    private CommandName() {}

    static String of(Node statement) {
        return switch (statement.type()) {
            case "DropStmt" -> "DROP " + kind(statement.text("removeType"));
            case "AlterTableStmt" -> "ALTER " + kind(statement.text("objtype"));
            case "RenameStmt" -> "ALTER " + kind(renamed(statement));
            case "CreateTableAsStmt" ->
                statement.text("objtype").equals("OBJECT_MATVIEW") ? "CREATE MATERIALIZED VIEW" : "CREATE TABLE AS";
            default -> OTHERS.getOrDefault(statement.type(), words(statement.type()));
        };
    }

    /// A column is renamed by a statement about its table.
    private static String renamed(Node statement) {
        String what = statement.text("renameType");
        return what.equals("OBJECT_COLUMN") || what.equals("OBJECT_TABCONSTRAINT")
                ? statement.child("relation").isPresent() ? "OBJECT_TABLE" : what
                : what;
    }

    private static String kind(String object) {
        return object.equals("OBJECT_MATVIEW")
                ? "MATERIALIZED VIEW"
                : object.replace("OBJECT_", "").replace('_', ' ');
    }

    /// `AlterDomainStmt`: ALTER DOMAIN.
    private static String words(String type) {
        return type.replaceAll("Stmt$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toUpperCase(Locale.ROOT);
    }
}
