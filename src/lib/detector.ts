/**
 * A detector for other pages: our host and weights behind a small public face. Works on parts, so that a test can bring its
 * own; browser.ts brings the real ones.
 */
import { appError, type Bundle, MODES, type ModelInfo, VARIANTS } from '../contract';
import { DetectorHost, type HostState } from '../host/host';
import type { WorkerLike } from '../host/link';
import type { Weights } from '../weights/weights';
import { Channel } from './channel';
import { FakeHr1Error } from './error';
import { identify, obtain } from './model';
import type {
  AnalyseOptions,
  Analysis,
  AnalysisEvent,
  Detector,
  DetectorError,
  DetectorOptions,
  ModelIdentity,
  Runtime,
} from './types';

/** The paper's first simple question. */
const DEFAULT_QUESTION = 'Is this image real or fake?';

export interface DetectorParts {
  readonly spawn: () => WorkerLike;
  readonly weights: Pick<Weights, 'open' | 'install' | 'newer'>;
  /** Threads that are used, and whether the page could have more if it were isolated. */
  readonly threads: { readonly count: number; readonly notIsolated: boolean };
}

export type StartOptions = Pick<DetectorOptions, 'device' | 'update' | 'onProgress' | 'signal'>;

/** Obtains the model and starts it. Rejects with {@link FakeHr1Error}; nothing is left running then. */
export async function startDetector(parts: DetectorParts, options: StartOptions): Promise<Detector> {
  const { onProgress = () => {}, signal } = options;
  const life = new AbortController();
  /** As the host said it last. */
  const last: { ready: Extract<HostState, { phase: 'ready' }> | null } = { ready: null };
  const host = new DetectorHost(parts.spawn, (state) => {
    if (state.phase === 'ready') last.ready = state;
    else if (state.phase === 'starting' && state.progress && !last.ready) {
      const { phase: step, done, total } = state.progress;
      onProgress({ phase: 'starting', step, done, total });
    }
  });
  const dispose = () => {
    if (life.signal.aborted) return;
    life.abort();
    signal?.removeEventListener('abort', dispose);
    host.terminate();
  };
  const refuse = (error: DetectorError): never => {
    dispose();
    throw new FakeHr1Error(error);
  };
  if (signal?.aborted) refuse(appError('CANCELLED', 'the signal was raised before the start'));
  signal?.addEventListener('abort', dispose);

  try {
    onProgress({ phase: 'checking' });
    const obtained = await obtain(
      parts.weights,
      options.update ?? false,
      (progress) => onProgress({ phase: 'downloading', ...progress }),
      life.signal,
    );
    if (!obtained.ok) return refuse(obtained.error);
    const { bundle, stored } = obtained.value;
    const device = options.device ?? 'auto';
    const loaded = await host.load({ bundle, device, threads: parts.threads.count });
    if (!loaded.ok) return refuse(loaded.error);
    const info = loaded.value;
    return new RunningDetector({
      host,
      bundle,
      stored,
      weights: parts.weights,
      model: await identify(bundle),
      runtime: () =>
        runtimeOf(last.ready?.info ?? info, last.ready?.fallback ?? null, parts.threads.notIsolated),
      dispose,
    });
  } catch (thrown) {
    if (thrown instanceof FakeHr1Error) throw thrown;
    // A callback of the embedding page threw, or storage did something that it never should.
    dispose();
    throw thrown;
  }
}

function runtimeOf(info: ModelInfo, fallback: string | null, notIsolated: boolean): Runtime {
  const { device, dtype, threads, selfTest } = info;
  const oneThreadBecause = device === 'wasm' && threads === 1 && notIsolated ? 'not-isolated' : null;
  return { device, dtype, threads, fallback, selfTest, oneThreadBecause };
}

interface Running {
  readonly host: DetectorHost;
  readonly weights: Pick<Weights, 'newer'>;
  readonly bundle: Bundle;
  readonly stored: boolean;
  readonly model: ModelIdentity;
  readonly runtime: () => Runtime;
  readonly dispose: () => void;
}

class RunningDetector implements Detector {
  readonly #r: Running;

  constructor(running: Running) {
    this.#r = running;
  }

  get model(): ModelIdentity {
    return this.#r.model;
  }
  get runtime(): Runtime {
    return this.#r.runtime();
  }
  get stored(): boolean {
    return this.#r.stored;
  }

  analyse(image: Blob, options: AnalyseOptions = {}): Analysis {
    const { mode = 'auto', question = DEFAULT_QUESTION, variant, maxNewTokens, signal } = options;
    if (!(image instanceof Blob)) throw new TypeError('analyse() takes a Blob or File');
    if (!MODES.includes(mode)) throw new TypeError(`mode: ${String(mode)}`);
    if (variant !== undefined && !VARIANTS.includes(variant)) throw new TypeError(`variant: ${variant}`);
    if (maxNewTokens !== undefined && !(Number.isInteger(maxNewTokens) && maxNewTokens > 0))
      throw new TypeError(`maxNewTokens: ${maxNewTokens}`);

    const abort = new AbortController();
    const cancel = () => abort.abort();
    const events = new Channel<AnalysisEvent>(cancel);
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    const request = {
      question: String(question),
      mode,
      ...(variant === undefined ? {} : { variant }),
      ...(maxNewTokens === undefined ? {} : { maxNewTokens }),
    };
    void this.#r.host
      .analyse(image, request, (event) => events.push(event), abort.signal)
      .then((result) => {
        signal?.removeEventListener('abort', cancel);
        events.push(result.ok ? result.value : { kind: 'failed', error: result.error });
        events.close();
      });
    return { cancel, [Symbol.asyncIterator]: () => events[Symbol.asyncIterator]() };
  }

  async newer(): ReturnType<Detector['newer']> {
    const offered = await this.#r.weights.newer(this.#r.bundle.manifest);
    if (!offered) return null;
    const { id, version, licence, checkpoint } = offered;
    return { id, version, licence, checkpoint };
  }

  dispose(): void {
    this.#r.dispose();
  }
}
