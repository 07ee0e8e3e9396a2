/**
 * How far a run of pictures is, and how long it may take still. Pure: snapshots of the queue in, numbers out.
 *
 * A run begins with the first open picture after none was open, and ends when none is. Pictures that are added join it;
 * pictures that are removed were never part of it.
 */
import { type Card, isOpen } from '../state/card';

/** Enough to smooth pictures that are thought about, few enough to follow a device that grows hot. */
const PACE_PICTURES = 20;
/** Before so many were settled any number would be a guess. */
const LEAST_PICTURES = 3;

export interface RunProgress {
  readonly total: number;
  readonly done: number;
  /** Whole seconds, at least 1; null while too little is known. */
  readonly secondsLeft: number | null;
}

export class Run {
  #open: ReadonlySet<string> = new Set();
  #done = 0;
  /** Times at which the last pictures settled, ms; a pause cuts them off. */
  #settled: number[] = [];

  /** The queue as it is now; `now` in ms. Null when nothing is under way. */
  follow(cards: readonly Card[], paused: boolean, now: number): RunProgress | null {
    const open = new Set<string>();
    let settled = 0;
    for (const card of cards) {
      if (isOpen(card)) open.add(card.id);
      else if (this.#open.has(card.id)) settled++;
    }
    if (this.#open.size === 0 && open.size > 0) {
      this.#done = 0;
      this.#settled = [now];
    }
    this.#open = open;
    this.#done += settled;
    for (let i = 0; i < settled; i++) this.#settled.push(now);
    this.#settled = this.#settled.slice(-PACE_PICTURES - 1);
    // What was idle time must not count as slowness: after a pause the pace is learnt anew.
    if (paused) this.#settled = [];
    else if (this.#settled.length === 0) this.#settled = [now];
    return open.size === 0
      ? null
      : { total: open.size + this.#done, done: this.#done, secondsLeft: this.#left(open.size) };
  }

  #left(open: number): number | null {
    const first = this.#settled[0];
    const last = this.#settled.at(-1);
    const pictures = this.#settled.length - 1;
    if (first === undefined || last === undefined || pictures < LEAST_PICTURES) return null;
    return Math.max(1, Math.round((open * (last - first)) / pictures / 1000));
  }
}
