import { sql } from 'drizzle-orm';
import { check, doublePrecision, index, integer, pgSchema, text, timestamp, uuid, boolean } from 'drizzle-orm/pg-core';

export const eventsSchema = pgSchema('events');

export const eventVisibilityEnum = eventsSchema.enum('event_visibility', ['private', 'unlisted', 'public']);

export const venues = eventsSchema.table('venues', {
  id: uuid('id').primaryKey().defaultRandom(),
  name: text('name').notNull(),
  street: text('street'),
  city: text('city').notNull(),
  countryCode: text('country_code').default('DE').notNull(),
  latitude: doublePrecision('latitude'),
  longitude: doublePrecision('longitude'),
  isAccessible: boolean('is_accessible').default(false).notNull(),
  createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
});

export const events = eventsSchema.table(
  'events',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id').notNull(),
    venueId: uuid('venue_id').references(() => venues.id, { onDelete: 'set null' }),
    title: text('title').notNull(),
    description: text('description'),
    visibility: eventVisibilityEnum('visibility').default('private').notNull(),
    capacity: integer('capacity'),
    startsAt: timestamp('starts_at', { withTimezone: true }).notNull(),
    endsAt: timestamp('ends_at', { withTimezone: true }),
    isDeleted: boolean('is_deleted').default(false).notNull(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    version: integer('version').default(1).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_events_user_id').on(table.userId),
    index('idx_events_venue_id').on(table.venueId),
    index('idx_events_starts_at').on(table.startsAt).where(sql`${table.visibility} = 'public'`),
    index('idx_events_lower_title').on(sql`lower(${table.title})`),
    check('events_ends_at_check', sql`${table.endsAt} IS NULL OR ${table.endsAt} >= ${table.startsAt}`),
    check('events_capacity_check', sql`${table.capacity} IS NULL OR ${table.capacity} BETWEEN 1 AND 100000`),
  ],
);

export type Event = typeof events.$inferSelect;
