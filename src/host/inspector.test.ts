import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appError, err, type FileReport, ok, type ProvenanceApi, type Result } from '../contract';
import { SILENT_FILE } from '../contract/fixture-kit';
import { Side } from './fake-worker';
import { Inspector } from './inspector';
import { INSPECT_IDLE_MS, INSPECT_TIMEOUT_MS } from './limits';
import type { WorkerLike } from './link';

const REPORT: FileReport = { ...SILENT_FILE, format: 'png', bytes: 3 };

type Answer = Result<FileReport> | 'hang' | 'crash' | 'other';

/** A worker that answers as its script says, one answer a call. */
class FakeReader extends Side implements WorkerLike {
  terminated = false;
  readonly names: string[] = [];
  constructor(script: Answer[]) {
    super();
    const inside = new Side();
    this.peer = inside;
    inside.peer = this;
    const api: ProvenanceApi = {
      inspect: async (_file, name) => {
        this.names.push(name);
        const answer = script.shift() ?? ok(REPORT);
        if (answer === 'crash') this.dispatch(Object.assign(new Event('error'), { message: 'scripted' }));
        if (answer === 'hang' || answer === 'crash') return new Promise(() => {});
        return answer === 'other' ? ok({ format: 'png' } as FileReport) : answer;
      },
    };
    expose(api, inside);
  }
  terminate(): void {
    this.terminated = true;
    if (this.peer) this.peer.peer = null;
    this.peer = null;
  }
}

/** An inspector whose n-th worker follows the n-th script. */
function make(...scripts: Answer[][]) {
  const workers: FakeReader[] = [];
  const inspector = new Inspector(() => {
    const worker = new FakeReader(scripts[workers.length] ?? []);
    workers.push(worker);
    return worker;
  });
  const read = (name: string, signal = new AbortController().signal) =>
    inspector.inspect(new Blob(['x']), name, signal);
  return { workers, read };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('reading', () => {
  it('starts no worker before there is a file, and one for many', async () => {
    const { workers, read } = make();
    expect(workers).toHaveLength(0);
    expect(await Promise.all([read('a'), read('b')])).toEqual([ok(REPORT), ok(REPORT)]);
    expect(workers.map(({ names }) => names)).toEqual([['a', 'b']]);
  });

  it('ends the worker when nothing is left to read, and starts another when something comes', async () => {
    const { workers, read } = make();
    await read('a');
    await vi.advanceTimersByTimeAsync(INSPECT_IDLE_MS - 1);
    expect(workers[0]?.terminated).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]?.terminated).toBe(true);
    expect((await read('b')).ok).toBe(true);
    expect(workers).toHaveLength(2);
  });

  it('passes a refusal on and keeps the worker', async () => {
    const refusal = err(appError('IMAGE_TOO_LARGE', 'big'));
    const { workers, read } = make([refusal]);
    expect(await read('a')).toEqual(refusal);
    expect((await read('b')).ok).toBe(true);
    expect(workers).toHaveLength(1);
  });
});

describe('trouble', () => {
  it.each<[string, Answer]>([
    ['a crash', 'crash'],
    ['a report of another shape', 'other'],
    ['an error inside', err(appError('INTERNAL', 'trap'))],
  ])('%s costs the worker; the file is read once more by a fresh one', async (_name, answer) => {
    const { workers, read } = make([answer]);
    expect(await read('a')).toEqual(ok(REPORT));
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('a file that breaks two workers is given up, and the next starts clean', async () => {
    const { workers, read } = make(['crash'], ['crash']);
    const bad = read('bad');
    const good = read('good');
    expect(await bad).toMatchObject({ ok: false, error: { code: 'INTERNAL' } });
    expect(await good).toEqual(ok(REPORT));
    expect(workers.map(({ names }) => names)).toEqual([['bad'], ['bad'], ['good']]);
  });

  it('a worker that does not answer is ended in time', async () => {
    const { workers, read } = make(['hang'], ['hang']);
    const bad = read('bad');
    await vi.advanceTimersByTimeAsync(INSPECT_TIMEOUT_MS * 2);
    expect(await bad).toMatchObject({ ok: false, error: { code: 'TIMEOUT' } });
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });

  it('a card that is taken away is settled at once and its file not begun', async () => {
    const { workers, read } = make(['hang']);
    const first = new AbortController();
    const second = new AbortController();
    const a = read('a', first.signal);
    const b = read('b', second.signal);
    second.abort();
    expect(await b).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    first.abort();
    expect(await a).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
    await vi.advanceTimersByTimeAsync(INSPECT_TIMEOUT_MS * 2);
    expect(workers.flatMap(({ names }) => names)).not.toContain('b');
  });
});
