import { index, primaryKey, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { mailAccounts, mailSchema, messages } from './mail.schema';

export const labels = mailSchema.table(
  'labels',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    mailAccountId: uuid('mail_account_id').references(() => mailAccounts.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    color: text('color'),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [unique('uq_labels_mail_account_id_name').on(table.mailAccountId, table.name).nullsNotDistinct()],
);

export const messageLabels = mailSchema.table(
  'message_labels',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    labelId: uuid('label_id')
      .notNull()
      .references(() => labels.id, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.labelId] }),
    index('idx_message_labels_label_id').on(table.labelId),
  ],
);
