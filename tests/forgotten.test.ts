/**
 * What was taken off the page is kept by nobody: not by queue, host, small views or keeper. `npm run bench-batch` measures
 * the whole page.
 */
import 'fake-indexeddb/auto';
import { setTimeout as wait } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it, vi } from 'vitest';
import { SmallViews } from '../src/batch/small-views';
import { ok } from '../src/contract';
import { SILENT_FILE } from '../src/contract/fixture-kit';
import { final, first, make as makeHost, setup } from '../src/host/host-kit';
import { Keeper } from '../src/shelf/keeper';
import { PictureStore } from '../src/shelf/store';
import { Queue } from '../src/state/queue';
import { engine, simple } from '../src/state/queue-kit';

/** One could hang on a variable that the next one overwrites; several cannot. */
const PICTURES = 5;
/** A machine that trains beside this is slow. */
const WAIT_MS = 20_000;

function page() {
  const { host } = makeHost({ analyse: [first, final, 'end'] });
  const urls = new Set<string>();
  let made = 0;
  const createObjectURL = () => {
    const url = `blob:${++made}`;
    urls.add(url);
    return url;
  };
  const queue = new Queue({
    analyse: (...args) => host.analyse(...args),
    inspect: async () => ok({ ...SILENT_FILE, size: { width: 30, height: 20 } }),
    usable: () => true,
    engine: () => engine,
    now: () => 1000,
    urls: { createObjectURL, revokeObjectURL: (url) => void urls.delete(url) },
  });
  const smallViews = new SmallViews({
    queue,
    draw: async () => ({ picture: new Blob(['small']), width: 3, height: 2, likeness: null }),
    sha256: async () => 'cd'.repeat(32),
    url: createObjectURL,
  });
  const keeper = new Keeper({
    store: new PictureStore('forgotten'),
    queue,
    url: createObjectURL,
    newKey: () => crypto.randomUUID(),
    manifestKey: async () => 'm',
  });
  return { host, queue, smallViews, keeper, urls };
}
type Page = ReturnType<typeof page>;

/** Examines a batch to its end and returns what it was made of; in a function of its own, so that no variable stays. */
async function examined({ queue, keeper }: Page): Promise<Map<string, WeakRef<object>>> {
  const files = Array.from({ length: PICTURES }, (_, i) => new File([`picture ${i}`], `${i}.jpg`));
  queue.add(
    files.map((file) => ({ kind: 'file', file })),
    simple,
  );
  await vi.waitFor(() => {
    for (const { phase, small } of queue.snapshot()) expect([phase, small !== null]).toEqual(['done', true]);
  }, WAIT_MS);
  await keeper.flush();
  const refs = new Map<string, WeakRef<object>>();
  for (const [i, file] of files.entries()) refs.set(`file ${i}`, new WeakRef(file));
  for (const card of queue.snapshot()) {
    refs.set(card.id, new WeakRef(card));
    if (card.small) refs.set(`small view of ${card.id}`, new WeakRef(card.small.picture));
    if (card.final) refs.set(`answer of ${card.id}`, new WeakRef(card.final));
  }
  return refs;
}

/** What a collection frees may hold what the next one can. */
async function collect(): Promise<void> {
  setFlagsFromString('--expose-gc');
  const gc: () => void = runInNewContext('gc');
  for (let i = 0; i < 4; i++) {
    await wait(10);
    gc();
  }
}

it('keeps nothing of pictures that were cleared', async () => {
  const here = page();
  await here.host.load(setup());
  here.smallViews.start();
  await here.keeper.start();
  const refs = await examined(here);
  expect(refs.size).toBe(4 * PICTURES);
  await here.keeper.clearAll();
  await here.keeper.flush();
  await collect();
  expect([...refs].filter(([, ref]) => ref.deref() !== undefined).map(([name]) => name)).toEqual([]);
  expect([...here.urls]).toEqual([]);
});
