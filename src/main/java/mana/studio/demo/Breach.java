package mana.studio.demo;

import java.util.List;

/// A deliberate breach of the house rules in the demo, for the studio to find.
///
/// @param object `schema.table`, `schema.table.column`, `schema.index` or `schema.type`
/// @param story  how it came to be
public record Breach(Rule rule, String object, String story) {
    /// The house rules that are broken somewhere.
    public enum Rule {
        FOREIGN_KEY_HAS_AN_INDEX,
        JSON_IS_JSONB,
        TIMESTAMP_HAS_A_TIME_ZONE,
        BOOLEAN_IS_CALLED_IS_OR_HAS,
        INDEX_IS_CALLED_IDX_TABLE_COLUMNS,
        TABLE_HAS_CREATED_AT_AND_UPDATED_AT,
        ID_IS_A_RANDOM_UUID,
        ENUM_LIVES_IN_ITS_SERVICE_S_SCHEMA,
        TABLE_NAME_IS_A_PLURAL,
        COLUMN_NAME_IS_SNAKE_CASE
    }

    /// All of them. Everything else in `mana_platform` keeps the rules.
    public static final List<Breach> ALL = List.of(
            new Breach(
                    Rule.FOREIGN_KEY_HAS_AN_INDEX,
                    "mail.attachments.message_id",
                    "Deleting a mail reads every attachment there is."),
            new Breach(
                    Rule.JSON_IS_JSONB,
                    "subscriptions.invoices.line_items",
                    "Chosen to keep the order of keys; now nobody can index it."),
            new Breach(
                    Rule.TIMESTAMP_HAS_A_TIME_ZONE,
                    "usr.devices.last_seen_at",
                    "`timestamp('last_seen_at')` without the option; the app writes local time."),
            new Breach(Rule.BOOLEAN_IS_CALLED_IS_OR_HAS, "auth.api_keys.enabled", "Copied from another product."),
            new Breach(
                    Rule.INDEX_IS_CALLED_IDX_TABLE_COLUMNS,
                    "research.research_jobs_user_id_idx",
                    "Called as PostgreSQL itself would have."),
            new Breach(
                    Rule.TABLE_HAS_CREATED_AT_AND_UPDATED_AT,
                    "event_discovery.sources",
                    "Edited often, but nobody can tell when."),
            new Breach(
                    Rule.TABLE_HAS_CREATED_AT_AND_UPDATED_AT,
                    "auth.audit_logs",
                    "Rows are only added, so it has created_at only."),
            new Breach(
                    Rule.ID_IS_A_RANDOM_UUID,
                    "auth.audit_logs.id",
                    "A number that tells the order; an exception one might grant."),
            new Breach(
                    Rule.ENUM_LIVES_IN_ITS_SERVICE_S_SCHEMA,
                    "public.billing_interval",
                    "`pgEnum` instead of `subscriptionsSchema.enum`; the schemaFilter of drizzle-kit hides it."),
            new Breach(Rule.TABLE_NAME_IS_A_PLURAL, "mail.signature", "Named after the class."),
            new Breach(Rule.COLUMN_NAME_IS_SNAKE_CASE, "usr.devices.pushToken", "Named by the mobile app."));
}
