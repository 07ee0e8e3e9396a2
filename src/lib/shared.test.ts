import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SharedDetectors } from './shared';
import type { Detector, DetectorOptions, Progress } from './types';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const detector = {} as Detector;
const options = { modelUrl: '/m/' };

/** Reports its progress at once, as the real one does. */
function make(answer: () => Promise<Detector> = async () => detector) {
  const calls: DetectorOptions[] = [];
  const shared = new SharedDetectors((given) => {
    calls.push(given);
    given.onProgress?.({ phase: 'checking' });
    return answer();
  });
  return { shared, calls };
}

it('elements of equal options share one; others have their own', async () => {
  const { shared, calls } = make();
  const loans = [options, options, { modelUrl: '/other/' }].map((one) => shared.borrow(one, () => {}));
  expect(calls).toHaveLength(2);
  expect(await Promise.all(loans.map((loan) => loan.detector))).toEqual([detector, detector, detector]);
});

it('all hear the progress, those that come late too', () => {
  const { shared, calls } = make();
  const heard: [string, Progress][] = [];
  shared.borrow(options, (progress) => heard.push(['one', progress]));
  const now = { phase: 'downloading', loaded: 1, total: 2 } as const;
  calls[0]?.onProgress?.(now);
  shared.borrow(options, (progress) => heard.push(['two', progress]));
  expect(heard).toEqual([
    ['one', { phase: 'checking' }],
    ['one', now],
    ['two', now],
  ]);
});

it('the last to give it back ends it, after a moment in which it may be taken again', async () => {
  const { shared, calls } = make();
  const one = shared.borrow(options, () => {});
  one.release();
  one.release();
  const two = shared.borrow(options, () => {});
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls[0]?.signal?.aborted).toBe(false);
  two.release();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls[0]?.signal?.aborted).toBe(true);
  shared.borrow(options, () => {});
  expect(calls).toHaveLength(2);
});

it('after a failure the next one tries again', async () => {
  const { shared, calls } = make(() => Promise.reject(new Error('offline')));
  await expect(shared.borrow(options, () => {}).detector).rejects.toThrow('offline');
  await vi.advanceTimersByTimeAsync(0);
  await expect(shared.borrow(options, () => {}).detector).rejects.toThrow('offline');
  expect(calls).toHaveLength(2);
});
