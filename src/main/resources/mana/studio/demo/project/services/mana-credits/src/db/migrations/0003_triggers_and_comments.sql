-- Custom SQL migration file, put your code below! --
CREATE FUNCTION "credits"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "credits"."balances" FOR EACH ROW EXECUTE FUNCTION "credits"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "credits"."transactions" FOR EACH ROW EXECUTE FUNCTION "credits"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "credits"."packages" FOR EACH ROW EXECUTE FUNCTION "credits"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "credits"."reservations" FOR EACH ROW EXECUTE FUNCTION "credits"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "credits"."promo_codes" FOR EACH ROW EXECUTE FUNCTION "credits"."set_updated_at"();
--> statement-breakpoint
CREATE FUNCTION "credits"."balance_of"("of_user" text) RETURNS bigint
LANGUAGE sql STABLE AS $$
	SELECT coalesce(sum("amount"), 0)::bigint FROM "credits"."transactions" WHERE "user_id" = "of_user"
$$;
--> statement-breakpoint
COMMENT ON SCHEMA "credits" IS 'What apps cost and who paid. Owned by mana-credits.';
--> statement-breakpoint
COMMENT ON TABLE "credits"."balances" IS 'One row per user; changed only with the version that was read.';
--> statement-breakpoint
COMMENT ON COLUMN "credits"."balances"."amount" IS 'In credits; never below zero.';
--> statement-breakpoint
COMMENT ON COLUMN "credits"."balances"."version" IS 'Optimistic locking: UPDATE … WHERE version = the one read.';
--> statement-breakpoint
COMMENT ON TABLE "credits"."transactions" IS 'Every movement of credits. Purchases are positive, usage is negative.';
--> statement-breakpoint
COMMENT ON COLUMN "credits"."transactions"."metadata" IS 'What the app said about it: model, tokens, feature …';
--> statement-breakpoint
COMMENT ON COLUMN "credits"."packages"."price" IS 'Gross, in currency.';
--> statement-breakpoint
COMMENT ON TABLE "credits"."reservations" IS 'Credits held back while a job runs.';
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
GRANT USAGE ON SCHEMA "credits" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "credits" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "credits" TO "mana_readonly";
