/**
 * The model bundle on this device: install, verify, open, update, delete.
 *
 * Every route is verified the same way: digest first, then stored; opened only if each digest still holds. The marker is
 * written last, so that a bundle exists whole or not at all; what an interrupted install left behind is taken up by the
 * next. The old version stays until the new one is whole.
 *
 * Not owned here: what the files mean (workers/engine), when to install (src/state).
 */
import {
  type AppError,
  appError,
  type Bundle,
  err,
  type Manifest,
  type ManifestFile,
  manifestSchema,
  ok,
  type Result,
} from '../contract';
import { download, requestFailed, sha256 } from './download';
import type { WeightStore } from './store';

/** Bytes that are here, of all the bundle's bytes. */
export interface InstallProgress {
  readonly loaded: number;
  readonly total: number;
}

export interface Installed {
  readonly bundle: Bundle;
  /** False where this browser lets nothing be kept: the model is there until the page is closed. */
  readonly stored: boolean;
}

export interface WeightsOptions {
  readonly store: Pick<
    WeightStore,
    'marker' | 'mark' | 'file' | 'put' | 'drop' | 'sweep' | 'remove' | 'size'
  >;
  /** Name of the bundle's marker. */
  readonly key: string;
  /** The only bundle that is taken; null takes whatever the folder holds. */
  readonly id: string | null;
  /** Lower-case hex SHA-256 that the served manifest.json must have; none is asked for when absent. */
  readonly manifestSha256?: string;
  /** Folder of the bundle, with the slash at its end. */
  readonly url: string;
  readonly fetch: typeof fetch;
  /** Runs one install at a time over all tabs. */
  readonly lock: <T>(run: () => Promise<T>) => Promise<T>;
  /** Bytes this origin may still store; null if the browser does not say. */
  readonly room: () => Promise<number | null>;
}

/** IndexedDB needs a little more than the bytes of its values. */
const ROOM_FACTOR = 1.1;

/** Chromium and Firefox report a full disk under any of these names. */
const FULL = new Set(['QuotaExceededError', 'AbortError', 'UnknownError']);

export class Weights {
  readonly #o: WeightsOptions;

  constructor(options: WeightsOptions) {
    this.#o = options;
  }

  /**
   * The installed bundle, every digest checked again; null if there is none. A file that changed since is deleted, so
   * that the next install fetches it anew. Never touches the network.
   */
  async open(): Promise<Bundle | null> {
    const { store, key } = this.#o;
    try {
      const manifest = await store.marker(key);
      if (!manifest) return null;
      const files = new Map<string, Blob>();
      for (const file of manifest.files) {
        const content = await this.#stored(file);
        if (!content) return null;
        files.set(file.path, content);
      }
      return { manifest, files };
    } catch {
      // A browser that blocks IndexedDB is a browser without an installed bundle.
      return null;
    }
  }

  /** The manifest the server offers, if it differs from `installed`; null if equal, absent or unreachable. */
  async newer(installed: Manifest): Promise<Manifest | null> {
    const served = await this.#manifest(AbortSignal.timeout(10_000));
    return served.ok && JSON.stringify(served.value) !== JSON.stringify(installed) ? served.value : null;
  }

  /**
   * Downloads what is missing and makes the bundle visible. Errors: MODEL_MISSING, MODEL_TAMPERED (nothing of the
   * bad file is stored), QUOTA, CANCELLED; what was already verified stays for the next try.
   */
  install(onProgress: (p: InstallProgress) => void, signal: AbortSignal): Promise<Result<Installed>> {
    return this.#o.lock(() => this.#install(onProgress, signal));
  }

  /** Deletes the bundle and all files nobody else needs. */
  async remove(): Promise<void> {
    await this.#o.store.remove(this.#o.key);
  }

  /** Bytes on this device; 0 where nothing can be read. */
  async size(): Promise<number> {
    return this.#o.store.size().catch(() => 0);
  }

  async #install(onProgress: (p: InstallProgress) => void, signal: AbortSignal): Promise<Result<Installed>> {
    const { store, key, url, fetch } = this.#o;
    const served = await this.#manifest(signal);
    if (!served.ok) return served;
    const manifest = served.value;

    const files = new Map<string, Blob>();
    const total = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    let loaded = 0;
    let stored = true;
    for (const file of manifest.files) {
      const content = await this.#stored(file).catch(() => {
        stored = false;
        return null;
      });
      if (content) {
        files.set(file.path, content);
        loaded += file.bytes;
      }
    }
    onProgress({ loaded, total });

    if (stored) {
      const room = await this.#o.room();
      const needed = Math.ceil((total - loaded) * ROOM_FACTOR);
      if (room !== null && needed > room) return err(full(needed, room));
    }

    for (const file of manifest.files) {
      if (files.has(file.path)) continue;
      const onBytes = (bytes: number) => {
        loaded += bytes;
        onProgress({ loaded, total });
      };
      const content = await download(new URL(file.path, url).href, file, fetch, onBytes, signal);
      if (!content.ok) return content;
      if (stored) {
        const kept = await this.#keep(total, () => store.put(file.sha256, content.value));
        if (!kept.ok) return kept;
        stored = kept.value;
        // The stored copy lies on disk; the downloaded one in memory can go.
        const reread = stored ? await store.file(file) : null;
        files.set(file.path, reread ?? content.value);
      } else files.set(file.path, content.value);
    }
    if (stored) {
      const marked = await this.#keep(total, () => store.mark(key, manifest));
      if (!marked.ok) return marked;
      stored = marked.value;
      if (stored) await store.sweep();
    }
    return ok({ bundle: { manifest, files }, stored });
  }

  /** Verified content of a stored file, or null. */
  async #stored(file: ManifestFile): Promise<Blob | null> {
    const content = await this.#o.store.file(file);
    if (!content) return null;
    if ((await sha256(content)) === file.sha256) return content;
    await this.#o.store.drop(file.sha256);
    return null;
  }

  /** Runs a write. True: kept. False: this browser keeps nothing. QUOTA: no room; `needed` bytes in all, for the words. */
  async #keep(needed: number, write: () => Promise<void>): Promise<Result<boolean>> {
    try {
      await write();
      return ok(true);
    } catch (thrown) {
      const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
      return FULL.has(name) ? err(full(needed, null)) : ok(false);
    }
  }

  async #manifest(signal: AbortSignal): Promise<Result<Manifest>> {
    const { url, id, manifestSha256, fetch } = this.#o;
    try {
      const response = await fetch(new URL('manifest.json', url).href, {
        signal,
        cache: 'no-cache',
        credentials: 'omit',
      });
      if (!response.ok) return err(appError('MODEL_MISSING', `manifest.json: status ${response.status}`));
      const content = await response.blob();
      if (manifestSha256 !== undefined) {
        const digest = await sha256(content);
        if (digest !== manifestSha256)
          return err(
            appError('MODEL_TAMPERED', `manifest.json: digest ${digest}`, { file: 'manifest.json' }),
          );
      }
      const parsed = manifestSchema.safeParse(JSON.parse(await content.text()));
      if (!parsed.success)
        return err(appError('MODEL_MISSING', `manifest.json is not one: ${parsed.error.message}`));
      if (id !== null && parsed.data.id !== id)
        return err(appError('MODEL_MISSING', `manifest.json is of ${parsed.data.id}, not ${id}`));
      return ok(parsed.data);
    } catch (thrown) {
      return err(requestFailed(thrown, 'manifest.json', signal));
    }
  }
}

/** Chromium reports more room than it grants, so a refusal may come without a number. */
function full(needed: number, room: number | null): AppError {
  return room === null
    ? appError('QUOTA', 'the browser refused to store the model', { needed })
    : appError('QUOTA', `needs ${needed} bytes, has ${room}`, { needed, room });
}
