// Writes the demo's Drizzle project: lets the real drizzle-kit generate every step of every service, one after the
// other, as the services' authors would have. Usage: node generate.mjs <folder of the project>
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const project = resolve(process.argv[2]);
const work = join(here, 'work');
const history = JSON.parse(readFileSync(join(here, 'history.json'), 'utf8'));

function drizzleKit(service, step, args) {
  const run = spawnSync(process.execPath, [join(here, 'node_modules/drizzle-kit/bin.cjs'), ...args], {
    cwd: join(work, 'services', service),
    encoding: 'utf8',
    env: {
      ...process.env,
      NODE_OPTIONS: `--require ${join(here, 'pinned.cjs')}`,
      DEMO_WHEN: step.when,
      DEMO_STEP: `${service}/${step.name}`,
      ...(step.renames ? { DEMO_RENAMES: '1' } : {}),
    },
  });
  const said = run.stdout + run.stderr;
  if (run.status !== 0 || /error/i.test(said)) throw new Error(`${service} ${step.name}: drizzle-kit said\n${said}`);
  return said;
}

function generate(service, step) {
  const source = join(here, 'steps', service, step.name);
  const target = join(work, 'services', service);
  const schema = join(target, 'src/db/schema');
  const custom = join(source, 'custom.sql');
  mkdirSync(schema, { recursive: true });
  cpSync(source, schema, { recursive: true, filter: (path) => !path.endsWith('.sql') });
  if (!existsSync(custom)) {
    drizzleKit(service, step, ['generate', `--name=${step.name}`]);
    return;
  }
  drizzleKit(service, step, ['generate', '--custom', `--name=${step.name}`]);
  const migrations = join(target, 'src/db/migrations');
  const file = readdirSync(migrations).find((name) => name.endsWith(`_${step.name}.sql`));
  const head = readFileSync(join(migrations, file), 'utf8').trimEnd();
  writeFileSync(join(migrations, file), head + '\n' + readFileSync(custom, 'utf8'));
}

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

rmSync(work, { recursive: true, force: true });
for (const [service, steps] of Object.entries(history)) {
  mkdirSync(join(work, 'services', service), { recursive: true });
  cpSync(join(here, 'steps', service, 'drizzle.config.ts'), join(work, 'services', service, 'drizzle.config.ts'));
  for (const step of steps) generate(service, step);
  const last = { ...steps.at(-1), name: 'check', renames: false };
  const unchanged = drizzleKit(service, last, ['generate']);
  if (!unchanged.includes('No schema changes')) throw new Error(`${service}: a step is missing\n${unchanged}`);
  drizzleKit(service, last, ['check']);
  console.log(`${service}: ${steps.length} migrations`);
}
cpSync(join(here, 'project'), work, { recursive: true });
rmSync(project, { recursive: true, force: true });
cpSync(work, project, { recursive: true });
rmSync(work, { recursive: true, force: true });
writeFileSync(join(project, 'files.txt'), files(project).filter((name) => name !== 'files.txt').join('\n') + '\n');
