import { index, smallint, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { researchJobs, researchSchema } from './research.schema';

export const jobSources = researchSchema.table(
  'job_sources',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    researchJobId: uuid('research_job_id')
      .notNull()
      .references(() => researchJobs.id, { onDelete: 'cascade' }),
    rank: smallint('rank').notNull(),
    url: text('url').notNull(),
    title: text('title'),
    pages: smallint('pages').array(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_job_sources_url').using('hash', table.url),
    unique('uq_job_sources_research_job_id_rank').on(table.researchJobId, table.rank),
  ],
);
