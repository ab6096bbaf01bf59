ALTER TYPE "subscriptions"."subscription_status" ADD VALUE 'past_due' BEFORE 'canceled';--> statement-breakpoint
CREATE TABLE "subscriptions"."invoices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"subscription_id" uuid NOT NULL,
	"transaction_id" uuid,
	"number" text NOT NULL,
	"amount_cents" integer NOT NULL,
	"tax_cents" integer GENERATED ALWAYS AS (round(amount_cents * 19 / 119.0)) STORED,
	"line_items" json NOT NULL,
	"is_paid" boolean DEFAULT false NOT NULL,
	"paid_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_invoices_number" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "subscriptions"."invoices" ADD CONSTRAINT "invoices_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "subscriptions"."subscriptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_invoices_subscription_id" ON "subscriptions"."invoices" USING btree ("subscription_id");--> statement-breakpoint
CREATE INDEX "idx_invoices_transaction_id" ON "subscriptions"."invoices" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "idx_invoices_created_at" ON "subscriptions"."invoices" USING btree ("created_at") WHERE "subscriptions"."invoices"."is_paid" = false;