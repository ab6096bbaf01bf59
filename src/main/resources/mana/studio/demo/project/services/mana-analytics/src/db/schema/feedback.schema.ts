import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgPolicy, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

export const feedbackSchema = pgSchema('feedback');

export const feedbackCategoryEnum = feedbackSchema.enum('feedback_category', ['bug', 'feature', 'praise', 'other']);

const isOwn = sql`user_id = current_setting('app.user_id', true)`;

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
    pgPolicy('feedback_items_public_read', { for: 'select', using: sql`${table.isPublic} = true` }),
    pgPolicy('feedback_items_own', { for: 'all', using: isOwn, withCheck: isOwn }),
  ],
);

export const feedbackVotes = feedbackSchema.table(
  'feedback_votes',
  {
    feedbackItemId: uuid('feedback_item_id')
      .notNull()
      .references(() => feedbackItems.id, { onDelete: 'cascade' }),
    userId: text('user_id').notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    primaryKey({ name: 'pk_feedback_votes', columns: [table.feedbackItemId, table.userId] }),
    pgPolicy('feedback_votes_own', { for: 'all', using: isOwn, withCheck: isOwn }),
  ],
).enableRLS();
