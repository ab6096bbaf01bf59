import { boolean, index, integer, interval, jsonb, pgSchema, real, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { events } from './events.schema';

export const eventDiscoverySchema = pgSchema('event_discovery');

export const sourceKindEnum = eventDiscoverySchema.enum('source_kind', ['ical', 'rss', 'html', 'api']);

export const sources = eventDiscoverySchema.table('sources', {
  id: uuid('id').primaryKey().defaultRandom(),
  kind: sourceKindEnum('kind').notNull(),
  url: text('url').notNull().unique('uq_sources_url'),
  isActive: boolean('is_active').default(true).notNull(),
  crawlIntervalMinutes: integer('crawl_interval_minutes').default(1440).notNull(),
  lastCrawledAt: timestamp('last_crawled_at', { withTimezone: true }),
  createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
});

export const sourceRuns = eventDiscoverySchema.table(
  'source_runs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    foundCount: integer('found_count').default(0).notNull(),
    duration: interval('duration'),
    errorMessage: text('error_message'),
    startedAt: timestamp('started_at', { withTimezone: true }).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [index('idx_source_runs_source_id_started_at').on(table.sourceId, table.startedAt.desc())],
);

export const discoveredEvents = eventDiscoverySchema.table(
  'discovered_events',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    sourceId: uuid('source_id')
      .notNull()
      .references(() => sources.id, { onDelete: 'cascade' }),
    eventId: uuid('event_id').references(() => events.id, { onDelete: 'set null' }),
    dedupeKey: text('dedupe_key').notNull(),
    confidence: real('confidence'),
    raw: jsonb('raw').$type<Record<string, unknown>>().notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_discovered_events_source_id').on(table.sourceId),
    index('idx_discovered_events_event_id').on(table.eventId),
    uniqueIndex('idx_discovered_events_dedupe_key').on(table.dedupeKey),
  ],
);

export type DiscoveredEvent = typeof discoveredEvents.$inferSelect;
