/**
 * Keeps what was said about pictures over a reload, and nothing of the pictures but a small view.
 *
 * | mode    | meaning                                              | leaves it                                        |
 * |---------|------------------------------------------------------|--------------------------------------------------|
 * | opening | reads what an earlier visit left                     | read → keeping, private; cannot → refused        |
 * | keeping | every change is written a moment later               | wish → private; no room → full; other → refused  |
 * | full    | the same, but the last write found no room           | a write that succeeds → keeping; wish → private  |
 * | private | nothing is written and nothing is left               | wish → keeping                                   |
 * | refused | this browser keeps nothing; the page works without   | none                                             |
 *
 * Another tab may have asked for privacy, which is looked up before every write.
 */
import { type Manifest, manifestSchema } from '../contract';
import { type Card, isOpen, type SmallView } from '../state/card';
import type { Queue } from '../state/queue';
import { type Readable, Store } from '../state/store';
import { fromRecord, type PictureRecord, RECORD_VERSION, recordSchema, toRecord } from './schema';
import type { PictureStore } from './store';

export type KeepingMode = 'opening' | 'keeping' | 'full' | 'private' | 'refused';

export interface Keeping {
  readonly mode: KeepingMode;
  /** Pictures of earlier visits that are in the list since the page was opened. */
  readonly restored: number;
  /** Records that could not be read; damaged ones are deleted. */
  readonly unreadable: number;
}

export interface KeeperParts {
  readonly store: Pick<PictureStore, 'all' | 'put' | 'drop' | 'clear' | 'isPrivate' | 'setPrivate'>;
  readonly queue: Pick<Queue, 'snapshot' | 'subscribe' | 'restore' | 'newId' | 'clear'>;
  readonly url: (picture: Blob) => string;
  /** A new key, unique over all visits. */
  readonly newKey: () => string;
  /** Short name of a manifest's content. */
  readonly manifestKey: (manifest: Manifest) => Promise<string>;
}

/** Changes that come together are written together, ms. */
export const WRITE_AFTER_MS = 400;
/** Records of one transaction: what does not fit costs no more than these. */
const RECORDS_AT_ONCE = 25;

const PICTURE = 'picture:';
const MANIFEST = 'manifest:';

/** Names that browsers give to a full disk. */
const isFull = (cause: unknown) =>
  cause instanceof DOMException && ['QuotaExceededError', 'AbortError', 'UnknownError'].includes(cause.name);

export class Keeper implements Readable<Keeping> {
  readonly #p: KeeperParts;
  readonly #state = new Store<Keeping>({ mode: 'opening', restored: 0, unreadable: 0 });
  /** By the card's id: where it is kept, and the card as it was written. */
  readonly #kept = new Map<string, { readonly key: string; readonly card: Card }>();
  readonly #manifests = new Map<Manifest, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Storage is asked one thing at a time. */
  #lane: Promise<void> = Promise.resolve();

  constructor(parts: KeeperParts) {
    this.#p = parts;
  }

  snapshot(): Keeping {
    return this.#state.snapshot();
  }
  subscribe(listener: () => void): () => void {
    return this.#state.subscribe(listener);
  }

  /** Puts what earlier visits left into the queue, and follows it from now on. */
  start(): Promise<void> {
    return this.#next(async () => {
      const { store, queue } = this.#p;
      if (await store.isPrivate()) {
        await store.clear();
        this.#to('private');
      } else {
        await this.#restore(await store.all());
        this.#to('keeping');
      }
      queue.subscribe(() => this.#later());
      this.#later();
    });
  }

  /** From now on keeps nothing and deletes what is there, or keeps again, what is in the list included. */
  setPrivate(on: boolean): Promise<void> {
    return this.#next(async () => {
      if (this.snapshot().mode === 'refused') return;
      await this.#p.store.setPrivate(on);
      if (on) {
        this.#kept.clear();
        this.#manifests.clear();
        await this.#p.store.clear();
      }
      this.#to(on ? 'private' : 'keeping');
      this.#later();
    });
  }

  /** Deletes every picture from list and storage, those of other tabs and damaged ones included. */
  clearAll(): Promise<void> {
    this.#p.queue.clear();
    return this.#next(async () => {
      this.#kept.clear();
      this.#manifests.clear();
      if (this.snapshot().mode !== 'refused') await this.#p.store.clear();
      this.#state.update((old) => ({ ...old, restored: 0, unreadable: 0 }));
    });
  }

  /** Writes at once what waits; for a page that is about to go. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    return this.#next(() => this.#write());
  }

  #later(): void {
    const { mode } = this.snapshot();
    if (mode === 'private' || mode === 'refused' || mode === 'opening') return;
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_AFTER_MS);
  }

  #to(mode: KeepingMode): void {
    this.#state.update((old) => (old.mode === mode ? old : { ...old, mode }));
  }

  #next(work: () => Promise<void>): Promise<void> {
    this.#lane = this.#lane
      .then(work)
      .catch((cause: unknown) => this.#to(isFull(cause) ? 'full' : 'refused'));
    return this.#lane;
  }

  async #restore(all: ReadonlyMap<string, unknown>): Promise<void> {
    const { store, queue, url } = this.#p;
    const manifests = new Map<string, Manifest>();
    const damaged: string[] = [];
    let foreign = 0;
    for (const [key, value] of all) {
      if (!key.startsWith(MANIFEST)) continue;
      const parsed = manifestSchema.safeParse(value);
      if (!parsed.success) continue;
      manifests.set(key, parsed.data);
      this.#manifests.set(parsed.data, key);
    }
    const cards: Card[] = [];
    for (const [key, value] of all) {
      if (!key.startsWith(PICTURE)) continue;
      const parsed = recordSchema.safeParse(value);
      if (!parsed.success) {
        if (isOtherVersion(value)) foreign++;
        else damaged.push(key);
        continue;
      }
      const card = cardOf(parsed.data, queue.newId(), manifests, url);
      this.#kept.set(card.id, { key, card });
      cards.push(card);
    }
    queue.restore(cards);
    this.#state.update((old) => ({ ...old, restored: cards.length, unreadable: damaged.length + foreign }));
    if (damaged.length > 0) await store.drop(damaged);
  }

  async #write(): Promise<void> {
    const { store, queue } = this.#p;
    const { mode } = this.snapshot();
    if (mode !== 'keeping' && mode !== 'full') return;
    if (await store.isPrivate()) {
      this.#kept.clear();
      this.#to('private');
      return;
    }
    const cards = queue.snapshot();
    const here = new Set(cards.map(({ id }) => id));
    const gone = [...this.#kept].filter(([id]) => !here.has(id));
    if (gone.length > 0) await store.drop(gone.map(([, { key }]) => key));
    for (const [id] of gone) this.#kept.delete(id);
    const changed = cards.filter((card) => this.#isWorthWriting(card));
    for (let at = 0; at < changed.length; at += RECORDS_AT_ONCE)
      await this.#put(changed.slice(at, at + RECORDS_AT_ONCE));
    this.#to('keeping');
  }

  /** While a picture is examined its record stays as it was, but for what a drop of the same file needs. */
  #isWorthWriting(card: Card): boolean {
    const kept = this.#kept.get(card.id)?.card;
    if (!kept) return true;
    if (kept === card) return false;
    if (!isOpen(card) && card.file?.phase !== 'reading') return true;
    return kept.sha256 !== card.sha256 || kept.note !== card.note || kept.checked !== card.checked;
  }

  async #put(cards: readonly Card[]): Promise<void> {
    const entries: [string, unknown][] = [];
    const written: [string, { key: string; card: Card }][] = [];
    const manifests: [Manifest, string][] = [];
    for (const card of cards) {
      const key = this.#kept.get(card.id)?.key ?? `${PICTURE}${this.#p.newKey()}`;
      const manifest = card.engine?.manifest;
      let manifestKey = manifest ? (this.#manifests.get(manifest) ?? null) : null;
      if (manifest && manifestKey === null) {
        manifestKey = `${MANIFEST}${await this.#p.manifestKey(manifest)}`;
        entries.push([manifestKey, manifest]);
        manifests.push([manifest, manifestKey]);
      }
      entries.push([key, toRecord(card, manifestKey)]);
      written.push([card.id, { key, card }]);
    }
    await this.#p.store.put(entries);
    // Only now: what was not written must be tried again.
    for (const [id, kept] of written) this.#kept.set(id, kept);
    for (const [manifest, key] of manifests) this.#manifests.set(manifest, key);
  }
}

const isOtherVersion = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'version' in value &&
  typeof value.version === 'number' &&
  value.version !== RECORD_VERSION;

function cardOf(
  record: PictureRecord,
  id: string,
  manifests: ReadonlyMap<string, Manifest>,
  url: (picture: Blob) => string,
): Card {
  const small: SmallView | null = record.small && { ...record.small, url: url(record.small.picture) };
  return fromRecord(record, id, manifests.get(record.engine?.manifest ?? '') ?? null, small);
}
