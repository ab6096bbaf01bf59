CREATE TABLE "research"."reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"research_job_id" uuid NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"score" numeric,
	"similarity" double precision,
	"version" integer DEFAULT 1 NOT NULL,
	"published_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "research"."reports" ADD CONSTRAINT "reports_research_job_id_research_jobs_id_fk" FOREIGN KEY ("research_job_id") REFERENCES "research"."research_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_reports_research_job_id" ON "research"."reports" USING btree ("research_job_id");--> statement-breakpoint
CREATE INDEX "idx_reports_content" ON "research"."reports" USING gin ("content" jsonb_path_ops);