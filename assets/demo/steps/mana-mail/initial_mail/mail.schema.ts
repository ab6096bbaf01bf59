import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgSchema, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';

export const mailSchema = pgSchema('mail');

export const mailAccounts = mailSchema.table(
  'mail_accounts',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id').notNull(),
    address: varchar('address', { length: 320 }).notNull().unique(),
    isPrimary: boolean('is_primary').default(false).notNull(),
    quotaMegabytes: integer('quota_megabytes').default(1024).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [index('idx_mail_accounts_user_id').on(table.userId)],
);

export const messages = mailSchema.table(
  'messages',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    mailAccountId: uuid('mail_account_id')
      .notNull()
      .references(() => mailAccounts.id, { onDelete: 'cascade' }),
    sender: text('sender').notNull(),
    recipients: text('recipients').array().notNull(),
    subject: text('subject').default('').notNull(),
    body: text('body'),
    isRead: boolean('is_read').default(false).notNull(),
    hasAttachments: boolean('has_attachments').default(false).notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true }).notNull(),
    isDeleted: boolean('is_deleted').default(false).notNull(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_messages_mail_account_id_received_at').on(table.mailAccountId, table.receivedAt.desc()).with({ fillfactor: 90 }),
    index('idx_messages_mail_account_id').on(table.mailAccountId).where(sql`${table.isRead} = false`),
  ],
);

export const signature = mailSchema.table(
  'signature',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    mailAccountId: uuid('mail_account_id')
      .notNull()
      .references(() => mailAccounts.id, { onDelete: 'cascade' }),
    body: text('body').notNull(),
    position: integer('position').default(0).notNull(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [index('idx_signature_mail_account_id').on(table.mailAccountId)],
);

export type Message = typeof messages.$inferSelect;
