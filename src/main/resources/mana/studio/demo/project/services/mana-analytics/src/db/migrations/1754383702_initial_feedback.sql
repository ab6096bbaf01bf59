CREATE SCHEMA "feedback";
--> statement-breakpoint
CREATE TYPE "feedback"."feedback_category" AS ENUM('bug', 'feature', 'praise', 'other');--> statement-breakpoint
CREATE TABLE "feedback"."feedback_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"app_id" text NOT NULL,
	"category" "feedback"."feedback_category" DEFAULT 'other' NOT NULL,
	"body" text NOT NULL,
	"vote_count" integer DEFAULT 0 NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "idx_feedback_items_app_id" ON "feedback"."feedback_items" USING btree ("app_id");--> statement-breakpoint
CREATE INDEX "idx_feedback_items_user_id" ON "feedback"."feedback_items" USING btree ("user_id");