CREATE FUNCTION "auth"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "auth"."users" FOR EACH ROW EXECUTE FUNCTION "auth"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "auth"."accounts" FOR EACH ROW EXECUTE FUNCTION "auth"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "auth"."sessions" FOR EACH ROW EXECUTE FUNCTION "auth"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "auth"."passkeys" FOR EACH ROW EXECUTE FUNCTION "auth"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "auth"."organizations" FOR EACH ROW EXECUTE FUNCTION "auth"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "auth"."organization_users" FOR EACH ROW EXECUTE FUNCTION "auth"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "auth"."api_keys" FOR EACH ROW EXECUTE FUNCTION "auth"."set_updated_at"();
--> statement-breakpoint
COMMENT ON SCHEMA "auth" IS 'Who somebody is: users, sign-in, organizations. Owned by mana-auth.';
--> statement-breakpoint
COMMENT ON TABLE "auth"."users" IS 'People and service accounts. Deleted ones stay, so that what they wrote keeps an author.';
--> statement-breakpoint
COMMENT ON COLUMN "auth"."users"."id" IS 'Better Auth''s text id; every user_id of the platform is one of these.';
--> statement-breakpoint
COMMENT ON COLUMN "auth"."users"."deleted_at" IS 'Set together with is_deleted.';
--> statement-breakpoint
COMMENT ON TABLE "auth"."sessions" IS 'One per signed-in browser or app.';
--> statement-breakpoint
COMMENT ON COLUMN "auth"."passkeys"."public_key" IS 'COSE key as the authenticator sent it.';
--> statement-breakpoint
COMMENT ON TABLE "auth"."organization_users" IS 'Who belongs to which organization.';
--> statement-breakpoint
COMMENT ON COLUMN "auth"."api_keys"."key_hash" IS 'SHA-256 of the key; the key itself is shown once and never kept.';
--> statement-breakpoint
COMMENT ON COLUMN "auth"."api_keys"."expires_at" IS 'infinity: never';
--> statement-breakpoint
COMMENT ON TABLE "auth"."audit_logs" IS 'What happened to accounts. Rows are only added.';
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
GRANT USAGE ON SCHEMA "auth" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "auth" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "auth" TO "mana_readonly";
