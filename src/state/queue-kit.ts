/** What the tests of the queue share: a queue over a host that does what the test tells it, and what that host sends. */
import { type AnalyseRequest, appError, err, type FileReport, type Result } from '../contract';
import { UNDECIDED } from '../contract/fixture-kit';
import type { FinalItem, HostEvent } from '../host/host';
import { makeManifest } from '../weights/fixture';
import type { Engine } from './card';
import { Queue } from './queue';

export const verdict = UNDECIDED;
export const final: FinalItem = { kind: 'final', verdict, thought: false, tokens: 7, stance: null, ms: 9 };
export const engine: Engine = {
  info: {
    id: 'fake-hr1-nano',
    version: '1',
    checkpoint: 'test',
    device: 'wasm',
    dtype: 'fp32',
    threads: 2,
    fallbackReason: null,
    selfTest: { passed: true, maxDifference: 0, tolerance: 0.01 },
    loadMs: 1,
  },
  manifest: makeManifest([{ path: 'b', bytes: 1, sha256: 'ab'.repeat(32) }]),
  fallback: null,
  at: '2026-11-26T12:00:00.000Z',
};
export const simple: AnalyseRequest = { question: 'Is it real?', mode: 'auto' };
export const explain: AnalyseRequest = { question: 'Why?', mode: 'explain' };

export interface Call {
  readonly text: Promise<string>;
  readonly request: AnalyseRequest;
  readonly emit: (event: HostEvent) => void;
  readonly signal: AbortSignal;
  readonly end: (result: Result<FinalItem>) => Promise<void>;
}

/** A queue over a host that does what the test tells it. */
export function make() {
  const calls: Call[] = [];
  const urls = new Set<string>();
  const readings: { name: string; signal: AbortSignal; end: (result: Result<FileReport>) => void }[] = [];
  const model = { usable: true };
  const queue = new Queue({
    analyse: (image, request, emit, signal) =>
      new Promise((resolve) => {
        const end = async (result: Result<FinalItem>) => {
          resolve(result);
          await Promise.resolve();
        };
        signal.addEventListener('abort', () => resolve(err(appError('CANCELLED', 'by the user'))));
        calls.push({ text: image.text(), request, emit, signal, end });
      }),
    inspect: (_file, name, signal) => new Promise((end) => readings.push({ name, signal, end })),
    usable: () => model.usable,
    engine: () => engine,
    now: () => 1000,
    urls: {
      createObjectURL: () => {
        const url = `blob:${urls.size}`;
        urls.add(url);
        return url;
      },
      revokeObjectURL: (url) => {
        urls.delete(url);
      },
    },
  });
  const drop = (...names: string[]) =>
    queue.add(
      names.map((name) => ({ kind: 'file', file: new File([name], name) })),
      simple,
    );
  const card = (id: string | undefined) => {
    const found = queue.snapshot().find((c) => c.id === id);
    if (!found) throw new Error(`no card ${id}`);
    return found;
  };
  const phases = () => queue.snapshot().map((c) => `${c.name} ${c.phase}`);
  const call = (index: number): Call => {
    const found = calls[index];
    if (!found) throw new Error(`no call ${index}`);
    return found;
  };
  return { queue, calls, call, urls, readings, model, drop, card, phases };
}
