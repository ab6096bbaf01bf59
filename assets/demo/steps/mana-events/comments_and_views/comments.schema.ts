import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { events, eventsSchema } from './events.schema';

export const eventComments = eventsSchema.table(
  'event_comments',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    eventId: uuid('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    replyToId: uuid('reply_to_id').references((): AnyPgColumn => eventComments.id, { onDelete: 'set null' }),
    userId: text('user_id').notNull(),
    body: text('body').notNull(),
    isDeleted: boolean('is_deleted').default(false).notNull(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_event_comments_event_id_created_at').on(table.eventId, table.createdAt),
    index('idx_event_comments_reply_to_id').on(table.replyToId),
    index('idx_event_comments_user_id').on(table.userId),
    check('event_comments_body_check', sql`char_length(${table.body}) <= 4000`),
  ],
);
