import { boolean, index, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const feedbackSchema = pgSchema('feedback');

export const feedbackCategoryEnum = feedbackSchema.enum('feedback_category', ['bug', 'feature', 'praise', 'other']);

export const feedbackItems = feedbackSchema.table(
  'feedback_items',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id').notNull(),
    appId: text('app_id').notNull(),
    category: feedbackCategoryEnum('category').default('other').notNull(),
    body: text('body').notNull(),
    voteCount: integer('vote_count').default(0).notNull(),
    isPublic: boolean('is_public').default(false).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_feedback_items_app_id').on(table.appId),
    index('idx_feedback_items_user_id').on(table.userId),
  ],
);
