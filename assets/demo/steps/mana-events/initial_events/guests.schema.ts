import { index, smallint, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { events, eventsSchema } from './events.schema';

export const rsvpStatusEnum = eventsSchema.enum('rsvp_status', ['yes', 'no', 'maybe']);

export const eventGuests = eventsSchema.table(
  'event_guests',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    eventId: uuid('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    userId: text('user_id'),
    displayName: text('display_name').notNull(),
    email: text('email'),
    status: rsvpStatusEnum('status').default('maybe').notNull(),
    companions: smallint('companions').default(0).notNull(),
    answeredAt: timestamp('answered_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_event_guests_event_id').on(table.eventId),
    uniqueIndex('idx_event_guests_event_id_email').on(table.eventId, table.email),
  ],
);
