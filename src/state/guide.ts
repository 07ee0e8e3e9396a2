/** The guide: closed, or open at a step; and whether its invitation was answered once, which is remembered. */
import { type Readable, Store } from './store';

export interface GuideState {
  /** Step from 0; null while closed. */
  readonly at: number | null;
  /** The first visit: nobody has opened or declined the guide here. */
  readonly invites: boolean;
}

/** Remembers one bit; may refuse, as private windows do. */
export interface Memory {
  readonly read: () => boolean;
  readonly write: () => void;
}

export class Guide implements Readable<GuideState> {
  readonly #memory: Memory;
  readonly #store: Store<GuideState>;

  constructor(memory: Memory) {
    this.#memory = memory;
    this.#store = new Store<GuideState>({ at: null, invites: !memory.read() });
  }

  snapshot(): GuideState {
    return this.#store.snapshot();
  }
  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Opens the guide at a step, or goes there. */
  open(at = 0): void {
    this.#answered();
    this.#store.update((old) => (old.at === at ? old : { ...old, at }));
  }

  close(): void {
    this.#store.update((old) => (old.at === null ? old : { ...old, at: null }));
  }

  /** The invitation is not wanted. */
  decline(): void {
    this.#answered();
  }

  #answered(): void {
    if (!this.snapshot().invites) return;
    this.#memory.write();
    this.#store.update((old) => ({ ...old, invites: false }));
  }
}
