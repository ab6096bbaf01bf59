CREATE TABLE "feedback"."feedback_votes" (
	"feedback_item_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pk_feedback_votes" PRIMARY KEY("feedback_item_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "feedback"."feedback_votes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "feedback"."feedback_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "feedback"."feedback_votes" ADD CONSTRAINT "feedback_votes_feedback_item_id_feedback_items_id_fk" FOREIGN KEY ("feedback_item_id") REFERENCES "feedback"."feedback_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "feedback_items_public_read" ON "feedback"."feedback_items" AS PERMISSIVE FOR SELECT TO public USING ("feedback"."feedback_items"."is_public" = true);--> statement-breakpoint
CREATE POLICY "feedback_items_own" ON "feedback"."feedback_items" AS PERMISSIVE FOR ALL TO public USING (user_id = current_setting('app.user_id', true)) WITH CHECK (user_id = current_setting('app.user_id', true));--> statement-breakpoint
CREATE POLICY "feedback_votes_own" ON "feedback"."feedback_votes" AS PERMISSIVE FOR ALL TO public USING (user_id = current_setting('app.user_id', true)) WITH CHECK (user_id = current_setting('app.user_id', true));