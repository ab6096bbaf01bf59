import { doublePrecision, index, integer, jsonb, numeric, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { researchJobs, researchSchema } from './research.schema';

export const reports = researchSchema.table(
  'reports',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    researchJobId: uuid('research_job_id')
      .notNull()
      .references(() => researchJobs.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    content: jsonb('content').$type<{ sections: unknown[] }>().notNull(),
    score: numeric('score'),
    similarity: doublePrecision('similarity'),
    version: integer('version').default(1).notNull(),
    publishedAt: timestamp('published_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_reports_research_job_id').on(table.researchJobId),
    index('idx_reports_content').using('gin', table.content.op('jsonb_path_ops')),
  ],
);
