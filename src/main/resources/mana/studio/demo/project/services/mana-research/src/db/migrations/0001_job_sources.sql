ALTER TYPE "research"."job_status" ADD VALUE 'cancelled';--> statement-breakpoint
CREATE TABLE "research"."job_sources" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"research_job_id" uuid NOT NULL,
	"rank" smallint NOT NULL,
	"url" text NOT NULL,
	"title" text,
	"pages" smallint[],
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "uq_job_sources_research_job_id_rank" UNIQUE("research_job_id","rank")
);
--> statement-breakpoint
ALTER TABLE "research"."research_jobs" ALTER COLUMN "priority" SET DEFAULT 3;--> statement-breakpoint
ALTER TABLE "research"."research_jobs" ALTER COLUMN "cost_eur" SET DATA TYPE numeric(14, 4);--> statement-breakpoint
ALTER TABLE "research"."job_sources" ADD CONSTRAINT "job_sources_research_job_id_research_jobs_id_fk" FOREIGN KEY ("research_job_id") REFERENCES "research"."research_jobs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "idx_job_sources_url" ON "research"."job_sources" USING hash ("url");