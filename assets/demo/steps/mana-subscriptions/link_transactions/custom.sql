ALTER TABLE "subscriptions"."invoices" ADD CONSTRAINT "invoices_transaction_id_transactions_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "credits"."transactions"("id") ON DELETE set null;
--> statement-breakpoint
CREATE FUNCTION "subscriptions"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "subscriptions"."plans" FOR EACH ROW EXECUTE FUNCTION "subscriptions"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "subscriptions"."subscriptions" FOR EACH ROW EXECUTE FUNCTION "subscriptions"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "subscriptions"."invoices" FOR EACH ROW EXECUTE FUNCTION "subscriptions"."set_updated_at"();
--> statement-breakpoint
COMMENT ON SCHEMA "subscriptions" IS 'Plans and invoices. Owned by mana-subscriptions.';
--> statement-breakpoint
COMMENT ON TABLE "subscriptions"."subscriptions" IS 'At most one per user and plan.';
--> statement-breakpoint
COMMENT ON COLUMN "subscriptions"."invoices"."transaction_id" IS 'The credits the invoice bought.';
--> statement-breakpoint
COMMENT ON COLUMN "subscriptions"."invoices"."tax_cents" IS '19 % of the net amount.';
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
GRANT USAGE ON SCHEMA "subscriptions" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "subscriptions" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "subscriptions" TO "mana_readonly";
