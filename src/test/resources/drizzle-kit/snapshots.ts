// tsx snapshots.ts <file with "in<TAB>out<TAB>casing" per line>: compiles each schema file with the real drizzle-kit,
// all in one process, and writes its snapshot, or what it said instead.
import { generateDrizzleJson } from 'drizzle-kit/api';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const lines = readFileSync(process.argv[2]!, 'utf8').split('\n').filter((line) => line !== '');
for (const line of lines) {
  const [schema, out, casing] = line.split('\t');
  try {
    const exported = await import(pathToFileURL(resolve(schema!)).href);
    const json = generateDrizzleJson(exported, undefined, undefined, (casing || undefined) as never);
    writeFileSync(out!, JSON.stringify(json, null, 2));
  } catch (failure) {
    writeFileSync(out!, String(failure instanceof Error ? failure.stack : failure));
  }
}
