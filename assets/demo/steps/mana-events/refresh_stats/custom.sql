CREATE UNIQUE INDEX "idx_event_stats_event_id" ON "events"."event_stats" USING btree ("event_id");
--> statement-breakpoint
CREATE FUNCTION "events"."refresh_event_stats"() RETURNS void
LANGUAGE sql AS $$
	REFRESH MATERIALIZED VIEW CONCURRENTLY "events"."event_stats"
$$;
--> statement-breakpoint
CREATE FUNCTION "events"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "events"."venues" FOR EACH ROW EXECUTE FUNCTION "events"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "events"."events" FOR EACH ROW EXECUTE FUNCTION "events"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "events"."event_guests" FOR EACH ROW EXECUTE FUNCTION "events"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "events"."event_comments" FOR EACH ROW EXECUTE FUNCTION "events"."set_updated_at"();
--> statement-breakpoint
CREATE FUNCTION "event_discovery"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "event_discovery"."source_runs" FOR EACH ROW EXECUTE FUNCTION "event_discovery"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "event_discovery"."discovered_events" FOR EACH ROW EXECUTE FUNCTION "event_discovery"."set_updated_at"();
--> statement-breakpoint
COMMENT ON SCHEMA "events" IS 'Events, guests and what they say. Owned by mana-events.';
--> statement-breakpoint
COMMENT ON TABLE "events"."events" IS 'An event of a user, from a birthday to a conference.';
--> statement-breakpoint
COMMENT ON COLUMN "events"."events"."user_id" IS 'The host.';
--> statement-breakpoint
COMMENT ON COLUMN "events"."events"."capacity" IS 'Seats; null: as many as come.';
--> statement-breakpoint
COMMENT ON COLUMN "events"."event_guests"."companions" IS 'How many they bring.';
--> statement-breakpoint
COMMENT ON VIEW "events"."upcoming_events" IS 'Public events that are yet to come.';
--> statement-breakpoint
COMMENT ON MATERIALIZED VIEW "events"."event_stats" IS 'Counted every night by refresh_event_stats().';
--> statement-breakpoint
COMMENT ON TYPE "events"."rsvp_status" IS 'What a guest answered.';
--> statement-breakpoint
COMMENT ON SCHEMA "event_discovery" IS 'Finds public events elsewhere. Owned by mana-events.';
--> statement-breakpoint
COMMENT ON COLUMN "event_discovery"."discovered_events"."dedupe_key" IS 'Hash of title, place and day.';
--> statement-breakpoint
COMMENT ON COLUMN "event_discovery"."discovered_events"."raw" IS 'As the source gave it.';
--> statement-breakpoint
DO $$
BEGIN
	CREATE ROLE "mana_app" NOLOGIN;
EXCEPTION WHEN duplicate_object THEN NULL;
END
$$;
--> statement-breakpoint
DO $$
BEGIN
	CREATE ROLE "mana_readonly" NOLOGIN;
EXCEPTION WHEN duplicate_object THEN NULL;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA "events" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "events" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "events" TO "mana_readonly";
--> statement-breakpoint
GRANT USAGE ON SCHEMA "event_discovery" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "event_discovery" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "event_discovery" TO "mana_readonly";
