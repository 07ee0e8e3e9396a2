/**
 * The model on this device: is it here, download it, start it, update it, delete it.
 *
 * | phase       | next                                                                    |
 * |-------------|-------------------------------------------------------------------------|
 * | checking    | starting (installed), downloading (not)                                 |
 * | downloading | starting, failed                                                        |
 * | starting    | ready, waiting, failed                                                  |
 * | waiting     | starting (after the back-off)                                           |
 * | ready       | lost (worker died), starting (update, cancel not heard), removed        |
 * | lost        | starting, with the next picture                                         |
 * | failed      | checking (`retry`)                                                      |
 * | removed     | checking (`retry`)                                                      |
 */
import type { AppError, Bundle, LoadRequest, Manifest, ModelInfo } from '../contract';
import type { HostState, LoadProgress } from '../host/host';
import type { InstallProgress, Weights } from '../weights/weights';
import { Rate } from './rate';
import { type Readable, Store } from './store';

/** Bytes here, of all, and seconds left as far as can be told. */
export interface Download extends InstallProgress {
  readonly secondsLeft: number | null;
}

export type ModelPhase =
  | { readonly phase: 'checking' }
  | { readonly phase: 'downloading'; readonly download: Download }
  | { readonly phase: 'starting'; readonly progress: LoadProgress | null }
  | { readonly phase: 'waiting'; readonly delayMs: number; readonly error: AppError }
  | { readonly phase: 'ready'; readonly info: ModelInfo; readonly fallback: string | null }
  | { readonly phase: 'lost'; readonly error: AppError }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'removed' };

export interface ModelSnapshot {
  readonly now: ModelPhase;
  /** Manifest of the bundle in use. */
  readonly manifest: Manifest | null;
  /** False where the browser lets nothing be kept. */
  readonly stored: boolean;
  /** Bytes in this browser's storage; null until counted. */
  readonly bytes: number | null;
  /** A newer version the server offers. */
  readonly offered: Manifest | null;
  /** Progress of an update; the version in use goes on working meanwhile. */
  readonly updating: Download | null;
  /** Why the last update failed. */
  readonly updateError: AppError | null;
}

export interface ModelParts {
  readonly weights: Pick<Weights, 'open' | 'install' | 'newer' | 'remove' | 'size'>;
  readonly load: (request: LoadRequest) => Promise<unknown>;
  readonly device: LoadRequest['device'];
  readonly threads: number;
  /** Milliseconds, for the seconds left. */
  readonly now: () => number;
  /** Called once something was stored, to ask the browser to keep it. */
  readonly onStored: () => void;
}

export class Model implements Readable<ModelSnapshot> {
  readonly #p: ModelParts;
  readonly #store = new Store<ModelSnapshot>({
    now: { phase: 'checking' },
    manifest: null,
    stored: true,
    bytes: null,
    offered: null,
    updating: null,
    updateError: null,
  });
  #abort = new AbortController();

  constructor(parts: ModelParts) {
    this.#p = parts;
  }

  snapshot(): ModelSnapshot {
    return this.#store.snapshot();
  }
  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** A picture may be given to the host: a bundle is open and nothing final stands against it. */
  get usable(): boolean {
    const { phase } = this.snapshot().now;
    return phase === 'starting' || phase === 'waiting' || phase === 'ready' || phase === 'lost';
  }

  /** Opens the installed model or downloads it, then starts it. Never rejects; the snapshot tells how it went. */
  async start(): Promise<void> {
    this.#set({ now: { phase: 'checking' } });
    const installed = await this.#p.weights.open();
    if (installed) {
      await this.#run(installed, true);
      const offered = await this.#p.weights.newer(installed.manifest);
      if (offered) this.#set({ offered });
      return;
    }
    const rate = new Rate();
    const result = await this.#p.weights.install((progress) => {
      this.#set({ now: { phase: 'downloading', download: this.#timed(rate, progress) } });
    }, this.#abort.signal);
    if (!result.ok) {
      this.#set({ now: { phase: 'failed', error: result.error } });
      return;
    }
    if (result.value.stored) this.#p.onStored();
    await this.#run(result.value.bundle, result.value.stored);
  }

  /** After `failed` or `removed`. */
  retry(): Promise<void> {
    return this.start();
  }

  /** Installs the offered version, then changes over to it. */
  async update(): Promise<void> {
    const rate = new Rate();
    this.#set({ updateError: null });
    const result = await this.#p.weights.install((progress) => {
      this.#set({ updating: this.#timed(rate, progress) });
    }, this.#abort.signal);
    this.#set({ updating: null });
    if (!result.ok) return this.#set({ updateError: result.error });
    this.#set({ offered: null });
    await this.#run(result.value.bundle, result.value.stored);
  }

  /** Deletes the model from this device. What is loaded goes on working until the page is left. */
  async remove(): Promise<void> {
    await this.#p.weights.remove();
    this.#set({ now: { phase: 'removed' }, manifest: null, bytes: 0, offered: null });
  }

  /** The host's state, as far as it concerns the model. */
  follow(state: HostState): void {
    // A deleted model or a failed download is the later news.
    const { phase } = this.snapshot().now;
    if (state.phase === 'idle' || state.phase === 'ended' || phase === 'removed') return;
    this.#set({ now: state });
  }

  async #run(bundle: Bundle, stored: boolean): Promise<void> {
    this.#set({ now: { phase: 'starting', progress: null }, manifest: bundle.manifest, stored });
    await this.#p.load({ bundle, device: this.#p.device, threads: this.#p.threads });
    this.#set({ bytes: await this.#p.weights.size() });
  }

  #timed(rate: Rate, progress: InstallProgress): Download {
    return { ...progress, secondsLeft: rate.secondsLeft(progress.loaded, progress.total, this.#p.now()) };
  }

  #set(change: Partial<ModelSnapshot>): void {
    this.#store.update((value) => ({ ...value, ...change }));
  }
}
