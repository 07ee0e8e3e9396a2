/**
 * `npm run build:lib`: dist-lib/ with modules, worker, ONNX Runtime and declarations; prints what it weighs.
 *
 * Declarations are those files of the compiler's output that the two entries reach. One that names a package would ask
 * every embedding page to install it, so that is an error.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT, run } from './lib/install.mjs';

const OUT = join(ROOT, 'dist-lib');
const TYPES = join(ROOT, '.cache/lib-types');
const ENTRIES = ['index.d.ts', 'element.d.ts'];

/** A declaration and all that it imports. */
function take(path, taken = new Set()) {
  if (taken.has(path)) return taken;
  taken.add(path);
  const text = readFileSync(path, 'utf8');
  for (const [, specifier] of text.matchAll(/(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g)) {
    if (!specifier.startsWith('./'))
      throw new Error(`${relative(TYPES, path)} needs ${specifier}: public types stand in src/lib alone`);
    take(`${resolve(dirname(path), specifier.replace(/\.js$/, ''))}.d.ts`, taken);
  }
  return taken;
}

/** MB or kB of 1000, as disks are labelled. */
const size = (bytes) => (bytes < 1e6 ? `${(bytes / 1e3).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(2)} MB`);

run('npx', ['vite', 'build', '--config', 'vite.lib.config.ts', '--logLevel', 'warn']);
rmSync(TYPES, { recursive: true, force: true });
run('npx', ['tsc', '-p', 'tsconfig.lib.json']);
const folder = join(TYPES, 'src/lib');
for (const path of new Set(ENTRIES.flatMap((entry) => [...take(join(folder, entry))]))) {
  const to = join(OUT, relative(folder, path));
  mkdirSync(dirname(to), { recursive: true });
  // Where modules are resolved as Node does it, an import without its extension finds nothing.
  writeFileSync(to, readFileSync(path, 'utf8').replace(/(['"])(\.\/[\w-]+)\1/g, '$1$2.js$1'));
}
console.log('Types of the built library against examples/embed/consumer.ts');
for (const way of [[], ['--module', 'nodenext', '--moduleResolution', 'nodenext']])
  run('npx', ['tsc', '-p', 'examples/embed/tsconfig.json', ...way]);

let raw = 0;
let small = 0;
for (const name of readdirSync(OUT, { recursive: true, encoding: 'utf8' }).sort()) {
  const path = join(OUT, name);
  if (!statSync(path).isFile()) continue;
  const content = readFileSync(path);
  const gzip = gzipSync(content, { level: 6 }).length;
  raw += content.length;
  small += gzip;
  console.log(`${size(content.length).padStart(10)}  ${size(gzip).padStart(10)} gzip  dist-lib/${name}`);
}
console.log(`${size(raw).padStart(10)}  ${size(small).padStart(10)} gzip  in all, without the model`);
