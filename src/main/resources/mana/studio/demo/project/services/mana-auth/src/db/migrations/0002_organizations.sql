ALTER TYPE "auth"."user_role" ADD VALUE 'moderator' BEFORE 'admin';--> statement-breakpoint
CREATE TABLE "auth"."organization_users" (
	"organization_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"is_owner" boolean DEFAULT false NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organization_users_organization_id_user_id_pk" PRIMARY KEY("organization_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "auth"."organizations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_deleted" boolean DEFAULT false NOT NULL,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_organizations_slug" UNIQUE("slug")
);
--> statement-breakpoint
ALTER TABLE "auth"."users" RENAME COLUMN "name" TO "display_name";--> statement-breakpoint
ALTER TABLE "auth"."organization_users" ADD CONSTRAINT "organization_users_organization_id_organizations_id_fk" FOREIGN KEY ("organization_id") REFERENCES "auth"."organizations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."organization_users" ADD CONSTRAINT "organization_users_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_organization_users_user_id" ON "auth"."organization_users" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idx_organizations_settings" ON "auth"."organizations" USING gin ("settings" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "idx_users_email" ON "auth"."users" USING btree ("email") WHERE "auth"."users"."is_deleted" = false;--> statement-breakpoint
CREATE INDEX "idx_users_lower_display_name" ON "auth"."users" USING btree (lower("display_name"));