/**
 * Makes the small view and the SHA-256 of every picture, one after another, beside the analyses.
 *
 * A picture that is alone waits for its verdict first, so that nothing slows that down; of several, the table wants to
 * show what they are before they are examined. How a view is made is given from outside: it takes a canvas.
 */
import type { Card, SmallView } from '../state/card';
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

/** px: what the detector's worker refuses to decode (workers/image/decode.ts) is not decoded for a list either. */
const MOST_PIXELS = 120e6;

/** Decoded by the worker already, or of a size in its header that can be: a small file may claim gigabytes. */
function mayBeDrawn({ received, file }: Card): boolean {
  if (received) return true;
  const size = file?.phase === 'done' ? file.report.size : null;
  return size !== null && size.width * size.height <= MOST_PIXELS;
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
    for (let next = this.#next(); next; next = this.#next()) {
      this.#tried.add(next.id);
      await this.#make(next);
    }
    this.#busy = false;
  }

  #next(): Card | undefined {
    const { queue } = this.#p;
    const cards = queue.snapshot();
    if (cards.length === 0) this.#tried.clear();
    return cards.find(
      (card) =>
        card.small === null &&
        !this.#tried.has(card.id) &&
        (cards.length > 1 || !isOpen(card)) &&
        card.file?.phase !== 'reading' &&
        // What the header does not say, the worker's decoding will: until then it is not this card's turn.
        (mayBeDrawn(card) || !isOpen(card)) &&
        queue.file(card.id) !== null,
    );
  }

  async #make(card: Card): Promise<void> {
    const { id } = card;
    const { queue, draw, sha256, url } = this.#p;
    const file = queue.file(id);
    if (!file) return;
    const hash = await sha256(file).catch(() => null);
    const drawn = mayBeDrawn(card) ? await draw(file).catch(() => null) : null;
    queue.shrunk(id, drawn && { ...drawn, url: url(drawn.picture) }, hash);
  }
}
