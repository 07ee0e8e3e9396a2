/**
 * The line in which pictures wait for the model: first come first served, but for what somebody asks of one picture, which
 * stands before pictures that merely arrived.
 */
import type { Variant } from '../contract';

/** One analysis to come; `variant` is null for the picture as it is. */
export interface Turn {
  readonly id: string;
  readonly variant: Variant | null;
  /** Somebody asked for this very picture. */
  readonly wished: boolean;
}

export class Turns {
  /** Wishes in front of arrivals. */
  #line: readonly Turn[] = [];

  /** A picture that came: behind everything. */
  arrive(id: string): void {
    this.#line = [...this.#line, { id, variant: null, wished: false }];
  }

  /** Somebody's wish: behind earlier wishes, before all arrivals. */
  wish(id: string, variant: Variant | null): void {
    const at = this.#line.findIndex(({ wished }) => !wished);
    this.#line = this.#line.toSpliced(at === -1 ? this.#line.length : at, 0, { id, variant, wished: true });
  }

  /** The picture as it is waits no longer; its tries do. */
  dropAnalysis(id: string): void {
    this.#line = this.#line.filter((turn) => turn.id !== id || turn.variant !== null);
  }

  /** The tries of a picture wait no longer; the picture as it is does. */
  dropTrials(id: string): void {
    this.#line = this.#line.filter((turn) => turn.id !== id || turn.variant === null);
  }

  /** Takes the first out of the line; a pause holds up arrivals alone. Null where nobody may go. */
  next(paused: boolean): Turn | null {
    // Wishes stand in front, so that a look at the first is enough.
    const first = this.#line[0];
    if (!first || (paused && !first.wished)) return null;
    this.#line = this.#line.slice(1);
    return first;
  }
}
