import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, numeric, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const researchSchema = pgSchema('research');

export const jobStatusEnum = researchSchema.enum('job_status', ['queued', 'running', 'done', 'failed', 'cancelled']);

export const jobNumbers = researchSchema.sequence('job_numbers', { startWith: 1000, increment: 1, cache: 10 });

export const providers = researchSchema.table('providers', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull().unique('uq_providers_name'),
  baseUrl: text('base_url').notNull(),
  isActive: boolean('is_active').default(true).notNull(),
  pricePerToken: numeric('price_per_token'),
  createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
});

export const researchJobs = researchSchema.table(
  'research_jobs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id').notNull(),
    providerId: uuid('provider_id').references(() => providers.id, { onDelete: 'set null' }),
    jobNumber: integer('job_number').generatedByDefaultAsIdentity({ name: 'research_jobs_job_number_seq', startWith: 1000 }),
    query: text('query').notNull(),
    status: jobStatusEnum('status').default('queued').notNull(),
    priority: integer('priority').default(3).notNull(),
    costEur: numeric('cost_eur', { precision: 14, scale: 4 }),
    scheduledOn: date('scheduled_on'),
    finishedAt: timestamp('finished_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('research_jobs_user_id_idx').on(table.userId),
    index('idx_research_jobs_provider_id').on(table.providerId),
    index('idx_research_jobs_status_priority').on(table.status, table.priority.desc()),
    check('research_jobs_priority_check', sql`${table.priority} BETWEEN 1 AND 9`),
  ],
);

export type ResearchJob = typeof researchJobs.$inferSelect;
