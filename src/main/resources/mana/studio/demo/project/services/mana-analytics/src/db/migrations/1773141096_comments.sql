CREATE TABLE "feedback"."feedback_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"feedback_item_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"body" text NOT NULL,
	"is_from_team" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "feedback"."feedback_comments" ADD CONSTRAINT "feedback_comments_feedback_item_id_feedback_items_id_fk" FOREIGN KEY ("feedback_item_id") REFERENCES "feedback"."feedback_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_feedback_comments_feedback_item_id" ON "feedback"."feedback_comments" USING btree ("feedback_item_id");