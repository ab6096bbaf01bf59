import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  schema: './src/db/schema/index.ts',
  out: './src/db/migrations',
  dialect: 'postgresql',
  schemaFilter: ['auth'],
  dbCredentials: {
    url: process.env.DATABASE_URL!,
  },
});
