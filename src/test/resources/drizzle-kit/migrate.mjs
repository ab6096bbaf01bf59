// Runs drizzle-orm's own migrate() for each job of a JSON file; writes one line of JSON for each outcome.
import { readFileSync } from 'node:fs';
import postgres from 'postgres';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate } from 'drizzle-orm/postgres-js/migrator';

for (const job of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const client = postgres(job.url, { max: 1, onnotice: () => {} });
  try {
    await migrate(drizzle({ client }), {
      migrationsFolder: job.folder,
      migrationsTable: job.table,
      migrationsSchema: job.schema,
    });
    console.log(JSON.stringify({ ok: true }));
  } catch (failure) {
    const cause = failure.cause ?? failure;
    console.log(JSON.stringify({ ok: false, code: cause.code ?? '', message: cause.message }));
  } finally {
    await client.end();
  }
}
