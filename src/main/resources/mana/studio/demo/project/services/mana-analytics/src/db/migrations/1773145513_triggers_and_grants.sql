-- Custom SQL migration file, put your code below! --
CREATE FUNCTION "feedback"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "feedback"."feedback_items" FOR EACH ROW EXECUTE FUNCTION "feedback"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "feedback"."feedback_votes" FOR EACH ROW EXECUTE FUNCTION "feedback"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "feedback"."feedback_comments" FOR EACH ROW EXECUTE FUNCTION "feedback"."set_updated_at"();
--> statement-breakpoint
COMMENT ON SCHEMA "feedback" IS 'What users think. Owned by mana-analytics.';
--> statement-breakpoint
COMMENT ON COLUMN "feedback"."feedback_items"."vote_count" IS 'Kept by the service, not by a trigger.';
--> statement-breakpoint
COMMENT ON TABLE "feedback"."feedback_votes" IS 'One vote per user and item.';
--> statement-breakpoint
ALTER TABLE "feedback"."feedback_votes" FORCE ROW LEVEL SECURITY;
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
GRANT USAGE ON SCHEMA "feedback" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "feedback" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "feedback" TO "mana_readonly";
