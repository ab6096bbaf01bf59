import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgEnum, pgSchema, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';

export const subscriptionsSchema = pgSchema('subscriptions');

export const billingIntervalEnum = pgEnum('billing_interval', ['month', 'year']);

export const subscriptionStatusEnum = subscriptionsSchema.enum('subscription_status', [
  'trialing',
  'active',
  'past_due',
  'canceled',
]);

export const plans = subscriptionsSchema.table(
  'plans',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    code: text('code').notNull().unique('uq_plans_code'),
    priceCents: integer('price_cents').notNull(),
    billingInterval: billingIntervalEnum('billing_interval').default('month').notNull(),
    trialDays: integer('trial_days').default(14).notNull(),
    isActive: boolean('is_active').default(true).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [check('plans_price_cents_check', sql`${table.priceCents} >= 0`)],
);

export const subscriptions = subscriptionsSchema.table(
  'subscriptions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id').notNull(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'restrict' }),
    status: subscriptionStatusEnum('status').notNull(),
    currentPeriodEndsAt: timestamp('current_period_ends_at', { withTimezone: true }).notNull(),
    hasDiscount: boolean('has_discount').default(false).notNull(),
    canceledAt: timestamp('canceled_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_subscriptions_plan_id').on(table.planId),
    unique('uq_subscriptions_user_id_plan_id').on(table.userId, table.planId),
  ],
);

export type Subscription = typeof subscriptions.$inferSelect;
