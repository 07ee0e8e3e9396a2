import { describe, expect, it } from 'vitest';
import { EngineError } from './engine/engine';
import { Streams } from './streams';

const streams = () =>
  new Streams<string>((error) => `failed: ${error instanceof EngineError ? error.code : error}`);

describe('Streams', () => {
  it('gives items in order, then done, and done for strangers', async () => {
    const s = streams();
    s.open('a', async function* () {
      yield 'one';
      yield 'two';
    });
    expect(await s.next('a')).toEqual({ done: false, value: 'one' });
    expect(await s.next('b')).toEqual({ done: true });
    expect(await s.next('a')).toEqual({ done: false, value: 'two' });
    expect(await s.next('a')).toEqual({ done: true });
  });

  it('closes a stream that throws with one failed item', async () => {
    const s = streams();
    // biome-ignore lint/correctness/useYield: it fails before its first item
    s.open('a', async function* () {
      throw new EngineError('DEVICE_LOST', 'gone');
    });
    expect(await s.next('a')).toEqual({ done: false, value: 'failed: DEVICE_LOST' });
    expect(await s.next('a')).toEqual({ done: true });
  });

  it('closes a cancelled stream and lets it clean up; the other call goes on', async () => {
    const s = streams();
    let cleaned = false;
    s.open('a', async function* () {
      try {
        yield 'one';
        yield 'two';
      } finally {
        cleaned = true;
      }
    });
    s.open('b', async function* () {
      yield 'other';
    });
    await s.next('a');
    s.cancel('a');
    s.cancel('nobody');
    expect(await s.next('a')).toEqual({ done: false, value: 'failed: CANCELLED' });
    expect(cleaned).toBe(true);
    expect(await s.next('a')).toEqual({ done: true });
    expect(await s.next('b')).toEqual({ done: false, value: 'other' });
  });

  it('tells a running generator through its signal', async () => {
    const s = streams();
    s.open('a', async function* (signal) {
      yield 'one';
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      if (signal.aborted) throw new EngineError('CANCELLED', 'heard');
      yield 'two';
    });
    await s.next('a');
    const pending = s.next('a');
    s.cancel('a');
    expect(await pending).toEqual({ done: false, value: 'failed: CANCELLED' });
  });
});
