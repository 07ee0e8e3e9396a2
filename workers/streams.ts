/** Open calls by their id: each a generator that is pulled, can be cancelled, and always closes with an item. */
import type { CallId, Step } from '../src/contract';
import { EngineError } from './engine/engine';

interface Open<Item> {
  readonly items: AsyncGenerator<Item, void>;
  readonly abort: AbortController;
  /** The `failed` item went out, so nothing may follow. */
  failed: boolean;
}

export class Streams<Item> {
  readonly #open = new Map<CallId, Open<Item>>();

  /** `failed` makes the closing item of a stream that throws. */
  constructor(private readonly failed: (error: unknown) => Item) {}

  open(call: CallId, start: (signal: AbortSignal) => AsyncGenerator<Item, void>): void {
    const abort = new AbortController();
    this.#open.set(call, { items: start(abort.signal), abort, failed: false });
  }

  /** The next item; `done` behind the last one and for unknown calls. */
  async next(call: CallId): Promise<Step<Item>> {
    const stream = this.#open.get(call);
    if (!stream || stream.failed) {
      this.#open.delete(call);
      return { done: true };
    }
    try {
      if (stream.abort.signal.aborted) throw new EngineError('CANCELLED', 'cancelled by the page');
      const { done, value } = await stream.items.next();
      if (!done) return { done: false, value };
      this.#open.delete(call);
      return { done: true };
    } catch (error) {
      stream.failed = true;
      // Runs the `finally` blocks of a generator that waits at a yield; it has nothing left to say.
      await stream.items.return().catch(() => undefined);
      return { done: false, value: this.failed(error) };
    }
  }

  cancel(call: CallId): void {
    this.#open.get(call)?.abort.abort();
  }
}
