/**
 * What is kept in IndexedDB (docs/storage.md): files by their digest, and one marker per bundle.
 *
 * | key              | value                                                        |
 * |------------------|--------------------------------------------------------------|
 * | `file:{sha256}`  | Blob, verified before it was put; versions share equal files |
 * | `bundle:{key}`   | marker, written last: the manifest as it was installed       |
 *
 * A key is the bundle's id on our own page, and its address where others embed it (src/lib): one address never takes the
 * place of another, and equal files are still kept once.
 *
 * Blobs, not typed arrays: Chromium refuses arrays over 127 MiB, and Blobs stay on disk until they are read.
 * Everything read back is checked: other code of this origin, or a bug of an older version, may have written it.
 */
import { clear, createStore, del, delMany, get, keys, set, type UseStore } from 'idb-keyval';
import { z } from 'zod';
import { type Manifest, type ManifestFile, manifestSchema } from '../contract';

const markerSchema = z.object({ manifest: manifestSchema, installedAt: z.string() });

const fileKey = (sha256: string) => `file:${sha256}`;
const markerKey = (key: string) => `bundle:${key}`;

export class WeightStore {
  readonly #name: string;
  #store: UseStore | null = null;

  constructor(name = 'fake-hr1-weights') {
    this.#name = name;
  }

  /** Opened on first use, so that a browser without IndexedDB fails inside a call that can be caught. */
  get #db(): UseStore {
    this.#store ??= createStore(this.#name, 'weights');
    return this.#store;
  }

  /** The manifest of the installed bundle; null if none is whole or the marker cannot be read. */
  async marker(key: string): Promise<Manifest | null> {
    const parsed = markerSchema.safeParse(await get<unknown>(markerKey(key), this.#db));
    return parsed.success ? parsed.data.manifest : null;
  }

  /** Makes the bundle visible; call it when every file is stored. */
  async mark(key: string, manifest: Manifest): Promise<void> {
    await set(markerKey(key), { manifest, installedAt: new Date().toISOString() }, this.#db);
  }

  /** The stored file, or null if it is absent or has another size than the manifest says. */
  async file(file: ManifestFile): Promise<Blob | null> {
    const value = await get<unknown>(fileKey(file.sha256), this.#db);
    return value instanceof Blob && value.size === file.bytes ? value : null;
  }

  /** The caller has verified the digest. Throws what IndexedDB throws. */
  async put(sha256: string, content: Blob): Promise<void> {
    await set(fileKey(sha256), content, this.#db);
  }

  async drop(sha256: string): Promise<void> {
    await del(fileKey(sha256), this.#db);
  }

  /** Deletes files that no marker names. */
  async sweep(): Promise<void> {
    const all = (await keys<string>(this.#db)).filter((key) => typeof key === 'string');
    const wanted = new Set<string>();
    for (const key of all) {
      if (!key.startsWith('bundle:')) continue;
      for (const file of (await this.marker(key.slice('bundle:'.length)))?.files ?? [])
        wanted.add(fileKey(file.sha256));
    }
    await delMany(
      all.filter((key) => key.startsWith('file:') && !wanted.has(key)),
      this.#db,
    );
  }

  /** Deletes the bundle: its marker first, so that it is never visible in parts. */
  async remove(key: string): Promise<void> {
    await del(markerKey(key), this.#db);
    await this.sweep();
  }

  /** Deletes every bundle and file of this store. */
  async clear(): Promise<void> {
    await clear(this.#db);
  }

  /** Bytes of all stored files, those of unfinished installs too. */
  async size(): Promise<number> {
    let bytes = 0;
    for (const key of await keys<string>(this.#db)) {
      const value = await get<unknown>(key, this.#db);
      if (value instanceof Blob) bytes += value.size;
    }
    return bytes;
  }
}
