import { bigint, index, inet, jsonb, text, timestamp } from 'drizzle-orm/pg-core';
import { authSchema, users } from './auth.schema';

/** Only ever added to; the number tells the order. */
export const auditLogs = authSchema.table(
  'audit_logs',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity({ startWith: 1000 }),
    userId: text('user_id').references(() => users.id, { onDelete: 'set null' }),
    action: text('action').notNull(),
    ipAddress: inet('ip_address'),
    details: jsonb('details').$type<Record<string, unknown>>(),
    createdAt: timestamp('created_at', { withTimezone: true }).defaultNow().notNull(),
  },
  (table) => [
    index('idx_audit_logs_user_id_created_at').on(table.userId, table.createdAt.desc()),
    index('idx_audit_logs_created_at').using('brin', table.createdAt),
  ],
);
