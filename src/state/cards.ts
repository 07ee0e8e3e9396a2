/** The list of cards, and what each of them holds on to: its file and its object URLs. Everything goes with the card. */
import type { Card, SmallView } from './card';
import { type Readable, Store } from './store';

export type Urls = Pick<typeof URL, 'createObjectURL' | 'revokeObjectURL'>;

export class Cards implements Readable<readonly Card[]> {
  readonly #urls: Urls;
  /** Newest arrivals first; those that came together stay in their order. */
  readonly #cards = new Store<readonly Card[]>([]);
  readonly #files = new Map<string, Blob>();
  #made = 0;

  constructor(urls: Urls) {
    this.#urls = urls;
  }

  snapshot(): readonly Card[] {
    return this.#cards.snapshot();
  }
  subscribe(listener: () => void): () => void {
    return this.#cards.subscribe(listener);
  }

  /** An id that no card has had since the page was opened. */
  newId(): string {
    return `card-${++this.#made}`;
  }

  get(id: string): Card | undefined {
    return this.snapshot().find((card) => card.id === id);
  }

  /** The picture's file; null where none can be read. */
  file(id: string): Blob | null {
    return this.#files.get(id) ?? null;
  }

  /** Keeps the file for a card and returns an object URL of it, which the card shall hold. */
  hold(id: string, file: File): string {
    this.#files.set(id, file);
    return this.#urls.createObjectURL(file);
  }

  add(cards: readonly Card[]): void {
    if (cards.length > 0) this.#cards.update((old) => [...cards, ...old]);
  }

  /** Puts cards of an earlier visit where they belong by their arrival. */
  restore(cards: readonly Card[]): void {
    if (cards.length === 0) return;
    this.#cards.update((here) =>
      [...here, ...cards].sort(
        (a, b) => b.arrival.batch - a.arrival.batch || a.arrival.place - b.arrival.place,
      ),
    );
  }

  change(id: string, change: (card: Card) => Card): void {
    this.#cards.update((cards) => {
      const at = cards.findIndex((card) => card.id === id);
      const old = cards[at];
      if (!old) return cards;
      const next = change(old);
      return next === old ? cards : cards.with(at, next);
    });
  }

  /** Gives the card its small view; where the card is gone the view goes, too. */
  shrunk(id: string, small: SmallView | null, sha256: string | null): void {
    if (this.get(id)) this.change(id, (old) => ({ ...old, small, sha256 }));
    else if (small) this.#urls.revokeObjectURL(small.url);
  }

  remove(id: string): void {
    const card = this.get(id);
    for (const url of [card?.url, card?.small?.url]) if (url) this.#urls.revokeObjectURL(url);
    this.#files.delete(id);
    this.#cards.update((cards) => cards.filter((one) => one.id !== id));
  }
}
