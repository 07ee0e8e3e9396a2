import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appError, type Bundle, err, ok } from '../contract';
import { type FakeScript, FakeWorker } from '../host/fake-worker';
import { final, first, word } from '../host/host-kit';
import { makeManifest } from '../weights/fixture';
import { type StartOptions, startDetector } from './detector';
import { FakeHr1Error } from './error';
import type { Analysis, AnalysisEvent, Progress } from './types';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const picture = new Blob(['x']);
const bundle: Bundle = { manifest: makeManifest([]), files: new Map() };

function parts(script: FakeScript = {}) {
  const workers: FakeWorker[] = [];
  return {
    workers,
    spawn: () => {
      const worker = new FakeWorker(script);
      workers.push(worker);
      return worker;
    },
    weights: {
      open: async () => bundle as Bundle | null,
      install: async () => ok({ bundle, stored: true }),
      newer: async () => null,
    },
    threads: { count: 1, notIsolated: true },
  };
}
const start = (script: FakeScript = {}, options: StartOptions = {}) => {
  const made = parts(script);
  return startDetector(made, options).then((detector) => ({ ...made, detector }));
};

async function all(analysis: Analysis): Promise<AnalysisEvent[]> {
  const events: AnalysisEvent[] = [];
  for await (const event of analysis) events.push(event);
  return events;
}
const kinds = async (analysis: Analysis) => (await all(analysis)).map(({ kind }) => kind);

describe('an analysis', () => {
  it('tells everything in order and ends with final', async () => {
    const { detector } = await start({ analyse: [first, word('a'), word('b'), final] });
    expect(await kinds(detector.analyse(picture))).toEqual(['verdict', 'reasoning', 'reasoning', 'final']);
  });

  it('left early is cancelled in the worker', async () => {
    const { detector, workers } = await start({ analyse: [first, 'hang', final] });
    for await (const event of detector.analyse(picture)) if (event.kind === 'verdict') break;
    await vi.advanceTimersByTimeAsync(0);
    expect(workers[0]?.cancelled).toEqual(['analyse-2']);
  });

  it('several wait for their turn, in the order of the calls', async () => {
    const { detector, workers } = await start({ analyse: [first, final] });
    const one = detector.analyse(picture, { question: 'one' });
    const two = detector.analyse(picture, { question: 'two' });
    // Read the other way round: the order of reading does not matter.
    expect(await kinds(two)).toEqual(['verdict', 'final']);
    expect(await kinds(one)).toEqual(['verdict', 'final']);
    expect(workers[0]?.analyses.map(({ request }) => request.question)).toEqual(['one', 'two']);
  });

  it('cancelled by its signal or from elsewhere ends with CANCELLED', async () => {
    const { detector } = await start({ analyse: [first, 'hang'] });
    const abort = new AbortController();
    const cancelled = { kind: 'failed', error: expect.objectContaining({ code: 'CANCELLED' }) };
    const one = all(detector.analyse(picture, { signal: abort.signal }));
    abort.abort();
    expect((await one).at(-1)).toEqual(cancelled);
    const two = detector.analyse(picture);
    two.cancel();
    expect((await all(two)).at(-1)).toEqual(cancelled);
  });

  it('a refused picture is an event, and wrong arguments are TypeErrors', async () => {
    const { detector } = await start({
      analyse: [{ kind: 'failed', error: appError('CORRUPT_IMAGE', 'half of it') }],
    });
    expect((await all(detector.analyse(picture))).at(-1)).toMatchObject({ error: { code: 'CORRUPT_IMAGE' } });
    expect(() => detector.analyse('x' as unknown as Blob)).toThrow(TypeError);
    expect(() => detector.analyse(picture, { mode: 'think' as 'auto' })).toThrow(TypeError);
    expect(() => detector.analyse(picture, { maxNewTokens: 0 })).toThrow(TypeError);
  });
});

describe('dispose', () => {
  it('ends the worker and settles what runs, what waits and what comes later', async () => {
    const { detector, workers } = await start({ analyse: [first, 'hang'] });
    const open = [detector.analyse(picture), detector.analyse(picture)].map(all);
    await vi.advanceTimersByTimeAsync(0);
    detector.dispose();
    detector.dispose();
    const later = all(detector.analyse(picture));
    for (const events of await Promise.all([...open, later]))
      expect(events.at(-1)).toMatchObject({ kind: 'failed', error: { code: 'CANCELLED' } });
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('is what a raised signal does', async () => {
    const abort = new AbortController();
    const { workers } = await start({}, { signal: abort.signal });
    abort.abort();
    expect(workers[0]?.terminated).toBe(true);
  });
});

describe('the start', () => {
  it('reports its progress and what runs', async () => {
    const seen: Progress[] = [];
    const { detector } = await start({}, { onProgress: (progress) => seen.push(progress) });
    expect(seen[0]).toEqual({ phase: 'checking' });
    expect(detector.runtime).toMatchObject({ device: 'wasm', threads: 1, oneThreadBecause: 'not-isolated' });
    expect(detector.model).toMatchObject({ id: 'fake-hr1-nano' });
    expect(detector.model.weightsSha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('rejects with the code and leaves no worker', async () => {
    const failing = parts({ load: [{ kind: 'failed', error: appError('NO_DEVICE', 'none') }] });
    const refused = startDetector(failing, { device: 'wasm' });
    await expect(refused).rejects.toMatchObject({ name: 'FakeHr1Error', code: 'NO_DEVICE' });
    expect(failing.workers.every(({ terminated }) => terminated)).toBe(true);

    const missing = parts();
    missing.weights.open = async () => null;
    const { weights } = missing;
    const none = { ...weights, install: async () => err(appError('MODEL_MISSING', 'status 404')) };
    await expect(startDetector({ ...missing, weights: none }, {})).rejects.toBeInstanceOf(FakeHr1Error);
    expect(missing.workers).toEqual([]);
  });

  it('stops at once when its signal is raised, whatever the download does', async () => {
    const abort = new AbortController();
    const made = parts();
    made.weights.open = () => new Promise(() => {});
    const started = startDetector(made, { signal: abort.signal });
    abort.abort();
    await expect(started).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('takes the installed model, and the served one only if asked to', async () => {
    const newer: Bundle = { manifest: makeManifest([], '2'), files: new Map() };
    const made = parts();
    const weights = { ...made.weights, install: async () => ok({ bundle: newer, stored: true }) };
    expect((await startDetector({ ...made, weights }, {})).model.version).toBe('1');
    expect((await startDetector({ ...made, weights }, { update: true })).model.version).toBe('2');
    const offline = { ...weights, install: async () => err(appError('MODEL_MISSING', 'offline')) };
    expect((await startDetector({ ...made, weights: offline }, { update: true })).model.version).toBe('1');
  });
});
