/**
 * What is kept of pictures in IndexedDB (docs/storage.md), apart from the model's weights.
 *
 * | key               | value                                                             |
 * |-------------------|-------------------------------------------------------------------|
 * | `picture:{uuid}`  | one card as a record (schema.ts), its small view as a Blob        |
 * | `manifest:{hash}` | the manifest that verdicts were made with, once for all of them   |
 * | `setting:private` | `true` where nothing of pictures shall be kept                    |
 *
 * Every method throws what IndexedDB throws.
 */
import { clear, createStore, delMany, entries, get, set, setMany, type UseStore } from 'idb-keyval';

const PRIVATE_KEY = 'setting:private';

export class PictureStore {
  readonly #name: string;
  #store: UseStore | null = null;

  constructor(name = 'fake-hr1-pictures') {
    this.#name = name;
  }

  /** Opened on first use, so that a browser without IndexedDB fails inside a call that can be caught. */
  get #db(): UseStore {
    this.#store ??= createStore(this.#name, 'pictures');
    return this.#store;
  }

  async all(): Promise<ReadonlyMap<string, unknown>> {
    const all = await entries<IDBValidKey, unknown>(this.#db);
    return new Map(all.filter((entry): entry is [string, unknown] => typeof entry[0] === 'string'));
  }

  /** All or none of them. */
  async put(records: readonly (readonly [string, unknown])[]): Promise<void> {
    await setMany(
      records.map(([key, value]) => [key, value]),
      this.#db,
    );
  }

  async drop(keys: readonly string[]): Promise<void> {
    await delMany([...keys], this.#db);
  }

  /** Deletes everything but the setting. */
  async clear(): Promise<void> {
    const secret = await this.isPrivate();
    await clear(this.#db);
    if (secret) await this.setPrivate(true);
  }

  async isPrivate(): Promise<boolean> {
    return (await get<unknown>(PRIVATE_KEY, this.#db)) === true;
  }

  async setPrivate(on: boolean): Promise<void> {
    if (on) await set(PRIVATE_KEY, true, this.#db);
    else await delMany([PRIVATE_KEY], this.#db);
  }
}
