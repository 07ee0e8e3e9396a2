/** The smallest store: an immutable snapshot and those who want to know when it changes. */
export interface Readable<T> {
  snapshot(): T;
  /** Calls back after every change; returns how to stop that. */
  subscribe(listener: () => void): () => void;
}

export class Store<T> implements Readable<T> {
  #value: T;
  readonly #listeners = new Set<() => void>();

  constructor(initial: T) {
    this.#value = initial;
  }

  snapshot(): T {
    return this.#value;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Replaces the snapshot; the same object changes nothing and tells nobody. */
  update(change: (value: T) => T): void {
    const next = change(this.#value);
    if (next === this.#value) return;
    this.#value = next;
    for (const listener of [...this.#listeners]) listener();
  }
}
