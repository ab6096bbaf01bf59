CREATE SCHEMA "event_discovery";
--> statement-breakpoint
CREATE TYPE "event_discovery"."source_kind" AS ENUM('ical', 'rss', 'html', 'api');--> statement-breakpoint
ALTER TYPE "events"."rsvp_status" ADD VALUE 'waitlist';--> statement-breakpoint
CREATE TABLE "event_discovery"."discovered_events" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_id" uuid NOT NULL,
	"event_id" uuid,
	"dedupe_key" text NOT NULL,
	"confidence" real,
	"raw" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_discovery"."source_runs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source_id" uuid NOT NULL,
	"found_count" integer DEFAULT 0 NOT NULL,
	"duration" interval,
	"error_message" text,
	"started_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_discovery"."sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "event_discovery"."source_kind" NOT NULL,
	"url" text NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"crawl_interval_minutes" integer DEFAULT 1440 NOT NULL,
	"last_crawled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_sources_url" UNIQUE("url")
);
--> statement-breakpoint
ALTER TABLE "event_discovery"."discovered_events" ADD CONSTRAINT "discovered_events_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "event_discovery"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_discovery"."discovered_events" ADD CONSTRAINT "discovered_events_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"."events"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_discovery"."source_runs" ADD CONSTRAINT "source_runs_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "event_discovery"."sources"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_discovered_events_source_id" ON "event_discovery"."discovered_events" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "idx_discovered_events_event_id" ON "event_discovery"."discovered_events" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "idx_discovered_events_dedupe_key" ON "event_discovery"."discovered_events" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "idx_source_runs_source_id_started_at" ON "event_discovery"."source_runs" USING btree ("source_id","started_at" DESC NULLS LAST);