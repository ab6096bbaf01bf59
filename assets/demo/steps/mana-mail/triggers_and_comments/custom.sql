CREATE FUNCTION "mail"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "mail"."mail_accounts" FOR EACH ROW EXECUTE FUNCTION "mail"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "mail"."messages" FOR EACH ROW EXECUTE FUNCTION "mail"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "mail"."signature" FOR EACH ROW EXECUTE FUNCTION "mail"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "mail"."attachments" FOR EACH ROW EXECUTE FUNCTION "mail"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "mail"."labels" FOR EACH ROW EXECUTE FUNCTION "mail"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "mail"."message_labels" FOR EACH ROW EXECUTE FUNCTION "mail"."set_updated_at"();
--> statement-breakpoint
COMMENT ON SCHEMA "mail" IS 'Mailboxes of users. Owned by mana-mail.';
--> statement-breakpoint
COMMENT ON TABLE "mail"."messages" IS 'Mails as received; deleted ones are kept 30 days.';
--> statement-breakpoint
COMMENT ON COLUMN "mail"."messages"."search_vector" IS 'Subject and the first 2,000 characters of the body.';
--> statement-breakpoint
COMMENT ON COLUMN "mail"."labels"."mail_account_id" IS 'Null: a label everybody has.';
--> statement-breakpoint
DO $$
BEGIN
	CREATE ROLE "mana_app" NOLOGIN;
EXCEPTION WHEN duplicate_object THEN NULL;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
	CREATE ROLE "mana_readonly" NOLOGIN;
EXCEPTION WHEN duplicate_object THEN NULL;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA "mail" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "mail" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "mail" TO "mana_readonly";
