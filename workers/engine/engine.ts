/** What a loaded model offers, whichever model it is (DESIGN 4): nano now, the 7B later. */
import {
  type AnalyseItem,
  type AnalyseRequest,
  type AppError,
  appError,
  type Device,
  type ErrorCode,
  type LoadItem,
  type LoadRequest,
  type ModelInfo,
} from '../../src/contract';

export interface Engine {
  readonly info: ModelInfo;
  /**
   * Items in the order received, verdict, gate, evidence, reasoning*, final. Refusals of the picture end the stream
   * with a `failed` item and leave the engine usable; anything else is thrown as {@link EngineError}, after which
   * the worker must be given up. An aborted signal throws CANCELLED and leaves the engine usable.
   */
  analyse(image: Blob, request: AnalyseRequest, signal: AbortSignal): AsyncGenerator<AnalyseItem, void>;
  selfTest(): Promise<ModelInfo['selfTest']>;
  dispose(): Promise<void>;
}

/** Yields progress, then `ready`; returns the engine. Throws {@link EngineError}. */
export type Loader = (request: LoadRequest, signal: AbortSignal) => AsyncGenerator<LoadItem, Engine>;

/** A failure with its code; thrown inside the worker only, never across its boundary. */
export class EngineError extends Error {
  constructor(
    readonly code: ErrorCode,
    detail: string,
    readonly facts?: Record<string, string | number>,
  ) {
    super(detail);
    this.name = 'EngineError';
  }
}

/** Any thrown thing as an error of the contract. ORT reports all its failures as strings inside plain errors. */
export function toAppError(thrown: unknown, device: Device | null): AppError {
  if (thrown instanceof EngineError) return appError(thrown.code, thrown.message, thrown.facts);
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  if (/out of memory|bad_alloc|allocation failed|Cannot enlarge memory/i.test(detail)) {
    return appError('OUT_OF_MEMORY', detail);
  }
  if (device === 'webgpu' && /device.*lost|lost.*device|mapAsync|destroyed/i.test(detail)) {
    return appError('DEVICE_LOST', detail);
  }
  return appError('INTERNAL', detail);
}

/** Lets the worker handle messages (a cancel, above all), then throws CANCELLED if the call was aborted. */
export async function breathe(signal: AbortSignal): Promise<void> {
  // Awaiting an ORT run on WASM only passes microtasks; a message event is the cheapest real turn of the loop.
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  if (signal.aborted) throw new EngineError('CANCELLED', 'cancelled by the page');
}
