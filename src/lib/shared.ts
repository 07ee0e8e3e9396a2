/** Detectors shared by the elements of a page: many pictures, one worker and one model in memory. */
import { createDetector } from './index';
import type { Detector, DetectorOptions, Progress } from './types';

/** An element that moves in the document leaves it for a moment; a model is not started anew for that. ms. */
const GRACE_MS = 5_000;

export type SharedOptions = Omit<DetectorOptions, 'onProgress' | 'signal'>;

export interface Loan {
  readonly detector: Promise<Detector>;
  /** The last one who gives it back ends the detector, after a moment. Once. */
  release(): void;
}

interface Entry {
  readonly detector: Promise<Detector>;
  readonly abort: AbortController;
  readonly listeners: Set<(progress: Progress) => void>;
  readonly now: { progress: Progress };
  loans: number;
}

export class SharedDetectors {
  readonly #create: (options: DetectorOptions) => Promise<Detector>;
  readonly #entries = new Map<string, Entry>();

  constructor(create: (options: DetectorOptions) => Promise<Detector> = createDetector) {
    this.#create = create;
  }

  /** The detector of these options; started by the first who asks, and again after a failure. */
  borrow(options: SharedOptions, onProgress: (progress: Progress) => void): Loan {
    const key = JSON.stringify({ ...options, modelUrl: String(options.modelUrl) });
    const entry = this.#entries.get(key) ?? this.#start(key, options);
    entry.loans++;
    entry.listeners.add(onProgress);
    onProgress(entry.now.progress);
    let open = true;
    const release = () => {
      if (!open) return;
      open = false;
      entry.loans--;
      entry.listeners.delete(onProgress);
      setTimeout(() => {
        if (entry.loans > 0) return;
        this.#forget(key, entry);
        entry.abort.abort();
      }, GRACE_MS);
    };
    return { detector: entry.detector, release };
  }

  #start(key: string, options: SharedOptions): Entry {
    const abort = new AbortController();
    const listeners: Entry['listeners'] = new Set();
    // Heard at once, before there is an entry.
    const now: Entry['now'] = { progress: { phase: 'checking' } };
    const onProgress = (progress: Progress) => {
      now.progress = progress;
      for (const listener of listeners) listener(progress);
    };
    const detector = this.#create({ ...options, signal: abort.signal, onProgress });
    const entry: Entry = { detector, abort, listeners, now, loans: 0 };
    this.#entries.set(key, entry);
    detector.catch(() => this.#forget(key, entry));
    return entry;
  }

  #forget(key: string, entry: Entry): void {
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
  }
}
