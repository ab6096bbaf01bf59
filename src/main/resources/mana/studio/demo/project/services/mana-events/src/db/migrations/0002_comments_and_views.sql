CREATE TABLE "events"."event_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"reply_to_id" uuid,
	"user_id" text NOT NULL,
	"body" text NOT NULL,
	"is_deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "event_comments_body_check" CHECK (char_length("events"."event_comments"."body") <= 4000)
);
--> statement-breakpoint
ALTER TABLE "events"."event_comments" ADD CONSTRAINT "event_comments_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "events"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "events"."event_comments" ADD CONSTRAINT "event_comments_reply_to_id_event_comments_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "events"."event_comments"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_event_comments_event_id_created_at" ON "events"."event_comments" USING btree ("event_id","created_at");--> statement-breakpoint
CREATE INDEX "idx_event_comments_reply_to_id" ON "events"."event_comments" USING btree ("reply_to_id");--> statement-breakpoint
CREATE INDEX "idx_event_comments_user_id" ON "events"."event_comments" USING btree ("user_id");--> statement-breakpoint
CREATE VIEW "events"."upcoming_events" AS (select "id", "title", "starts_at", "venue_id" from "events"."events" where "events"."events"."starts_at" > now() and "events"."events"."is_deleted" = false and "events"."events"."visibility" = 'public');--> statement-breakpoint
CREATE MATERIALIZED VIEW "events"."event_stats" AS (select event_id, count(*) as guest_count, count(*) filter (where status = 'yes') as accepted_count, max(answered_at) as last_answered_at from "events"."event_guests" group by event_id);