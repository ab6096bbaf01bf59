CREATE SCHEMA "subscriptions";
--> statement-breakpoint
CREATE TYPE "public"."billing_interval" AS ENUM('month', 'year');--> statement-breakpoint
CREATE TYPE "subscriptions"."subscription_status" AS ENUM('trialing', 'active', 'canceled');--> statement-breakpoint
CREATE TABLE "subscriptions"."plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"price_cents" integer NOT NULL,
	"billing_interval" "billing_interval" DEFAULT 'month' NOT NULL,
	"trial_days" integer DEFAULT 30 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_plans_code" UNIQUE("code"),
	CONSTRAINT "plans_price_cents_check" CHECK ("subscriptions"."plans"."price_cents" >= 0)
);
--> statement-breakpoint
CREATE TABLE "subscriptions"."subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"plan_id" uuid NOT NULL,
	"status" "subscriptions"."subscription_status" NOT NULL,
	"current_period_ends_at" timestamp with time zone NOT NULL,
	"has_discount" boolean DEFAULT false NOT NULL,
	"canceled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_subscriptions_user_id_plan_id" UNIQUE("user_id","plan_id")
);
--> statement-breakpoint
ALTER TABLE "subscriptions"."subscriptions" ADD CONSTRAINT "subscriptions_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "subscriptions"."plans"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_subscriptions_plan_id" ON "subscriptions"."subscriptions" USING btree ("plan_id");