import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { balances } from './credits.schema';
import { creditsSchema } from './schema';

export const reservationStatusEnum = creditsSchema.enum('reservation_status', ['held', 'settled', 'released']);

export const reservations = creditsSchema.table(
  'reservations',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id')
      .notNull()
      .references(() => balances.userId, { onDelete: 'restrict', onUpdate: 'cascade' }),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    status: reservationStatusEnum('status').default('held').notNull(),
    version: integer('version').default(1).notNull(),
    settledAt: timestamp('settled_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_reservations_user_id').on(table.userId),
    index('idx_reservations_created_at').on(table.createdAt).where(sql`${table.status} = 'held'`),
    check('reservations_amount_check', sql`${table.amount} > 0`),
  ],
);

export const promoCodes = creditsSchema.table(
  'promo_codes',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    code: text('code').notNull().unique('uq_promo_codes_code'),
    bonusAmount: integer('bonus_amount').notNull(),
    maxUses: integer('max_uses'),
    validUntilAt: timestamp('valid_until_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [check('promo_codes_code_check', sql`${table.code} = upper(${table.code})`)],
);

export type Reservation = typeof reservations.$inferSelect;
