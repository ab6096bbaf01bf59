CREATE FUNCTION "research"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "research"."providers" FOR EACH ROW EXECUTE FUNCTION "research"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "research"."research_jobs" FOR EACH ROW EXECUTE FUNCTION "research"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "research"."job_sources" FOR EACH ROW EXECUTE FUNCTION "research"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "research"."reports" FOR EACH ROW EXECUTE FUNCTION "research"."set_updated_at"();
--> statement-breakpoint
COMMENT ON SCHEMA "research" IS 'Research jobs and their reports. Owned by mana-research.';
--> statement-breakpoint
COMMENT ON COLUMN "research"."research_jobs"."cost_eur" IS 'Negative: refunded by the provider.';
--> statement-breakpoint
COMMENT ON COLUMN "research"."research_jobs"."priority" IS '1 first, 9 last.';
--> statement-breakpoint
COMMENT ON COLUMN "research"."reports"."content" IS 'The report as sections; may be large.';
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
GRANT USAGE ON SCHEMA "research" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "research" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "research" TO "mana_readonly";
