import { type AnyPgColumn, index, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { usrSchema } from './settings.schema';

export const tags = usrSchema.table(
  'tags',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id').notNull(),
    parentTagId: uuid('parent_tag_id').references((): AnyPgColumn => tags.id, { onDelete: 'set null' }),
    name: text('name').notNull(),
    color: text('color').default('#3b82f6'),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_tags_parent_tag_id').on(table.parentTagId),
    unique('uq_tags_user_id_name').on(table.userId, table.name),
  ],
);

export type Tag = typeof tags.$inferSelect;
