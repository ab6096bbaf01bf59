import { bigint, boolean, customType, index, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { authSchema, users } from './auth.schema';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const passkeys = authSchema.table(
  'passkeys',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    credentialId: text('credential_id').notNull().unique(),
    publicKey: bytea('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).default(0).notNull(),
    transports: text('transports').array().default(['internal']).notNull(),
    isBackedUp: boolean('is_backed_up').default(false).notNull(),
    lastUsedAt: timestamp('last_used_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [index('idx_passkeys_user_id').on(table.userId)],
);

export type Passkey = typeof passkeys.$inferSelect;
