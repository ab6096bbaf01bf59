import { sql } from 'drizzle-orm';
import { boolean, index, integer, json, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { subscriptions, subscriptionsSchema } from './subscriptions.schema';

export const invoices = subscriptionsSchema.table(
  'invoices',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    subscriptionId: uuid('subscription_id')
      .notNull()
      .references(() => subscriptions.id, { onDelete: 'cascade' }),
    transactionId: uuid('transaction_id'),
    number: text('number').notNull().unique('uq_invoices_number'),
    amountCents: integer('amount_cents').notNull(),
    taxCents: integer('tax_cents').generatedAlwaysAs(sql`round(amount_cents * 19 / 119.0)`),
    lineItems: json('line_items').$type<{ text: string; cents: number }[]>().notNull(),
    isPaid: boolean('is_paid').default(false).notNull(),
    paidAt: timestamp('paid_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_invoices_subscription_id').on(table.subscriptionId),
    index('idx_invoices_transaction_id').on(table.transactionId),
    index('idx_invoices_created_at').on(table.createdAt).where(sql`${table.isPaid} = false`),
  ],
);
