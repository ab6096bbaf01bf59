ALTER TYPE "credits"."transaction_type" ADD VALUE 'bonus';--> statement-breakpoint
ALTER TYPE "credits"."transaction_type" ADD VALUE 'adjustment';--> statement-breakpoint
CREATE TABLE "credits"."packages" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" varchar(200) NOT NULL,
	"credits_count" integer NOT NULL,
	"price" numeric(10, 2) DEFAULT '0' NOT NULL,
	"currency" text DEFAULT 'EUR' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"sort_order" integer GENERATED ALWAYS AS IDENTITY (sequence name "credits"."packages_sort_order_seq" INCREMENT BY 10 MINVALUE 1 MAXVALUE 2147483647 START WITH 10 CACHE 1),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "packages_price_check" CHECK ("credits"."packages"."price" >= 0 AND "credits"."packages"."credits_count" > 0)
);
--> statement-breakpoint
ALTER TABLE "credits"."transactions" ADD COLUMN "package_id" uuid;--> statement-breakpoint
ALTER TABLE "credits"."transactions" ADD CONSTRAINT "fk_transactions_package" FOREIGN KEY ("package_id") REFERENCES "credits"."packages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_transactions_package_id" ON "credits"."transactions" USING btree ("package_id") WHERE "credits"."transactions"."package_id" IS NOT NULL;