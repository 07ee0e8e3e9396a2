/**
 * What arrives, told apart: a file whose card was restored without its picture goes back to that card, everything else
 * becomes a card of its own. What makes a file the same is its SHA-256; only files of a fitting size are hashed.
 */
import type { AnalyseRequest } from '../contract';
import type { Card } from '../state/card';
import type { Incoming } from '../state/intake';
import type { Queue } from '../state/queue';

export interface ArrivalParts {
  readonly queue: Pick<Queue, 'add' | 'bringBack' | 'snapshot'>;
  /** Lower-case hex; null where the file cannot be read. */
  readonly sha256: (file: File) => Promise<string | null>;
}

type IncomingFile = Extract<Incoming, { kind: 'file' }>;

export class Arrivals {
  readonly #p: ArrivalParts;

  constructor(parts: ArrivalParts) {
    this.#p = parts;
  }

  /** Resolves with how many cards got their file again. New cards are there at once, unless a file must be hashed first. */
  async arrive(incoming: readonly Incoming[], request: AnalyseRequest): Promise<number> {
    const { queue, sha256 } = this.#p;
    if (!incoming.some((one) => one.kind === 'file' && this.#candidates(one.file).length > 0)) {
      queue.add(incoming, request);
      return 0;
    }
    const fresh: Incoming[] = [];
    let back = 0;
    for (const one of incoming) {
      if (one.kind === 'file' && this.#candidates(one.file).length > 0) {
        const hash = await sha256(one.file);
        // Asked again: the card may have been removed, or have got its file, in the meantime.
        const owner = this.#candidates(one.file).find((card) => isOwner(card, one, hash));
        if (owner) {
          queue.bringBack(owner.id, one.file);
          back++;
          continue;
        }
      }
      fresh.push(one);
    }
    queue.add(fresh, request);
    return back;
  }

  #candidates(file: File): readonly Card[] {
    return this.#p.queue.snapshot().filter((card) => card.originalGone && card.bytes === file.size);
  }
}

/**
 * The same bytes. A card that the reload caught before it was hashed has no verdict either, and is no more than a place
 * in the queue: name, folder and size are enough for it.
 */
function isOwner(card: Card, { file, folder = '' }: IncomingFile, hash: string | null): boolean {
  if (card.sha256 !== null) return card.sha256 === hash;
  return card.verdict === null && card.name === file.name && card.folder === folder;
}
