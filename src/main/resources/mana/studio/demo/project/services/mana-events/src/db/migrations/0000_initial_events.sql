CREATE SCHEMA "events";
--> statement-breakpoint
CREATE TYPE "events"."event_visibility" AS ENUM('private', 'unlisted', 'public');--> statement-breakpoint
CREATE TYPE "events"."rsvp_status" AS ENUM('yes', 'no', 'maybe');--> statement-breakpoint
CREATE TABLE "events"."events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"venue_id" uuid,
	"title" text NOT NULL,
	"description" text,
	"visibility" "events"."event_visibility" DEFAULT 'private' NOT NULL,
	"capacity" integer,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"is_deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_ends_at_check" CHECK ("events"."events"."ends_at" IS NULL OR "events"."events"."ends_at" >= "events"."events"."starts_at"),
	CONSTRAINT "events_capacity_check" CHECK ("events"."events"."capacity" IS NULL OR "events"."events"."capacity" BETWEEN 1 AND 100000)
);
--> statement-breakpoint
CREATE TABLE "events"."venues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"street" text,
	"city" text NOT NULL,
	"country_code" text DEFAULT 'DE' NOT NULL,
	"latitude" double precision,
	"longitude" double precision,
	"is_accessible" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events"."event_guests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"user_id" text,
	"display_name" text NOT NULL,
	"email" text,
	"status" "events"."rsvp_status" DEFAULT 'maybe' NOT NULL,
	"companions" smallint DEFAULT 0 NOT NULL,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "events"."events" ADD CONSTRAINT "events_venue_id_venues_id_fk" FOREIGN KEY ("venue_id") REFERENCES "events"."venues"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events"."event_guests" ADD CONSTRAINT "event_guests_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_events_user_id" ON "events"."events" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idx_events_venue_id" ON "events"."events" USING btree ("venue_id");--> statement-breakpoint
CREATE INDEX "idx_events_starts_at" ON "events"."events" USING btree ("starts_at") WHERE "events"."events"."visibility" = 'public';--> statement-breakpoint
CREATE INDEX "idx_events_lower_title" ON "events"."events" USING btree (lower("title"));--> statement-breakpoint
CREATE INDEX "idx_event_guests_event_id" ON "events"."event_guests" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idx_event_guests_event_id_email" ON "events"."event_guests" USING btree ("event_id","email");