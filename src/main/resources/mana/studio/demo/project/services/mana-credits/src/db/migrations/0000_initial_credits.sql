CREATE SCHEMA "credits";
--> statement-breakpoint
CREATE TYPE "credits"."transaction_type" AS ENUM('purchase', 'usage', 'refund');--> statement-breakpoint
CREATE TABLE "credits"."balances" (
	"user_id" text PRIMARY KEY NOT NULL,
	"amount" bigint DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "balances_amount_check" CHECK ("credits"."balances"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "credits"."transactions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"type" "credits"."transaction_type" NOT NULL,
	"amount" bigint NOT NULL,
	"app_id" text NOT NULL,
	"metadata" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credits"."transactions" ADD CONSTRAINT "transactions_user_id_balances_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "credits"."balances"("user_id") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "idx_transactions_user_id_created_at" ON "credits"."transactions" USING btree ("user_id","created_at" DESC NULLS LAST);