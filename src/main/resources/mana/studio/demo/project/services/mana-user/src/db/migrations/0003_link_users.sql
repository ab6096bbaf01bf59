-- Custom SQL migration file, put your code below! --
ALTER TABLE "usr"."profiles" ADD CONSTRAINT "profiles_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade;
--> statement-breakpoint
ALTER TABLE "usr"."user_settings" ADD CONSTRAINT "user_settings_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade;
--> statement-breakpoint
CREATE FUNCTION "usr"."set_updated_at"() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
	NEW."updated_at" := now();
	RETURN NEW;
END
$$;
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "usr"."user_settings" FOR EACH ROW EXECUTE FUNCTION "usr"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "usr"."profiles" FOR EACH ROW EXECUTE FUNCTION "usr"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "usr"."tags" FOR EACH ROW EXECUTE FUNCTION "usr"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "usr"."files" FOR EACH ROW EXECUTE FUNCTION "usr"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "usr"."file_tags" FOR EACH ROW EXECUTE FUNCTION "usr"."set_updated_at"();
--> statement-breakpoint
CREATE TRIGGER "set_updated_at" BEFORE UPDATE ON "usr"."devices" FOR EACH ROW EXECUTE FUNCTION "usr"."set_updated_at"();
--> statement-breakpoint
COMMENT ON SCHEMA "usr" IS 'What belongs to a user in every app. Owned by mana-user.';
--> statement-breakpoint
COMMENT ON TABLE "usr"."profiles" IS 'What others see of a user.';
--> statement-breakpoint
COMMENT ON COLUMN "usr"."profiles"."avatar" IS 'PNG, at most 512 × 512.';
--> statement-breakpoint
COMMENT ON COLUMN "usr"."user_settings"."settings" IS 'Settings that apps may add to without a migration.';
--> statement-breakpoint
COMMENT ON TABLE "usr"."tags" IS 'Tags of a user, in a tree.';
--> statement-breakpoint
COMMENT ON TABLE "usr"."files" IS 'Files of all apps; the bytes live in object storage.';
--> statement-breakpoint
COMMENT ON COLUMN "usr"."files"."version" IS 'Counts uploads of the same file.';
--> statement-breakpoint
COMMENT ON COLUMN "usr"."devices"."pushToken" IS 'Named by the mobile app.';
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
GRANT USAGE ON SCHEMA "usr" TO "mana_app", "mana_readonly";
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA "usr" TO "mana_app";
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA "usr" TO "mana_readonly";
