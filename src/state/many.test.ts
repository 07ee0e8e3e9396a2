import { beforeEach, describe, expect, it } from 'vitest';
import { Arrivals } from '../batch/arrivals';
import { SmallViews } from '../batch/small-views';
import { appError, err, ok } from '../contract';
import { SILENT_FILE } from '../contract/fixture-kit';
import { type Card, newCard } from './card';
import { explain, final, make, simple, verdict } from './queue-kit';

let t: ReturnType<typeof make>;
beforeEach(() => {
  t = make();
});

/** A card as it comes back after a reload. */
const gone = (name: string, parts: Partial<Card> = {}): Card => ({
  ...newCard({ id: t.queue.newId(), name, bytes: name.length, url: null, request: simple }),
  phase: 'done',
  verdict,
  file: null,
  originalGone: true,
  ...parts,
});

describe('a pause', () => {
  it('lets what runs come to its end and begins nothing', async () => {
    t.drop('a', 'b');
    t.queue.pause();
    await t.call(0).end(ok(final));
    expect(t.phases()).toEqual(['a done', 'b queued']);
    t.drop('c');
    expect(t.calls).toHaveLength(1);
    t.queue.resume();
    expect(await t.call(1).text).toBe('b');
    expect(t.queue.paused.snapshot()).toBe(false);
  });

  it('does not hold up what somebody asks of one picture', async () => {
    const [a = ''] = t.drop('a', 'b');
    t.queue.pause();
    await t.call(0).end(ok(final));
    t.queue.ask(a, explain);
    expect(t.call(1).request).toEqual(explain);
    await t.call(1).end(ok(final));
    expect(t.phases()).toEqual(['a done', 'b queued']);
  });
});

it('what is asked of one picture goes before pictures that merely arrived, in the order of asking', async () => {
  const [a = ''] = t.drop('a', 'b', 'c');
  await t.call(0).end(ok(final));
  t.queue.ask(a, explain);
  t.queue.stop(t.queue.snapshot()[1]?.id ?? '');
  await t.call(1).end(ok(final));
  expect(await t.call(2).text).toBe('a');
  await t.call(2).end(ok(final));
  expect(await t.call(3).text).toBe('c');
});

describe('cancelling the rest', () => {
  it('stops what runs and waits, keeps what is there, and can be taken up again', async () => {
    t.drop('a', 'b', 'c');
    await t.call(0).end(ok(final));
    t.queue.pause();
    t.queue.cancel();
    expect(t.call(1).signal.aborted).toBe(true);
    expect(t.phases()).toEqual(['a done', 'b stopped', 'c stopped']);
    expect(t.queue.paused.snapshot()).toBe(false);
    await Promise.resolve();
    t.queue.examineStopped();
    expect(t.phases()).toEqual(['a done', 'b looking', 'c queued']);
  });

  it('the next picture works', async () => {
    t.drop('a', 'b');
    t.queue.cancel();
    await Promise.resolve();
    t.drop('c');
    await Promise.resolve();
    expect(await t.calls.at(-1)?.text).toBe('c');
  });
});

it('checks a picture, through every phase', async () => {
  const [a] = t.drop('a');
  t.queue.check(a ?? '', true);
  await t.call(0).end(ok(final));
  t.queue.ask(a ?? '', explain);
  expect(t.card(a).checked).toBe(true);
});

it('restored pictures stand where they were, new ones before them', () => {
  t.queue.restore([
    gone('old-2', { arrival: { batch: 10, place: 1 } }),
    gone('old-1', { arrival: { batch: 10, place: 0 } }),
    gone('older', { arrival: { batch: 5, place: 0 } }),
  ]);
  t.drop('new');
  expect(t.queue.snapshot().map(({ name }) => name)).toEqual(['new', 'old-1', 'old-2', 'older']);
});

describe('a picture whose original is gone', () => {
  const hash = async (file: File) => `hash of ${await file.text()}`;
  const arrive = (...names: string[]) =>
    new Arrivals({ queue: t.queue, sha256: hash }).arrive(
      names.map((name) => ({ kind: 'file', file: new File([name], `${name}.jpg`) })),
      simple,
    );

  it('is asked nothing', () => {
    const card = gone('a');
    t.queue.restore([card]);
    t.queue.ask(card.id, explain);
    t.queue.tryWays(card.id);
    expect(t.calls).toHaveLength(0);
    expect(t.card(card.id)).toEqual(card);
  });

  it('gets it back from a file of the same content, whatever its name', async () => {
    const card = gone('a', { sha256: 'hash of a', note: 'seen' });
    t.queue.restore([card]);
    expect(await arrive('a')).toBe(1);
    expect(t.queue.snapshot()).toHaveLength(1);
    expect(t.card(card.id)).toMatchObject({ originalGone: false, verdict, note: 'seen', phase: 'done' });
    expect(t.card(card.id).url).toMatch(/^blob:/);
    // Nothing was examined twice, and everything can be asked again.
    expect(t.calls).toHaveLength(0);
    t.queue.ask(card.id, explain);
    expect(await t.call(0).text).toBe('a');
  });

  it('is not taken for one of the same size', async () => {
    t.queue.restore([gone('a', { sha256: 'hash of a' })]);
    expect(await arrive('b')).toBe(0);
    expect(t.phases()).toEqual(['b.jpg looking', 'a done']);
  });

  it('takes one file; a second of the same content is a card of its own', async () => {
    t.queue.restore([gone('a', { sha256: 'hash of a' })]);
    expect(await arrive('a', 'a')).toBe(1);
    expect(t.queue.snapshot()).toHaveLength(2);
  });

  it('is examined then, where a reload came before its verdict', async () => {
    const card = gone('a', { phase: 'stopped', verdict: null, name: 'a.jpg' });
    t.queue.restore([card]);
    expect(await arrive('a')).toBe(1);
    expect(t.card(card.id).phase).toBe('looking');
    expect(t.readings.map(({ name }) => name)).toEqual(['a.jpg']);
  });

  it('lets other pictures in at once', () => {
    t.queue.restore([gone('long name', { sha256: 'x' })]);
    void arrive('a');
    expect(t.queue.snapshot()).toHaveLength(2);
  });
});

describe('small views', () => {
  /** Views whose making waits for the test. */
  function views() {
    const drawn: ((ok: boolean) => Promise<void>)[] = [];
    const blob = new Blob(['small']);
    new SmallViews({
      queue: t.queue,
      draw: () =>
        new Promise((resolve, reject) => {
          drawn.push(async (fine) => {
            if (fine) resolve({ picture: blob, width: 3, height: 2, likeness: null });
            else reject(new Error('no canvas'));
            for (let i = 0; i < 5; i++) await Promise.resolve();
          });
        }),
      sha256: async (file) => `hash of ${await file.text()}`,
      url: () => {
        t.urls.add('blob:small');
        return 'blob:small';
      },
    }).start();
    return drawn;
  }
  /** Reading a Blob takes turns of the event loop. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 5));
  /** The file reader comes to its end with every file, each of this size in px. */
  const read = (width = 3, height = 2) => {
    for (const { end } of t.readings) end(ok({ ...SILENT_FILE, size: { width, height } }));
  };

  it('of a picture that is alone waits for its verdict', async () => {
    const drawn = views();
    const [a] = t.drop('a');
    read();
    await settle();
    expect(drawn).toHaveLength(0);
    await t.call(0).end(ok(final));
    await settle();
    await drawn[0]?.(true);
    expect(t.card(a)).toMatchObject({ sha256: 'hash of a', small: { url: 'blob:small', width: 3 } });
  });

  it('are made one at a time, and once; one that fails costs only itself', async () => {
    const drawn = views();
    const [a, b] = t.drop('a', 'b');
    read();
    await settle();
    expect(drawn).toHaveLength(1);
    await drawn[0]?.(false);
    await settle();
    expect(drawn).toHaveLength(2);
    await drawn[1]?.(true);
    await settle();
    expect(drawn).toHaveLength(2);
    expect(t.card(a)).toMatchObject({ small: null, sha256: 'hash of a' });
    expect(t.card(b).small).not.toBeNull();
  });

  it('are not drawn of a picture whose header claims more than can be decoded, which is hashed all the same', async () => {
    const drawn = views();
    const [a] = t.drop('a', 'b');
    read(40_000, 30_000);
    await t.call(0).end(err(appError('IMAGE_TOO_LARGE', 'of the test')));
    await settle();
    expect(drawn).toHaveLength(0);
    expect(t.card(a).sha256).toBe('hash of a');
  });

  it('wait for what the header says, or else for what the worker decodes', async () => {
    const drawn = views();
    const [a] = t.drop('a', 'b');
    await settle();
    expect(t.card(a).sha256).toBeNull();
    for (const { end } of t.readings) end(err(appError('INTERNAL', 'of the test')));
    await settle();
    expect(drawn).toHaveLength(0);
    t.call(0).emit({
      kind: 'received',
      format: 'jpeg',
      bytes: 1,
      width: 3,
      height: 2,
      hasExif: false,
      animated: false,
      decoder: 'image-bitmap',
    });
    await settle();
    await drawn[0]?.(true);
    expect(t.card(a)).toMatchObject({ sha256: 'hash of a', small: { width: 3 } });
  });

  it('go with their picture, even if it went first', async () => {
    const drawn = views();
    t.drop('a', 'b');
    read();
    await settle();
    t.queue.clear();
    await drawn[0]?.(true);
    await settle();
    expect([...t.urls]).toEqual([]);
  });
});
