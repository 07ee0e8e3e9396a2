import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AnalyseItem, appError } from '../contract';
import { FAKE_INFO } from './fake-worker';
import { final, first, make, setup, word } from './host-kit';
import { BACK_OFF_MS, ITEM_TIMEOUT_MS, LOAD_ITEM_TIMEOUT_MS, LOAD_TRIES } from './limits';

/** Lets messages travel without moving the clock. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('loading', () => {
  it('reports progress, then ready', async () => {
    const progress = { kind: 'progress', phase: 'sessions', done: 1, total: 5 } as const;
    const { host, phases } = make({ load: [progress, { kind: 'ready', info: FAKE_INFO }] });
    expect(await host.load(setup())).toEqual({ ok: true, value: FAKE_INFO });
    expect(phases()).toEqual(['starting', 'starting', 'ready']);
  });

  it('tries again after a crash in load, with a back-off between', async () => {
    const { host, workers, phases } = make({ load: ['crash'] }, {});
    const loaded = host.load(setup());
    await vi.advanceTimersByTimeAsync(BACK_OFF_MS[0] - 1);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect((await loaded).ok).toBe(true);
    expect(phases()).toEqual(['starting', 'lost', 'waiting', 'starting', 'ready']);
  });

  it('goes to WASM after two losses and says so', async () => {
    const { host, workers, states } = make({ load: ['crash'] }, { load: ['crash'] }, {});
    const loaded = host.load(setup());
    await vi.advanceTimersByTimeAsync(BACK_OFF_MS[0] + BACK_OFF_MS[1]);
    expect((await loaded).ok).toBe(true);
    expect(workers.map((w) => w.loads[0]?.device)).toEqual(['auto', 'auto', 'wasm']);
    expect(states.at(-1)).toMatchObject({ phase: 'ready', fallback: expect.stringContaining('2 times') });
  });

  it('gives up after the last try', async () => {
    const { host, workers, states } = make({ load: ['crash'] });
    const loaded = host.load(setup());
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await loaded).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(workers).toHaveLength(LOAD_TRIES);
    expect(states.at(-1)).toMatchObject({ phase: 'failed' });
  });

  it('gives a hanging load up', async () => {
    const { host, workers } = make({ load: ['hang'] }, {});
    const loaded = host.load(setup());
    await vi.advanceTimersByTimeAsync(LOAD_ITEM_TIMEOUT_MS + BACK_OFF_MS[0]);
    expect((await loaded).ok).toBe(true);
    expect(workers[0]?.terminated).toBe(true);
  });

  it('takes WASM at once where the GPU fails the self-test', async () => {
    const { host, workers, states } = make(
      { load: [{ kind: 'failed', error: appError('SELF_TEST_FAILED', 'off by 3') }] },
      {},
    );
    const loaded = host.load(setup());
    await settle();
    expect((await loaded).ok).toBe(true);
    expect(workers[1]?.loads[0]?.device).toBe('wasm');
    expect(states.at(-1)).toMatchObject({ phase: 'ready', fallback: 'off by 3' });
  });

  it('does not retry what no retry can help', async () => {
    const { host, workers } = make({ load: [{ kind: 'failed', error: appError('MODEL_MISSING', 'gone') }] });
    expect(await host.load(setup())).toMatchObject({ ok: false, error: { code: 'MODEL_MISSING' } });
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(true);
  });
});

describe('analysing', () => {
  it('passes the items on in order and resolves with the final one', async () => {
    const { host, analyse } = make({ analyse: [first, word('a'), word('b'), final] });
    await host.load(setup());
    const { events, result } = analyse();
    expect(await result).toEqual({ ok: true, value: final });
    expect(events).toEqual([first, word('a'), word('b')]);
  });

  it('leaves the worker alive after a refused picture', async () => {
    const refusal: AnalyseItem = { kind: 'failed', error: appError('CORRUPT_IMAGE', 'cut off') };
    const { host, workers, analyse } = make({ analyse: [refusal] });
    await host.load(setup());
    expect(await analyse().result).toMatchObject({ ok: false, error: { code: 'CORRUPT_IMAGE' } });
    await analyse().result;
    expect(workers).toHaveLength(1);
    expect(workers[0]?.terminated).toBe(false);
  });

  it('retries an image once after a crash in mid-token, and voids what came before', async () => {
    const { host, workers, analyse } = make(
      { analyse: [first, word('a'), 'crash'] },
      { analyse: [first, final] },
    );
    await host.load(setup());
    const { events, result } = analyse();
    await vi.advanceTimersByTimeAsync(BACK_OFF_MS[0]);
    expect((await result).ok).toBe(true);
    expect(events.map((e) => e.kind)).toEqual(['verdict', 'reasoning', 'retry', 'verdict']);
    expect(workers).toHaveLength(2);
  });

  it('retries only once, then reports the error and serves the next image', async () => {
    const { host, workers, analyse } = make(
      { analyse: ['crash'] },
      { analyse: ['crash'] },
      { analyse: [final] },
    );
    await host.load(setup());
    const doomed = analyse();
    const next = analyse();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await doomed.result).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect((await next.result).ok).toBe(true);
    expect(workers.map((w) => w.loads[0]?.device)).toEqual(['auto', 'auto', 'wasm']);
  });

  it.each([
    ['a throw across the boundary', 'throw'],
    ['an end without the closing item', 'end'],
    [
      'an item of another shape',
      { kind: 'verdict', verdict: { band: 'fake' }, ms: 1 } as unknown as AnalyseItem,
    ],
    ['a device loss', { kind: 'failed', error: appError('DEVICE_LOST', 'gone') } satisfies AnalyseItem],
  ] as const)('gives the worker up after %s', async (_name, step) => {
    const { host, workers, analyse } = make({ analyse: [step] }, { analyse: [final] });
    await host.load(setup());
    const { result } = analyse();
    await vi.advanceTimersByTimeAsync(BACK_OFF_MS[0]);
    expect((await result).ok).toBe(true);
    expect(workers[0]?.terminated).toBe(true);
  });

  it('gives a hanging worker up after the item timeout', async () => {
    const { host, workers, analyse } = make({ analyse: [first, 'hang'] }, { analyse: [final] });
    await host.load(setup());
    const { events, result } = analyse();
    await vi.advanceTimersByTimeAsync(ITEM_TIMEOUT_MS + BACK_OFF_MS[0]);
    expect((await result).ok).toBe(true);
    expect(events).toContainEqual(
      expect.objectContaining({ kind: 'retry', error: expect.objectContaining({ code: 'TIMEOUT' }) }),
    );
    expect(workers).toHaveLength(2);
  });

  it('counts a double error of one worker once', async () => {
    const { host, workers, states } = make({});
    await host.load(setup());
    workers[0]?.emitError('one');
    workers[0]?.emitError('two');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(states.filter((s) => s.phase === 'lost')).toEqual([
      { phase: 'lost', error: expect.objectContaining({ detail: 'one' }) },
    ]);
    expect(workers).toHaveLength(1);
  });
});

it('a new bundle replaces the one that is still loading', async () => {
  const { host, workers, states } = make({ load: ['hang'] }, {});
  const old = host.load(setup());
  await settle();
  expect((await host.load(setup('wasm'))).ok).toBe(true);
  expect(await old).toMatchObject({ error: { code: 'CANCELLED' } });
  expect(workers.map((w) => w.terminated)).toEqual([true, false]);
  expect(states.at(-1)).toMatchObject({ phase: 'ready' });
});

it('a self-test goes to the loaded worker', async () => {
  const { host } = make({});
  await host.load(setup());
  expect(await host.selfTest()).toEqual({ ok: true, value: FAKE_INFO.selfTest });
});
