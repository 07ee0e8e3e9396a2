/** Seconds left of a download, from its speed in the last seconds. */

/** Long enough to smooth a jumpy line, short enough to follow a change of network. */
const WINDOW_MS = 8_000;
/** Before this much was seen any number would be a guess. */
const MIN_SPAN_MS = 800;

export class Rate {
  #samples: { at: number; loaded: number }[] = [];

  /** Whole seconds left, at least 1; null while too little is known or nothing moves. `now` in ms. */
  secondsLeft(loaded: number, total: number, now: number): number | null {
    this.#samples.push({ at: now, loaded });
    while ((this.#samples[0]?.at ?? now) < now - WINDOW_MS) this.#samples.shift();
    const first = this.#samples[0];
    if (!first || now - first.at < MIN_SPAN_MS) return null;
    const perMs = (loaded - first.loaded) / (now - first.at);
    return perMs > 0 ? Math.max(1, Math.round((total - loaded) / perMs / 1000)) : null;
  }
}
