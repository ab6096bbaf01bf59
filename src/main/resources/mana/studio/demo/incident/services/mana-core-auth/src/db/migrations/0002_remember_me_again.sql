-- The block of 0001 had no effect; without a block this time.
ALTER TABLE "auth"."sessions" ADD COLUMN IF NOT EXISTS "remember_me" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "auth"."security_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text REFERENCES "auth"."users"("id") ON DELETE set null,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
