/**
 * `npm run provenance-table`: every file of tests/provenance with the origin it was found to declare, and the totals.
 * The files are put together byte by byte there; the same tests run in `npm test`, without the table.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './lib/install.mjs';

const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'tests/provenance/table.test.ts', '--reporter=dot'],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, PROVENANCE_TABLE: '1' } },
);
process.exit(status ?? 1);
