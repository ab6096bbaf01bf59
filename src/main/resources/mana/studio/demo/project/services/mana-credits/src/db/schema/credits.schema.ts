import { sql } from 'drizzle-orm';
import { bigint, check, foreignKey, index, integer, jsonb, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { packages } from './packages.schema';
import { creditsSchema } from './schema';

export const transactionTypeEnum = creditsSchema.enum('transaction_type', [
  'purchase',
  'usage',
  'refund',
  'bonus',
  'adjustment',
]);

export const balances = creditsSchema.table(
  'balances',
  {
    userId: text('user_id').primaryKey(),
    amount: bigint('amount', { mode: 'number' }).default(0).notNull(),
    version: integer('version').default(1).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [check('balances_amount_check', sql`${table.amount} >= 0`)],
);

export const transactions = creditsSchema.table(
  'transactions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id')
      .notNull()
      .references(() => balances.userId, { onDelete: 'restrict', onUpdate: 'cascade' }),
    packageId: uuid('package_id'),
    type: transactionTypeEnum('type').notNull(),
    amount: bigint('amount', { mode: 'number' }).notNull(),
    appId: text('app_id').notNull(),
    metadata: jsonb('metadata').$type<Record<string, unknown>>().default({}).notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_transactions_user_id_created_at').on(table.userId, table.createdAt.desc()),
    index('idx_transactions_package_id').on(table.packageId).where(sql`${table.packageId} IS NOT NULL`),
    foreignKey({ name: 'fk_transactions_package', columns: [table.packageId], foreignColumns: [packages.id] }).onDelete(
      'set null',
    ),
    index('idx_transactions_expires_at').on(table.expiresAt).where(sql`${table.expiresAt} IS NOT NULL`),
  ],
);

export type Balance = typeof balances.$inferSelect;
export type Transaction = typeof transactions.$inferSelect;
