import { sql } from 'drizzle-orm';
import { bigint, check, customType, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { mailSchema, messages } from './mail.schema';

const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

export const attachments = mailSchema.table(
  'attachments',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    messageId: uuid('message_id')
      .notNull()
      .references(() => messages.id, { onDelete: 'cascade' }),
    fileName: text('file_name').notNull(),
    mimeType: text('mime_type').default('application/octet-stream').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    preview: bytea('preview'),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [check('attachments_size_check', sql`${table.size} >= 0`)],
);
