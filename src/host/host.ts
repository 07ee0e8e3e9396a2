/**
 * The detector worker's life: spawn, load, pull, cancel, crash, back-off, one retry per image, end.
 *
 * | phase    | what happens                              | next                                                       |
 * |----------|-------------------------------------------|------------------------------------------------------------|
 * | idle     | no bundle yet                             | starting (load)                                            |
 * | starting | a worker opens the bundle                 | ready, waiting (lost), failed (cannot work here)           |
 * | waiting  | back-off after a loss                     | starting, ended                                            |
 * | ready    | loaded; analyses run one at a time        | lost (crash, hang, ORT error), starting (cancel not heard) |
 * | lost     | no worker; nobody asked for one since     | waiting, then starting, with the next analysis             |
 * | failed   | no device or bundle works                 | starting (load)                                            |
 * | ended    | `terminate` was called                    | none                                                       |
 *
 * Any error of ONNX Runtime poisons its worker, so every recoverable error costs the worker: it is ended, all waiting
 * calls settle, and the image is tried once more on a fresh one. After two losses that one runs on WebAssembly.
 *
 * Not owned here: the queue (src/state), the bundle's files (src/weights), words (src/ui).
 */
import {
  type AnalyseItem,
  type AnalyseRequest,
  type AppError,
  analyseItemSchema,
  appError,
  err,
  type LoadItem,
  type LoadRequest,
  loadItemSchema,
  type ModelInfo,
  ok,
  type Result,
} from '../contract';
import {
  BACK_OFF_MS,
  CANCEL_GRACE_MS,
  IMAGE_TRIES,
  ITEM_TIMEOUT_MS,
  LOAD_ITEM_TIMEOUT_MS,
  LOAD_TRIES,
  LOSSES_BEFORE_WASM,
} from './limits';
import { type WorkerLike, WorkerLink } from './link';
import { pull } from './pull';

export type LoadProgress = Extract<LoadItem, { kind: 'progress' }>;
export type FinalItem = Extract<AnalyseItem, { kind: 'final' }>;
type ReadyItem = Extract<LoadItem, { kind: 'ready' }>;

/** What an analysis reports while it runs. `retry`: everything reported so far is void, a fresh worker starts over. */
export type HostEvent =
  | Exclude<AnalyseItem, { kind: 'final' } | { kind: 'failed' }>
  | { readonly kind: 'retry'; readonly error: AppError };

export type HostState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'starting'; readonly progress: LoadProgress | null }
  | { readonly phase: 'waiting'; readonly delayMs: number; readonly error: AppError }
  /** `fallback`: why this runs on WebAssembly although WebGPU was allowed; null when it does not. */
  | { readonly phase: 'ready'; readonly info: ModelInfo; readonly fallback: string | null }
  | { readonly phase: 'lost'; readonly error: AppError }
  | { readonly phase: 'failed'; readonly error: AppError }
  | { readonly phase: 'ended' };

const cancelled = (why: string) => appError('CANCELLED', why);

export class DetectorHost {
  readonly #spawn: () => WorkerLike;
  readonly #onState: (state: HostState) => void;
  #setup: LoadRequest | null = null;
  /** Counts bundles given to {@link load}; an outdated start notices and stops. */
  #generation = 0;
  #link: WorkerLink | null = null;
  #info: ModelInfo | null = null;
  #starting: Promise<Result<WorkerLink>> | null = null;
  /** Analyses run one after another; an earlier failure never blocks the next. */
  #lane: Promise<void> = Promise.resolve();
  #losses = 0;
  #lossesInRow = 0;
  #lastLoss: AppError = appError('INTERNAL', 'no loss yet');
  #wasmBecause: string | null = null;
  #wakeUp: (() => void) | null = null;
  #ended = false;
  #calls = 0;

  constructor(spawn: () => WorkerLike, onState: (state: HostState) => void) {
    this.#spawn = spawn;
    this.#onState = onState;
  }

  /** Opens a bundle, in place of the one before. Resolves when it is ready to analyse, or cannot be. */
  async load(setup: LoadRequest): Promise<Result<ModelInfo>> {
    if (this.#ended) return err(cancelled('the host was ended'));
    this.#generation++;
    this.#setup = setup;
    this.#losses = 0;
    this.#lossesInRow = 0;
    this.#wasmBecause = null;
    this.#drop(cancelled('another bundle is loaded'));
    this.#starting = null;
    this.#wakeUp?.();
    const started = await this.#ensure();
    if (!started.ok) return started;
    return this.#info ? ok(this.#info) : err(this.#lastLoss);
  }

  /**
   * Analyses one image; starts a worker if there is none. Events arrive in order and stop for good once the promise
   * has settled, which a raised `signal` makes it do at once, whatever the worker does.
   */
  analyse(
    image: Blob,
    request: AnalyseRequest,
    onEvent: (event: HostEvent) => void,
    signal: AbortSignal,
  ): Promise<Result<FinalItem>> {
    return new Promise((resolve) => {
      let open = true;
      const settle = (result: Result<FinalItem>) => {
        open = false;
        signal.removeEventListener('abort', onAbort);
        resolve(result);
      };
      const onAbort = () => settle(err(cancelled('cancelled by the user')));
      if (signal.aborted) return onAbort();
      signal.addEventListener('abort', onAbort);
      const emit = (event: HostEvent) => {
        if (open) onEvent(event);
      };
      this.#lane = this.#lane.then(() => this.#run(image, request, emit, signal)).then(settle);
    });
  }

  /** Repeats the self-test on the loaded model. */
  async selfTest(): Promise<Result<ModelInfo['selfTest']>> {
    const started = await this.#ensure();
    if (!started.ok) return started;
    const answer = await started.value.call(async (api) => await api.selfTest(), ITEM_TIMEOUT_MS);
    return answer.ok ? answer.value : answer;
  }

  /** Ends everything: the worker, a pending restart, every waiting call. */
  terminate(): void {
    this.#ended = true;
    this.#generation++;
    this.#drop(cancelled('the host was ended'));
    this.#wakeUp?.();
    this.#onState({ phase: 'ended' });
  }

  async #run(
    image: Blob,
    request: AnalyseRequest,
    emit: (event: HostEvent) => void,
    signal: AbortSignal,
  ): Promise<Result<FinalItem>> {
    for (let attempt = 1; ; attempt++) {
      if (signal.aborted) return err(cancelled('cancelled by the user'));
      const started = await this.#ensure();
      if (!started.ok) return started;
      if (signal.aborted) return err(cancelled('cancelled by the user'));
      const result = await this.#pullAnalysis(started.value, image, request, emit, signal);
      if (result.ok) this.#lossesInRow = 0;
      if (result.ok || !result.error.recoverable) return result;
      started.value.kill(result.error);
      if (attempt === IMAGE_TRIES || this.#ended) return result;
      emit({ kind: 'retry', error: result.error });
    }
  }

  async #pullAnalysis(
    link: WorkerLink,
    image: Blob,
    request: AnalyseRequest,
    emit: (event: HostEvent) => void,
    signal: AbortSignal,
  ): Promise<Result<FinalItem>> {
    const id = `analyse-${++this.#calls}`;
    let grace: ReturnType<typeof setTimeout> | undefined;
    const onAbort = () => {
      void link.call((api) => api.cancel(id), ITEM_TIMEOUT_MS);
      grace = setTimeout(() => {
        link.end(cancelled('the worker did not hear the cancel'));
        // The next picture should not wait for a load that can happen now.
        if (!this.#ended) void this.#ensure();
      }, CANCEL_GRACE_MS);
    };
    signal.addEventListener('abort', onAbort);
    const result = await pull<AnalyseItem, FinalItem>(link, {
      open: (api) => api.openAnalyse(id, image, request),
      next: (api) => api.nextAnalyse(id),
      schema: analyseItemSchema,
      timeoutMs: ITEM_TIMEOUT_MS,
      closing: (item) => (item.kind === 'final' ? item : null),
      onItem: (item) => {
        if (item.kind !== 'final' && item.kind !== 'failed') emit(item);
      },
    });
    clearTimeout(grace);
    signal.removeEventListener('abort', onAbort);
    return result;
  }

  /** The living, loaded worker; started if there is none. All callers share one start. */
  #ensure(): Promise<Result<WorkerLink>> {
    if (this.#ended) return Promise.resolve(err(cancelled('the host was ended')));
    if (this.#starting) return this.#starting;
    if (this.#link?.alive) return Promise.resolve(ok(this.#link));
    if (!this.#setup) return Promise.resolve(err(appError('MODEL_MISSING', 'no bundle was loaded')));
    const starting = this.#start(this.#setup, this.#generation).finally(() => {
      if (this.#starting === starting) this.#starting = null;
    });
    this.#starting = starting;
    return starting;
  }

  async #start(setup: LoadRequest, generation: number): Promise<Result<WorkerLink>> {
    const outdated = () => generation !== this.#generation;
    for (let attempt = 1; ; attempt++) {
      await this.#backOff();
      if (outdated()) return err(cancelled('overtaken'));
      const device = this.#wasmBecause === null ? setup.device : 'wasm';
      this.#onState({ phase: 'starting', progress: null });
      const link: WorkerLink = new WorkerLink(this.#spawn(), (death) => this.#lost(link, death));
      this.#link = link;
      const id = `load-${++this.#calls}`;
      const result = await pull<LoadItem, ReadyItem>(link, {
        open: (api) => api.openLoad(id, { ...setup, device }),
        next: (api) => api.nextLoad(id),
        schema: loadItemSchema,
        timeoutMs: LOAD_ITEM_TIMEOUT_MS,
        closing: (item) => (item.kind === 'ready' ? item : null),
        onItem: (item) => {
          if (item.kind === 'progress' && !outdated()) this.#onState({ phase: 'starting', progress: item });
        },
      });
      if (outdated()) {
        link.end(cancelled('overtaken'));
        return err(cancelled('overtaken'));
      }
      if (result.ok) {
        this.#info = result.value.info;
        const fallback = result.value.info.fallbackReason ?? this.#wasmBecause;
        this.#onState({ phase: 'ready', info: result.value.info, fallback });
        return ok(link);
      }
      const { error } = result;
      if (error.recoverable) {
        link.kill(error);
        if (attempt < LOAD_TRIES) continue;
      } else {
        link.end(error);
        if ((error.code === 'SELF_TEST_FAILED' || error.code === 'NO_DEVICE') && device === 'auto') {
          this.#wasmBecause = error.detail;
          continue;
        }
      }
      this.#onState({ phase: 'failed', error });
      return result;
    }
  }

  /** A worker died by itself or was given up. */
  #lost(link: WorkerLink, death: AppError): void {
    this.#losses++;
    this.#lossesInRow++;
    this.#lastLoss = death;
    if (this.#losses >= LOSSES_BEFORE_WASM && this.#setup?.device !== 'wasm')
      this.#wasmBecause ??= `WebGPU was lost ${this.#losses} times: ${death.detail}`;
    if (this.#link !== link) return;
    this.#link = null;
    this.#info = null;
    this.#onState({ phase: 'lost', error: death });
  }

  #drop(reason: AppError): void {
    this.#link?.end(reason);
    this.#link = null;
    this.#info = null;
  }

  /** Waits after losses; `terminate` and `load` cut the wait short, and its timer with it. */
  async #backOff(): Promise<void> {
    if (this.#lossesInRow === 0) return;
    const delayMs = BACK_OFF_MS[Math.min(this.#lossesInRow, BACK_OFF_MS.length) - 1] ?? 0;
    this.#onState({ phase: 'waiting', delayMs, error: this.#lastLoss });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delayMs);
      this.#wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wakeUp = null;
  }
}
