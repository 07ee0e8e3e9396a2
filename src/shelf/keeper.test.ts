import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { appError, err, ok } from '../contract';
import { explain, final, make, simple, verdict } from '../state/queue-kit';
import { Keeper, type KeeperParts, WRITE_AFTER_MS } from './keeper';
import { PictureStore } from './store';

let name = 0;
let store: PictureStore;
beforeEach(() => {
  store = new PictureStore(`pictures-${++name}`);
});

/** A visit: a queue and its keeper over the storage that the test shares. */
function visit(parts: Partial<KeeperParts> = {}) {
  const t = make();
  let keys = 0;
  const keeper = new Keeper({
    store,
    queue: t.queue,
    url: () => 'blob:restored',
    newKey: () => `v${name}-${Math.random()}-${++keys}`,
    manifestKey: async () => 'm',
    ...parts,
  });
  return { ...t, keeper };
}
const small = { picture: new Blob(['jpeg']), url: 'blob:x', width: 3, height: 2, likeness: 'ab'.repeat(16) };

/** One picture examined, noted, shrunk and written. */
async function examined() {
  const first = visit();
  await first.keeper.start();
  const [id = ''] = first.drop('a.jpg');
  first.call(0).emit({ kind: 'verdict', verdict, ms: 7 });
  first.call(0).emit({ kind: 'reasoning', text: 'Because.', references: [{ kind: 'crop', index: 1 }] });
  first.readings[0]?.end(err(appError('INTERNAL', 'no report')));
  await first.call(0).end(ok(final));
  first.queue.note(id, 'seen');
  first.queue.check(id, true);
  first.queue.shrunk(id, small, 'cd'.repeat(32));
  await first.keeper.flush();
  return first;
}
const pictureKeys = async () => [...(await store.all()).keys()].filter((key) => key.startsWith('picture:'));

describe('over a reload', () => {
  it('everything that was said comes back, and the picture does not', async () => {
    const before = (await examined()).queue.snapshot()[0];
    const { keeper, queue } = visit();
    await keeper.start();
    const [card] = queue.snapshot();
    expect(card).toEqual({
      ...before,
      file: null,
      url: null,
      originalGone: true,
      small: { ...small, picture: expect.any(Blob), url: 'blob:restored' },
    });
    expect(queue.file(card?.id ?? '')).toBeNull();
    expect(keeper.snapshot()).toEqual({ mode: 'keeping', restored: 1, unreadable: 0 });
    const all = [...(await store.all()).values()];
    expect(all.some((value) => value instanceof File)).toBe(false);
  });

  it('what was not examined yet comes back as stopped', async () => {
    const first = visit();
    await first.keeper.start();
    first.drop('a', 'b');
    await first.keeper.flush();
    const { keeper, queue } = visit();
    await keeper.start();
    expect(queue.snapshot().map(({ name, phase, verdict: none }) => [name, phase, none])).toEqual([
      ['a', 'stopped', null],
      ['b', 'stopped', null],
    ]);
  });

  it('a picture that is asked anew keeps its old answer until there is a new one', async () => {
    const first = await examined();
    first.queue.ask(first.queue.snapshot()[0]?.id ?? '', explain);
    await first.keeper.flush();
    const { keeper, queue } = visit();
    await keeper.start();
    expect(queue.snapshot()[0]).toMatchObject({ phase: 'done', request: simple });
  });

  it('a removed picture is gone, and a note written later is there', async () => {
    const first = visit();
    await first.keeper.start();
    const [a = '', b = ''] = first.drop('a', 'b');
    await first.keeper.flush();
    first.queue.cancel();
    first.queue.remove(a);
    first.queue.note(b, 'later');
    await first.keeper.flush();
    const { keeper, queue } = visit();
    await keeper.start();
    expect(queue.snapshot().map(({ name, note }) => [name, note])).toEqual([['b', 'later']]);
    expect(await pictureKeys()).toHaveLength(1);
  });

  it('restored pictures can be changed and are written under their old key', async () => {
    await examined();
    const keys = await pictureKeys();
    const second = visit();
    await second.keeper.start();
    second.queue.note(second.queue.snapshot()[0]?.id ?? '', 'second look');
    await second.keeper.flush();
    expect(await pictureKeys()).toEqual(keys);
    const third = visit();
    await third.keeper.start();
    expect(third.queue.snapshot()[0]).toMatchObject({
      note: 'second look',
      engine: { at: expect.any(String) },
    });
  });
});

it('writes by itself, a moment after a change', async () => {
  const { keeper, drop } = visit();
  await keeper.start();
  drop('a');
  await expect.poll(pictureKeys, { timeout: 20 * WRITE_AFTER_MS }).toHaveLength(1);
});

describe('records that do not fit', () => {
  it('are dropped and counted; the others come back', async () => {
    await examined();
    await store.put([
      ['picture:damaged', { version: 1, name: 'half' }],
      ['picture:nonsense', 'nonsense'],
    ]);
    const { keeper, queue } = visit();
    await keeper.start();
    expect(queue.snapshot()).toHaveLength(1);
    expect(keeper.snapshot()).toMatchObject({ mode: 'keeping', restored: 1, unreadable: 2 });
    expect(await pictureKeys()).toHaveLength(1);
  });

  it('of another version are counted and left alone', async () => {
    await store.put([['picture:newer', { version: 2, name: 'x' }]]);
    const { keeper } = visit();
    await keeper.start();
    expect(keeper.snapshot()).toMatchObject({ restored: 0, unreadable: 1 });
    expect(await pictureKeys()).toEqual(['picture:newer']);
  });

  it('a lost manifest costs the engine and nothing else', async () => {
    await examined();
    await store.drop([...(await store.all()).keys()].filter((key) => key.startsWith('manifest:')));
    const { keeper, queue } = visit();
    await keeper.start();
    expect(queue.snapshot()[0]).toMatchObject({ engine: null, verdict: { band: 'cant-tell' } });
  });
});

describe('private', () => {
  it('deletes what is there, keeps nothing, and stays so over a reload', async () => {
    const first = await examined();
    await first.keeper.setPrivate(true);
    first.drop('b');
    await first.keeper.flush();
    expect([...(await store.all()).keys()]).toEqual(['setting:private']);
    expect(first.queue.snapshot()).toHaveLength(2);
    const { keeper, queue } = visit();
    await keeper.start();
    expect(keeper.snapshot()).toMatchObject({ mode: 'private', restored: 0 });
    expect(queue.snapshot()).toEqual([]);
  });

  it('is heeded by another tab before it writes', async () => {
    const first = await examined();
    await visit().keeper.start();
    await store.setPrivate(true);
    await store.clear();
    first.drop('b');
    await first.keeper.flush();
    expect([...(await store.all()).keys()]).toEqual(['setting:private']);
    expect(first.keeper.snapshot().mode).toBe('private');
  });

  it('ends on wish, and what is in the list is kept from then on', async () => {
    const first = await examined();
    await first.keeper.setPrivate(true);
    await first.keeper.setPrivate(false);
    await first.keeper.flush();
    expect(await pictureKeys()).toHaveLength(1);
  });
});

it('clearing deletes list and storage, damaged and foreign records included', async () => {
  const first = await examined();
  await store.put([['picture:newer', { version: 2 }]]);
  await first.keeper.clearAll();
  expect(first.queue.snapshot()).toEqual([]);
  expect((await store.all()).size).toBe(0);
  first.drop('b');
  await first.keeper.flush();
  expect(await pictureKeys()).toHaveLength(1);
});

describe('storage that does not work', () => {
  const failing = (cause: unknown) => () => Promise.reject(cause);

  it('refused: the page goes on without', async () => {
    const { keeper, queue, drop } = visit({
      store: Object.assign(store, { isPrivate: failing(new DOMException('', 'SecurityError')) }),
    });
    await keeper.start();
    drop('a');
    await keeper.flush();
    await keeper.setPrivate(true);
    expect(keeper.snapshot().mode).toBe('refused');
    await keeper.clearAll();
    expect(queue.snapshot()).toEqual([]);
  });

  it('full: it is said, and tried again with the next change', async () => {
    const put = store.put.bind(store);
    const { keeper, drop } = visit({
      store: Object.assign(store, { put: failing(new DOMException('', 'QuotaExceededError')) }),
    });
    await keeper.start();
    drop('a');
    await keeper.flush();
    expect(keeper.snapshot().mode).toBe('full');
    Object.assign(store, { put });
    drop('b');
    await keeper.flush();
    expect(keeper.snapshot().mode).toBe('keeping');
    expect(await pictureKeys()).toHaveLength(2);
  });
});
