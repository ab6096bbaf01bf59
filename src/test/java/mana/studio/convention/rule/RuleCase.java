package mana.studio.convention.rule;

import java.util.List;

/// A rule, SQL that breaks it, where it does, and SQL that nearly does.
///
/// @param breaches what is found in `broken`, as {@link mana.studio.convention.Breach#where} names it
/// @param fixed    whether the breaches can be mended by one click
record RuleCase(String rule, String broken, List<String> breaches, boolean fixed, String nearMiss) {
    /// What every case may lean on.
    static final String PRELUDE = """
        CREATE SCHEMA auth;
        CREATE SCHEMA mail;
        CREATE TABLE auth.users (
            id text PRIMARY KEY,
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now());
        CREATE TABLE mail.messages (
            id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
            created_at timestamptz NOT NULL DEFAULT now(),
            updated_at timestamptz NOT NULL DEFAULT now());
        """;

    private static final String KEY = "id uuid PRIMARY KEY DEFAULT gen_random_uuid()";
    private static final String MOMENTS =
            "created_at timestamptz NOT NULL DEFAULT now(), updated_at timestamptz NOT NULL DEFAULT now()";

    /// A table that keeps all rules, with more columns.
    private static String table(String name, String more) {
        return "CREATE TABLE %s (%s, %s%s);\n".formatted(name, KEY, MOMENTS, more.isEmpty() ? "" : ", " + more);
    }

    private static String drafts(String more) {
        return table("mail.drafts", more);
    }

    /// One for every rule at least.
    static final List<RuleCase> ALL = List.of(
            new RuleCase(
                    "user-id-text",
                    drafts("user_id uuid, sender_user_id bigint"),
                    List.of("mail.drafts.sender_user_id", "mail.drafts.user_id"),
                    true,
                    drafts("user_id varchar(40), user_ids uuid[], superuser_id uuid, user_idea uuid")),
            new RuleCase(
                    "user-id-text",
                    table("auth.people", "").replace("id uuid", "user_id uuid")
                            + drafts("user_id uuid REFERENCES auth.people (user_id)")
                            + "CREATE INDEX idx_drafts_user_id ON mail.drafts (user_id);",
                    List.of("auth.people.user_id", "mail.drafts.user_id"),
                    false,
                    ""),
            new RuleCase(
                    "primary-key",
                    "CREATE TABLE mail.drafts (%s)".formatted(MOMENTS),
                    List.of("mail.drafts"),
                    true,
                    "CREATE TABLE mail.labels (a int, b int, PRIMARY KEY (a, b))"),
            new RuleCase("primary-key", """
                CREATE TABLE mail.buckets (token text NOT NULL, hour int NOT NULL, %s);
                CREATE UNIQUE INDEX idx_buckets_token_hour ON mail.buckets (token, hour);
                """.formatted(MOMENTS), List.of("mail.buckets"), true, """
                    CREATE TABLE mail.parted (%s, PRIMARY KEY (id, created_at)) PARTITION BY RANGE (created_at);
                    CREATE TABLE mail.parted_1 PARTITION OF mail.parted DEFAULT;
                    """.formatted(
                            "id uuid DEFAULT gen_random_uuid(), " + MOMENTS)),
            new RuleCase(
                    "primary-key-id",
                    "CREATE TABLE mail.drafts (id uuid PRIMARY KEY, %s);".formatted(MOMENTS)
                            + "CREATE TABLE mail.labels (label_id uuid PRIMARY KEY DEFAULT gen_random_uuid(), %s);"
                                    .formatted(MOMENTS),
                    List.of("mail.drafts.id", "mail.labels.label_id"),
                    true,
                    """
                    CREATE TABLE mail.drafts (id uuid PRIMARY KEY REFERENCES mail.messages);
                    CREATE TABLE mail.labels (slug text PRIMARY KEY);
                    CREATE TABLE mail.settings (user_id text PRIMARY KEY);
                    """),
            new RuleCase(
                    "primary-key-id",
                    "CREATE TABLE mail.logs (id bigserial PRIMARY KEY, %s);".formatted(MOMENTS),
                    List.of("mail.logs.id"),
                    false,
                    ""),
            new RuleCase(
                    "created-at",
                    "CREATE TABLE mail.drafts (%s, updated_at timestamptz NOT NULL DEFAULT now());".formatted(KEY)
                            + "CREATE TABLE mail.labels (%s, created timestamp, modified_at timestamptz);"
                                    .formatted(KEY),
                    List.of("mail.drafts", "mail.labels.created"),
                    true,
                    "CREATE TABLE mail.members (%s, joined_at timestamptz NOT NULL DEFAULT now());".formatted(KEY)),
            new RuleCase(
                    "updated-at",
                    "CREATE TABLE mail.drafts (%s, created_at timestamptz NOT NULL DEFAULT now());".formatted(KEY)
                            + "CREATE TABLE mail.labels (%s, last_modified timestamptz);".formatted(KEY),
                    List.of("mail.drafts", "mail.labels.last_modified"),
                    true,
                    drafts("modified_at timestamptz")),
            new RuleCase(
                    "created-updated-form",
                    "CREATE TABLE mail.drafts (%s, created_at timestamptz, updated_at timestamptz NOT NULL);"
                            .formatted(KEY),
                    List.of("mail.drafts.created_at", "mail.drafts.updated_at"),
                    true,
                    "CREATE TABLE mail.drafts (%s, created_at timestamptz NOT NULL DEFAULT CURRENT_TIMESTAMP);"
                            .formatted(KEY)),
            new RuleCase(
                    "boolean-name",
                    drafts("enabled boolean NOT NULL, remember_me boolean"),
                    List.of("mail.drafts.enabled", "mail.drafts.remember_me"),
                    true,
                    drafts("is_enabled boolean, has_alpha boolean, can_read boolean, enabled text")),
            new RuleCase(
                    "boolean-type",
                    drafts("is_done integer, has_alpha text"),
                    List.of("mail.drafts.has_alpha", "mail.drafts.is_done"),
                    false,
                    drafts("is_done boolean, issue integer, hash text")),
            new RuleCase(
                    "timestamp-name",
                    drafts("due_date timestamptz, scheduled timestamptz, trial_end timestamptz"),
                    List.of("mail.drafts.due_date", "mail.drafts.scheduled", "mail.drafts.trial_end"),
                    true,
                    drafts("due_at timestamptz, due_date date, valid_until timestamptz, starts time")),
            new RuleCase(
                    "timestamptz",
                    drafts("seen_at timestamp, sent_at timestamp(3) DEFAULT now()"),
                    List.of("mail.drafts.seen_at", "mail.drafts.sent_at"),
                    true,
                    drafts("seen_at timestamptz, sent_at timestamptz(3), day date, hour time")),
            new RuleCase(
                    "at-type",
                    drafts("sent_at bigint, seen_at text"),
                    List.of("mail.drafts.seen_at", "mail.drafts.sent_at"),
                    false,
                    drafts("sent_at timestamptz, seen_at timestamp, format text, what_at_all text")),
            new RuleCase(
                    "count-name",
                    drafts("num_retries integer, attempts integer, error_cnt bigint"),
                    List.of("mail.drafts.attempts", "mail.drafts.error_cnt", "mail.drafts.num_retries"),
                    true,
                    drafts("retry_count integer, max_attempts integer, number text, total_credits integer, views"
                            + " jsonb")),
            new RuleCase(
                    "foreign-key-name",
                    drafts("message uuid REFERENCES mail.messages")
                            + "CREATE INDEX idx_drafts_message ON mail.drafts (message);",
                    List.of("mail.drafts.message"),
                    true,
                    "CREATE TABLE mail.currencies (code text PRIMARY KEY);"
                            + drafts("message_id uuid REFERENCES mail.messages, created_by text REFERENCES auth.users,"
                                    + " currency_code text REFERENCES mail.currencies")),
            new RuleCase(
                    "snake-case",
                    drafts("\"pushToken\" text") + table("mail.\"UserFiles\"", ""),
                    List.of("mail.UserFiles", "mail.drafts.pushToken"),
                    true,
                    drafts("push_token text, push_token2 text, _hidden text, \"order\" integer")),
            new RuleCase(
                    "plural-table",
                    table("mail.signature", "name text") + "CREATE INDEX idx_signature_name ON mail.signature (name);",
                    List.of("mail.signature"),
                    true,
                    table("mail.metadata", "")
                            + table("mail.user_feedback", "")
                            + table("mail.people", "")
                            + table("mail.events_published", "")
                            + table("mail.usage_daily", "")),
            new RuleCase(
                    "junction-name",
                    table("mail.tags", "") + """
                        CREATE TABLE mail.pairs (
                            message_id uuid REFERENCES mail.messages, tag_id uuid REFERENCES mail.tags,
                            PRIMARY KEY (message_id, tag_id));
                        CREATE INDEX idx_pairs_tag_id ON mail.pairs (tag_id);
                        """,
                    List.of("mail.pairs"),
                    true,
                    table("mail.tags", "") + """
                        CREATE TABLE mail.message_tags (
                            message_id uuid REFERENCES mail.messages, tag_id uuid REFERENCES mail.tags,
                            PRIMARY KEY (message_id, tag_id));
                        CREATE TABLE mail.assignments (
                            message_id uuid REFERENCES mail.messages, tag_id uuid REFERENCES mail.tags,
                            weight integer, PRIMARY KEY (message_id, tag_id));
                        CREATE TABLE mail.votes (
                            message_id uuid REFERENCES mail.messages, user_id text REFERENCES auth.users,
                            PRIMARY KEY (message_id, user_id));
                        """),
            new RuleCase(
                    "foreign-key-index",
                    drafts("message_id uuid REFERENCES mail.messages, title text")
                            + "CREATE INDEX idx_drafts_title_message_id ON mail.drafts (title, message_id);CREATE"
                            + " INDEX idx_drafts_message_id_titled ON mail.drafts (message_id) WHERE title <> '';",
                    List.of("mail.drafts.message_id"),
                    true,
                    drafts("message_id uuid REFERENCES mail.messages, reply_id uuid REFERENCES mail.messages")
                            + "CREATE INDEX idx_drafts_message_id ON mail.drafts (message_id) WHERE message_id IS NOT"
                            + " NULL;CREATE UNIQUE INDEX idx_drafts_reply_id ON mail.drafts (reply_id, created_at);"),
            new RuleCase(
                    "soft-delete-index",
                    drafts("is_deleted boolean NOT NULL DEFAULT false"),
                    List.of("mail.drafts.is_deleted"),
                    true,
                    drafts("deleted_at timestamptz")
                            + "CREATE INDEX idx_drafts_created_at ON mail.drafts (created_at) WHERE deleted_at IS"
                            + " NULL;"),
            new RuleCase(
                    "soft-delete-name",
                    drafts("deleted boolean") + table("mail.labels", "deletion_date timestamptz"),
                    List.of("mail.drafts.deleted", "mail.labels.deletion_date"),
                    true,
                    drafts("deleted_at timestamptz, removed text, deleted integer")),
            new RuleCase(
                    "version-column",
                    drafts("version bigint DEFAULT 0"),
                    List.of("mail.drafts.version"),
                    true,
                    drafts("version integer NOT NULL DEFAULT 1")
                            + table("mail.apps", "version text")
                            + table("mail.texts", "name text, version integer, UNIQUE (name, version)")),
            new RuleCase(
                    "index-name",
                    drafts("title text") + "CREATE INDEX drafts_title_idx ON mail.drafts (lower(title));",
                    List.of("mail.drafts.drafts_title_idx"),
                    true,
                    drafts("message_id uuid, title text")
                            + "CREATE INDEX idx_drafts_message ON mail.drafts (message_id);"
                            + "CREATE INDEX idx_drafts_title_recent ON mail.drafts (title) WHERE title <> '';"
                            + "CREATE INDEX idx_drafts_small ON mail.drafts (lower(title));"),
            new RuleCase(
                    "index-name",
                    drafts("a int, b int, c int, d int")
                            + "CREATE INDEX drafts_a_idx ON mail.drafts (a); CREATE INDEX drafts_b_idx ON mail.drafts"
                            + " (b);CREATE INDEX drafts_c_idx ON mail.drafts (c); CREATE INDEX drafts_d_idx ON"
                            + " mail.drafts (d);CREATE INDEX drafts_d_too ON mail.drafts (d DESC);",
                    List.of("mail"),
                    true,
                    ""),
            new RuleCase(
                    "public-table",
                    table("public.drafts", ""),
                    List.of("public.drafts"),
                    false,
                    "CREATE TABLE public.__drizzle_migrations (id serial PRIMARY KEY)"),
            new RuleCase(
                    "public-enum",
                    "CREATE TYPE public.mood AS ENUM ('good', 'bad');" + drafts("mood public.mood DEFAULT 'good'"),
                    List.of("public.mood"),
                    true,
                    "CREATE TYPE mail.mood AS ENUM ('good', 'bad');" + drafts("mood mail.mood")),
            new RuleCase(
                    "schema-owner",
                    "CREATE SCHEMA nobodys",
                    List.of("nobodys"),
                    false,
                    "CREATE SCHEMA usr; CREATE SCHEMA drizzle; CREATE SCHEMA drizzle_mail"),
            new RuleCase(
                    "jsonb",
                    drafts("items json DEFAULT '{}'::json, parts json[]"),
                    List.of("mail.drafts.items", "mail.drafts.parts"),
                    true,
                    drafts("items jsonb, json text")),
            new RuleCase(
                    "text-type",
                    drafts("a varchar(255) DEFAULT 'x', b varchar, c char(3) DEFAULT 'EUR'"),
                    List.of("mail.drafts.a", "mail.drafts.b", "mail.drafts.c"),
                    true,
                    drafts("a varchar(40), b text, c \"char\"")));
}
