import { sql } from 'drizzle-orm';
import { bigint, boolean, index, integer, primaryKey, text, timestamp, uuid, varchar } from 'drizzle-orm/pg-core';
import { usrSchema } from './settings.schema';
import { tags } from './tags.schema';

export const files = usrSchema.table(
  'files',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    userId: text('user_id').notNull(),
    name: varchar('name', { length: 500 }).notNull(),
    mimeType: varchar('mime_type', { length: 255 }).notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    downloadCount: integer('download_count').default(0).notNull(),
    version: integer('version').default(1).notNull(),
    isFavorite: boolean('is_favorite').default(false).notNull(),
    isDeleted: boolean('is_deleted').default(false).notNull(),
    deletedAt: timestamp('deleted_at', { withTimezone: true }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_files_user_id').on(table.userId).where(sql`${table.isDeleted} = false`),
    index('idx_files_created_at').on(table.createdAt),
    index('idx_files_lower_name').on(sql`lower(${table.name}) text_pattern_ops`),
  ],
);

export const fileTags = usrSchema.table(
  'file_tags',
  {
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    tagId: uuid('tag_id')
      .notNull()
      .references(() => tags.id, { onDelete: 'cascade' }),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
    updatedAt: timestamp('updated_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.tagId] }), index('idx_file_tags_tag_id').on(table.tagId)],
);

export type File = typeof files.$inferSelect;
