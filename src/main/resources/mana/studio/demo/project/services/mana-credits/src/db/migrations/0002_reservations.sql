CREATE TYPE "credits"."reservation_status" AS ENUM('held', 'settled', 'released');--> statement-breakpoint
CREATE TABLE "credits"."promo_codes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"bonus_amount" integer NOT NULL,
	"max_uses" integer,
	"valid_until_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_promo_codes_code" UNIQUE("code"),
	CONSTRAINT "promo_codes_code_check" CHECK ("credits"."promo_codes"."code" = upper("credits"."promo_codes"."code"))
);
--> statement-breakpoint
CREATE TABLE "credits"."reservations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"user_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"status" "credits"."reservation_status" DEFAULT 'held' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"settled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reservations_amount_check" CHECK ("credits"."reservations"."amount" > 0)
);
--> statement-breakpoint
ALTER TABLE "credits"."reservations" ADD CONSTRAINT "reservations_user_id_balances_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "credits"."balances"("user_id") ON DELETE restrict ON UPDATE cascade;--> statement-breakpoint
CREATE INDEX "idx_reservations_user_id" ON "credits"."reservations" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "idx_reservations_created_at" ON "credits"."reservations" USING btree ("created_at") WHERE "credits"."reservations"."status" = 'held';