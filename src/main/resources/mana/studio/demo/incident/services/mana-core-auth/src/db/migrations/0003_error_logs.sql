CREATE TABLE IF NOT EXISTS "auth"."error_logs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"message" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "idx_error_logs_created_at" ON "auth"."error_logs" USING btree ("created_at");
