import { sql } from 'drizzle-orm';
import { bigint, timestamp, uuid } from 'drizzle-orm/pg-core';
import { events, eventsSchema } from './events.schema';

export const upcomingEvents = eventsSchema.view('upcoming_events').as((qb) =>
  qb
    .select({ id: events.id, title: events.title, startsAt: events.startsAt, venueId: events.venueId })
    .from(events)
    .where(sql`${events.startsAt} > now() and ${events.isDeleted} = false and ${events.visibility} = 'public'`),
);

export const eventStats = eventsSchema
  .materializedView('event_stats', {
    eventId: uuid('event_id'),
    guestCount: bigint('guest_count', { mode: 'number' }),
    acceptedCount: bigint('accepted_count', { mode: 'number' }),
    lastAnsweredAt: timestamp('last_answered_at', { withTimezone: true }),
  })
  .as(
    sql`select event_id, count(*) as guest_count, count(*) filter (where status = 'yes') as accepted_count, max(answered_at) as last_answered_at from "events"."event_guests" group by event_id`,
  );
