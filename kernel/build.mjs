/**
 * Compiles kernel/assembly with AssemblyScript to kernel/dist: `relaxed.wasm` for browsers with relaxed SIMD, `plain.wasm` for the others.
 *
 *   node kernel/build.mjs [--force]
 *
 * Nothing happens where both are newer than their sources. Vite and Vitest call it before they start (scripts/lib/kernel.mjs).
 */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const SOURCES = join(FOLDER, 'assembly');
const DIST = join(FOLDER, 'dist');
/** Pages of 64 KiB that the host may give at most; workers/engine/kernel.ts gives so many. */
const MOST_PAGES = 640;
const BUILDS = {
  relaxed: ['--enable', 'relaxed-simd', '--use', 'RELAXED=1'],
  plain: [],
};

const changed = (path) => statSync(path).mtimeMs;

function current(out) {
  const sources = readdirSync(SOURCES).map((name) => changed(join(SOURCES, name)));
  return existsSync(out) && changed(out) >= Math.max(...sources, changed(fileURLToPath(import.meta.url)));
}

/** Throws with the compiler's words where the source does not compile. */
export async function buildKernel(force = false) {
  mkdirSync(DIST, { recursive: true });
  for (const [name, flags] of Object.entries(BUILDS)) {
    const out = join(DIST, `${name}.wasm`);
    if (!force && current(out)) continue;
    const { error, stderr } = await asc.main([
      join(SOURCES, 'index.ts'),
      ...[
        '--outFile',
        out,
        '-O3',
        '--noAssert',
        '--runtime',
        'stub',
        '--enable',
        'simd',
        '--enable',
        'threads',
      ],
      ...[
        '--disableWarning',
        '112',
        '--importMemory',
        '--sharedMemory',
        '--maximumMemory',
        String(MOST_PAGES),
        ...flags,
      ],
    ]);
    const words = stderr.toString();
    if (error || words.includes('WARNING')) throw new Error(`kernel/${name}: ${words || error}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernel(process.argv.includes('--force'));
