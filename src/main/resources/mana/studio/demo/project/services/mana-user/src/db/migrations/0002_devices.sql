CREATE TABLE "usr"."devices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"platform" text NOT NULL,
	"model" text,
	"pushToken" text,
	"last_seen_at" timestamp,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_devices_push_token" UNIQUE("pushToken")
);
--> statement-breakpoint
CREATE INDEX "idx_devices_user_id" ON "usr"."devices" USING btree ("user_id");