/**
 * `npm test`: everything that can be checked on this machine; installs what it needs. The last line counts.
 *
 *   npm test -- [--no-e2e]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPackages, needChromium, ROOT } from './lib/install.mjs';

const { values } = parseArgs({ options: { 'no-e2e': { type: 'boolean', default: false } } });

installPackages();
const reports = join(ROOT, '.cache', 'test');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const count = { passed: 0, failed: 0 };

/** Runs one step. `read` takes the counts out of its report; without one the step itself counts. */
function step(name, args, { env = {}, read, command = 'npx' } = {}) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  let counted = { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  if (read) {
    try {
      counted = read();
    } catch {
      counted = { passed: 0, failed: 1 };
    }
    // A runner may fail without a failing test: a file that does not load, a worker that dies.
    if (status !== 0 && counted.failed === 0) counted.failed = 1;
  }
  count.passed += counted.passed;
  count.failed += counted.failed;
  return status === 0;
}

const report = (file) => JSON.parse(readFileSync(join(reports, file), 'utf8'));

for (const project of ['tsconfig.json', 'workers/tsconfig.json', 'tsconfig.tooling.json'])
  step(`types: ${project}`, ['tsc', '-p', project]);
step('format and lint', ['biome', 'check', '.']);
step(
  'unit tests',
  [
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${join(reports, 'unit.json')}`,
  ],
  {
    read: () => {
      const { numPassedTests, numFailedTests } = report('unit.json');
      return { passed: numPassedTests, failed: numFailedTests };
    },
  },
);
const built = step('build', ['vite', 'build', '--logLevel', 'warn']);
// Compiles a page of somebody else against its types, too.
const library = step('library', ['scripts/build-lib.mjs'], { command: 'node' });
if (!values['no-e2e'] && built && library) {
  step('browser tests', ['playwright', 'test'], {
    env: { CHROMIUM_PATH: await needChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json') },
    read: () => {
      const { expected, flaky, unexpected } = report('e2e.json').stats;
      return { passed: expected + flaky, failed: unexpected };
    },
  });
}

console.log(`\n${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 ? 0 : 1;
