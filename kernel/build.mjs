/**
 * Compiles with AssemblyScript to kernel/dist: the trunk (kernel/assembly) to `relaxed.wasm` and `dot.wasm` for browsers with relaxed
 * SIMD (which of them, the worker tries) and `plain.wasm` for the others; the loops over all pixels (kernel/image) to `image.wasm`.
 *
 *   node kernel/build.mjs [--force]
 *
 * Nothing happens where all files are newer than their sources. Vite and Vitest call it before they start (scripts/lib/kernel.mjs).
 */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const DIST = join(FOLDER, 'dist');
/** Pages of 64 KiB that the host may give at most; workers/engine/kernel.ts gives so many. */
const MOST_PAGES = 640;
/** All lanes work in one memory, which the host makes. */
const SHARED = [
  ...['--enable', 'threads', '--importMemory', '--sharedMemory'],
  ...['--maximumMemory', String(MOST_PAGES)],
];
const RELAXED = [...SHARED, '--enable', 'relaxed-simd', '--use', 'RELAXED=1'];
const BUILDS = {
  relaxed: { sources: 'assembly', flags: RELAXED },
  dot: { sources: 'assembly', flags: [...RELAXED, '--use', 'DOT=1'] },
  plain: { sources: 'assembly', flags: SHARED },
  image: { sources: 'image', flags: [] },
};

const changed = (path) => statSync(path).mtimeMs;

function current(out, folder) {
  const sources = readdirSync(folder).map((name) => changed(join(folder, name)));
  return existsSync(out) && changed(out) >= Math.max(...sources, changed(fileURLToPath(import.meta.url)));
}

/** Throws with the compiler's words where the source does not compile. */
export async function buildKernel(force = false) {
  mkdirSync(DIST, { recursive: true });
  for (const [name, { sources, flags }] of Object.entries(BUILDS)) {
    const out = join(DIST, `${name}.wasm`);
    const folder = join(FOLDER, sources);
    if (!force && current(out, folder)) continue;
    const { error, stderr } = await asc.main([
      join(folder, 'index.ts'),
      ...['--outFile', out, '-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd'],
      ...['--disableWarning', '112', ...flags],
    ]);
    const words = stderr.toString();
    if (error || words.includes('WARNING')) throw new Error(`kernel/${name}: ${words || error}`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernel(process.argv.includes('--force'));
