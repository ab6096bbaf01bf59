import { index, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { usrSchema } from './settings.schema';

export const devices = usrSchema.table(
  'devices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id').notNull(),
    platform: text('platform').notNull(),
    model: text('model'),
    pushToken: text('pushToken'),
    lastSeenAt: timestamp('last_seen_at'),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_devices_user_id').on(table.userId),
    unique('uq_devices_push_token').on(table.pushToken),
  ],
);

export type Device = typeof devices.$inferSelect;
