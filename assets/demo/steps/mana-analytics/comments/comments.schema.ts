import { boolean, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { feedbackItems, feedbackSchema } from './feedback.schema';

export const feedbackComments = feedbackSchema.table(
  'feedback_comments',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    feedbackItemId: uuid('feedback_item_id')
      .notNull()
      .references(() => feedbackItems.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    body: text('body').notNull(),
    isFromTeam: boolean('is_from_team').default(false).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [index('idx_feedback_comments_feedback_item_id').on(table.feedbackItemId)],
);
