/**
 * The walls of docs/architecture.md: who may import whom. A test may break them, the product may not.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, ROOT, sources } from './imports';

interface Wall {
  /** Own folders that may be imported at run time, besides the folder itself. */
  readonly ours: readonly string[];
  /** Own folders of which only types may be known. */
  readonly types?: readonly string[];
  readonly packages: readonly string[];
}

const WALLS: Readonly<Record<string, Wall>> = {
  'src/words': { ours: [], packages: ['intl-messageformat', '@preact/signals-core'] },
  'src/contract': { ours: [], packages: ['zod'] },
  'src/verdict': { ours: ['src/contract'], packages: [] },
  'src/host': { ours: ['src/contract'], packages: ['comlink', 'zod'] },
  'src/weights': { ours: ['src/contract'], packages: ['idb-keyval', 'zod'] },
  'src/state': { ours: ['src/contract', 'src/verdict'], types: ['src/host', 'src/weights'], packages: [] },
  'src/batch': { ours: ['src/contract', 'src/state'], packages: [] },
  'src/shelf': { ours: ['src/contract', 'src/state'], packages: ['idb-keyval', 'zod'] },
  // The words are the card's; whoever asks for reports knows only the Reporter's type, so the two folders make no circle.
  'src/report': {
    ours: [
      'src/contract',
      'src/state/card',
      'src/ui/words',
      'src/ui/file-words',
      'src/ui/received-words',
      'src/ui/sentences',
      'src/words',
    ],
    types: ['src/host'],
    packages: ['zod'],
  },
  'src/ui': {
    ours: ['src/contract', 'src/verdict', 'src/state', 'src/words', 'src/batch'],
    types: ['src/report', 'src/shelf'],
    packages: ['preact', '@preact/signals'],
  },
  // Pages of others: what runs without our page, and the words of its verdicts.
  'src/lib': {
    ours: [
      'src/contract',
      'src/host',
      'src/weights',
      'src/words',
      'src/report/weights-hash',
      'src/ui/words',
      'src/ui/sentences',
      'workers/detector',
    ],
    packages: ['preact', '@preact/signals'],
  },
  // The kernel only as compiled, by its address.
  workers: {
    ours: ['src/contract', 'src/verdict', 'kernel/dist'],
    packages: [
      'comlink',
      'onnxruntime-web',
      '@huggingface/tokenizers',
      '@contentauth/c2pa-wasm',
      'exifreader',
      'saxes',
      'zod',
    ],
  },
  'workers/image': { ours: ['src/contract', 'kernel/dist'], packages: [] },
  'workers/provenance': {
    ours: ['src/contract', 'workers/image'],
    packages: ['@contentauth/c2pa-wasm', 'exifreader', 'saxes', 'zod'],
  },
};

const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** What a wall has against an import, or null. */
function objection(folder: string, wall: Wall, { from, to, ours, typeOnly }: Import): string | null {
  const allowed = ours
    ? inside(to, folder) ||
      wall.ours.some((other) => inside(to, other)) ||
      (typeOnly && (wall.types ?? []).some((other) => inside(to, other)))
    : wall.packages.includes(to);
  return allowed ? null : `${from} imports ${typeOnly ? 'types of ' : ''}${to}`;
}

describe.each(Object.entries(WALLS))('%s', (folder, wall) => {
  it('imports only what it may', () => {
    const files = sources(folder);
    expect(files.length).toBeGreaterThan(0);
    const objections = files.flatMap((file) => importsOf(file).map((edge) => objection(folder, wall, edge)));
    expect(objections.filter((text) => text !== null)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  const read = (text: string) => importsOf('src/ui/x.ts', text).map(({ to, typeOnly }) => [to, typeOnly]);

  it.each([
    ["import { a } from '../host/host';", [['src/host/host', false]]],
    ["import type { A } from '../host/host';", [['src/host/host', true]]],
    ["import { type A, b } from '../host/host';", [['src/host/host', false]]],
    ["import '../host/host';", [['src/host/host', false]]],
    ["export * from '../host/host';", [['src/host/host', false]]],
    ["await import('../host/host');", [['src/host/host', false]]],
    ["import x from 'onnxruntime-web/webgpu';", [['onnxruntime-web', false]]],
    ["import x from '@huggingface/tokenizers/y';", [['@huggingface/tokenizers', false]]],
    ["// import { a } from '../host/host';", []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('objects to a forbidden edge and to types where values are taken', () => {
    const ui = WALLS['src/ui'] as Wall;
    const state = WALLS['src/state'] as Wall;
    const edge = (typeOnly: boolean): Import => ({ from: 'f', to: 'src/host/host', ours: true, typeOnly });
    expect(objection('src/ui', ui, edge(true))).not.toBeNull();
    expect(objection('src/state', state, edge(false))).not.toBeNull();
    expect(objection('src/state', state, edge(true))).toBeNull();
  });
});

it('the compiler keeps the document out of workers and verdict', () => {
  const { compilerOptions, include } = JSON.parse(readFileSync(join(ROOT, 'workers/tsconfig.json'), 'utf8'));
  expect(compilerOptions.lib).toEqual(['ES2023', 'WebWorker']);
  expect(include).toEqual(expect.arrayContaining(['.', '../src/verdict']));
});

it('index.html has no inline script, style or handler, which the policy would stop', () => {
  const html = readFileSync(join(ROOT, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=/);
});
