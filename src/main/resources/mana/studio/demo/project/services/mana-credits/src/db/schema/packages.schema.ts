import { sql } from 'drizzle-orm';
import { boolean, check, integer, numeric, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { creditsSchema } from './schema';

export const packages = creditsSchema.table(
  'packages',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    name: varchar('name', { length: 200 }).notNull(),
    creditsCount: integer('credits_count').notNull(),
    price: numeric('price', { precision: 10, scale: 2 }).default('0').notNull(),
    currency: text('currency').default('EUR').notNull(),
    isActive: boolean('is_active').default(true).notNull(),
    sortOrder: integer('sort_order').generatedAlwaysAsIdentity({ startWith: 10, increment: 10 }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [check('packages_price_check', sql`${table.price} >= 0 AND ${table.creditsCount} > 0`)],
);

export type CreditPackage = typeof packages.$inferSelect;
