CREATE SCHEMA "usr";
--> statement-breakpoint
CREATE TABLE "usr"."user_settings" (
	"user_id" text PRIMARY KEY NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"locale" text DEFAULT 'de-CH' NOT NULL,
	"has_onboarded" boolean DEFAULT false NOT NULL,
	"settings" jsonb DEFAULT '{"greeting":"hello"}'::jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "usr"."profiles" (
	"user_id" text PRIMARY KEY NOT NULL,
	"handle" text NOT NULL,
	"bio" text,
	"city" text,
	"born_on" date,
	"avatar" "bytea",
	"links" text[],
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_profiles_handle" UNIQUE("handle"),
	CONSTRAINT "profiles_handle_check" CHECK ("usr"."profiles"."handle" ~ '^[a-z0-9_]{3,40}$')
);
