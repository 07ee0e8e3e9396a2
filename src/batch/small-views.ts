/**
 * Makes the small view and the SHA-256 of every picture, one after another, beside the analyses.
 *
 * A picture that is alone waits for its verdict first, so that nothing slows that down; of several, the table wants to
 * show what they are before they are examined. How a view is made is given from outside: it takes a canvas.
 */
import type { SmallView } from '../state/card';
import { isOpen } from '../state/card';
import type { Queue } from '../state/queue';

export type DrawnView = Omit<SmallView, 'url'>;

export interface SmallViewParts {
  readonly queue: Pick<Queue, 'file' | 'shrunk' | 'snapshot' | 'subscribe'>;
  /** Null where the browser cannot show the picture. */
  readonly draw: (file: Blob) => Promise<DrawnView | null>;
  /** Lower-case hex; null where the file cannot be read. */
  readonly sha256: (file: Blob) => Promise<string | null>;
  readonly url: (picture: Blob) => string;
}

export class SmallViews {
  readonly #p: SmallViewParts;
  /** Cards that had their turn, whatever came of it. */
  readonly #tried = new Set<string>();
  #busy = false;

  constructor(parts: SmallViewParts) {
    this.#p = parts;
  }

  /** Follows the queue from now on. */
  start(): void {
    this.#p.queue.subscribe(() => void this.#work());
  }

  async #work(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let id = this.#next(); id !== null; id = this.#next()) {
      this.#tried.add(id);
      await this.#make(id);
    }
    this.#busy = false;
  }

  #next(): string | null {
    const { queue } = this.#p;
    const cards = queue.snapshot();
    if (cards.length === 0) this.#tried.clear();
    const next = cards.find(
      (card) =>
        card.small === null &&
        !this.#tried.has(card.id) &&
        (cards.length > 1 || !isOpen(card)) &&
        queue.file(card.id) !== null,
    );
    return next?.id ?? null;
  }

  async #make(id: string): Promise<void> {
    const { queue, draw, sha256, url } = this.#p;
    const file = queue.file(id);
    if (!file) return;
    const hash = await sha256(file).catch(() => null);
    const drawn = await draw(file).catch(() => null);
    queue.shrunk(id, drawn && { ...drawn, url: url(drawn.picture) }, hash);
  }
}
