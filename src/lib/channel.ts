/** Items of a producer that pushes, for one reader that pulls. Holds what was not read yet; never throws. */
export class Channel<T> implements AsyncIterable<T> {
  readonly #items: T[] = [];
  readonly #waiting: ((result: IteratorResult<T, undefined>) => void)[] = [];
  readonly #onLeave: () => void;
  #closed = false;

  /** `onLeave` is called when the reader leaves before the end, once. */
  constructor(onLeave: () => void) {
    this.#onLeave = onLeave;
  }

  /** Nothing is taken any more once it is closed. */
  push(value: T): void {
    if (this.#closed) return;
    const reader = this.#waiting.shift();
    if (reader) reader({ done: false, value });
    else this.#items.push(value);
  }

  /** Behind the last item. What was pushed can still be read. */
  close(): void {
    this.#closed = true;
    for (const reader of this.#waiting.splice(0)) reader({ done: true, value: undefined });
  }

  /** Always the same reader: an analysis cannot be read twice. */
  [Symbol.asyncIterator](): AsyncIterator<T, undefined> {
    return this.#reader;
  }

  readonly #reader: AsyncIterator<T, undefined> = {
    next: () => {
      const value = this.#items.shift();
      if (value !== undefined) return Promise.resolve({ done: false, value });
      if (this.#closed) return Promise.resolve({ done: true, value: undefined });
      return new Promise((resolve) => this.#waiting.push(resolve));
    },
    return: () => {
      const early = !this.#closed;
      this.#items.length = 0;
      this.close();
      if (early) this.#onLeave();
      return Promise.resolve({ done: true, value: undefined });
    },
  };
}
