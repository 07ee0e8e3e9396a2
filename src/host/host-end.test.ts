import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { final, first, hold, make, setup, word } from './host-kit';
import { CANCEL_GRACE_MS } from './limits';

/** Lets messages travel without moving the clock. */
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('cancelling', () => {
  it('settles at once, keeps a worker that hears it, and serves the next image', async () => {
    const gate = hold();
    const { host, workers, analyse } = make({ analyse: [first, gate.passed, final] });
    await host.load(setup());
    const abort = new AbortController();
    const { events, result } = analyse(abort.signal);
    await settle();
    abort.abort();
    expect(await result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    gate.open();
    await vi.advanceTimersByTimeAsync(CANCEL_GRACE_MS * 2);
    expect(events).toEqual([first]);
    expect((await analyse().result).ok).toBe(true);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.cancelled).toHaveLength(1);
  });

  it('ends a worker that does not, and starts another without counting a loss', async () => {
    const { host, workers, phases, analyse } = make(
      { analyse: [first, 'hang'], deaf: true },
      { analyse: [final] },
    );
    await host.load(setup());
    const abort = new AbortController();
    const { result } = analyse(abort.signal);
    await settle();
    abort.abort();
    expect(await result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    await vi.advanceTimersByTimeAsync(CANCEL_GRACE_MS - 1);
    expect(workers[0]?.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]?.terminated).toBe(true);
    expect(workers).toHaveLength(2);
    expect(phases()).toEqual(['starting', 'ready', 'starting', 'ready']);
    expect((await analyse().result).ok).toBe(true);
  });

  it('never lets late items of a cancelled call reach anybody', async () => {
    const gate = hold();
    const { host, analyse } = make({ analyse: [first, gate.passed, word('late'), final], deaf: true });
    await host.load(setup());
    const abort = new AbortController();
    const old = analyse(abort.signal);
    await settle();
    abort.abort();
    const fresh = analyse();
    gate.open();
    await vi.advanceTimersByTimeAsync(CANCEL_GRACE_MS);
    expect((await fresh.result).ok).toBe(true);
    expect(old.events).toEqual([first]);
    expect(fresh.events).toEqual([first, word('late')]);
  });

  it('needs no worker for a call that was cancelled before it began', async () => {
    const { host, workers, analyse } = make({ analyse: [final] });
    await host.load(setup());
    expect(await analyse(AbortSignal.abort()).result).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(workers[0]?.analyses).toEqual([]);
  });
});

describe('ending', () => {
  it('settles the call in flight and every waiting one', async () => {
    const { host, workers, analyse } = make({ analyse: ['hang'] });
    await host.load(setup());
    const running = analyse();
    const waiting = analyse();
    await settle();
    host.terminate();
    for (const { result } of [running, waiting])
      expect(await result).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(workers[0]?.terminated).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('in the back-off leaves no timer and no orphan worker', async () => {
    const { host, workers } = make({ load: ['crash'] });
    const loaded = host.load(setup());
    await settle();
    host.terminate();
    expect(await loaded).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(workers).toHaveLength(1);
  });

  it('while loading ends the worker', async () => {
    const { host, workers, states } = make({ load: ['hang'] });
    const loaded = host.load(setup());
    await settle();
    host.terminate();
    expect(await loaded).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(workers[0]?.terminated).toBe(true);
    expect(states.at(-1)).toEqual({ phase: 'ended' });
  });

  it('is for good', async () => {
    const { host, workers, analyse } = make({});
    host.terminate();
    expect(await host.load(setup())).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(await analyse().result).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(workers).toHaveLength(0);
  });
});
