// Judges projects that have a new migration: does the real migrator apply the folder, and is the newest snapshot what
// drizzle-kit makes of the code? Reads a list of { name, folder, url } and writes one of { name, migrated, left }.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

const [asked, answered] = process.argv.slice(2);
const answers = [];
for (const { name, folder, url } of JSON.parse(readFileSync(asked, 'utf8'))) {
    answers.push({ name, migrated: url === '' ? '' : await migrated(folder, url), left: await left(folder) });
}
writeFileSync(answered, JSON.stringify(answers));

async function migrated(folder: string, url: string): Promise<string> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
        await migrate(drizzle(client), { migrationsFolder: join(folder, 'drizzle') });
        return 'ok';
    } catch (failure: any) {
        return `${failure.message} | ${failure.cause?.message ?? ''}`;
    } finally {
        await client.end();
    }
}

async function left(folder: string): Promise<string[]> {
    try {
        const code = await import(pathToFileURL(join(folder, 'schema.ts')).href);
        const meta = join(folder, 'drizzle', 'meta');
        const newest = readdirSync(meta).filter((file) => !file.startsWith('_')).sort().at(-1)!;
        const snapshot = JSON.parse(readFileSync(join(meta, newest), 'utf8'));
        return await generateMigration(snapshot, generateDrizzleJson(code, snapshot.id));
    } catch (failure: any) {
        return [`-- ${failure.message}`];
    }
}
