import { sql } from 'drizzle-orm';
import { check, customType, date, text, timestamp } from 'drizzle-orm/pg-core';
import { usrSchema } from './settings.schema';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const profiles = usrSchema.table(
  'profiles',
  {
    userId: text('user_id').primaryKey(),
    handle: text('handle').notNull().unique('uq_profiles_handle'),
    bio: text('bio'),
    city: text('city'),
    bornOn: date('born_on'),
    avatar: bytea('avatar'),
    links: text('links').array(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [check('profiles_handle_check', sql`${table.handle} ~ '^[a-z0-9_]{3,40}$'`)],
);

export type Profile = typeof profiles.$inferSelect;
