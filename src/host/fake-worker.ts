/**
 * A worker for tests: real comlink on both ends, a scripted detector behind it, and the ways a worker can die.
 *
 * Messages pass through the structured clone, like real ones, and arrive in a microtask, so that fake timers do not
 * hold them up.
 */
import { expose } from 'comlink';
import type { AnalyseItem, AnalyseRequest, DetectorApi, LoadItem, LoadRequest, ModelInfo } from '../contract';
import { appError, ok } from '../contract';
import type { WorkerLike } from './link';

export const FAKE_INFO: ModelInfo = {
  id: 'fake-hr1-nano',
  version: '0.0.1',
  checkpoint: 'test',
  device: 'wasm',
  dtype: 'fp32',
  threads: 1,
  fallbackReason: null,
  selfTest: { passed: true, maxDifference: 0, tolerance: 1 },
  loadMs: 1,
};

/** One step of a script: an item, the end of the stream, silence for ever, the death of the worker, or a throw. */
export type ScriptStep<T> = T | 'end' | 'hang' | 'crash' | 'throw' | Promise<unknown>;

export interface FakeScript {
  readonly load?: readonly ScriptStep<LoadItem>[];
  readonly analyse?: readonly ScriptStep<AnalyseItem>[];
  /** Ignores `cancel`, like a worker inside a long WASM run. */
  readonly deaf?: boolean;
}

/** One end of a pair of message ports. */
export class Side implements Pick<WorkerLike, 'postMessage' | 'addEventListener' | 'removeEventListener'> {
  readonly #target = new EventTarget();
  peer: Side | null = null;

  postMessage(message: unknown): void {
    const data = structuredClone(message);
    queueMicrotask(() => this.peer?.dispatch(new MessageEvent('message', { data })));
  }
  addEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#target.addEventListener(type, listener);
  }
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject): void {
    this.#target.removeEventListener(type, listener);
  }
  dispatch(event: Event): void {
    this.#target.dispatchEvent(event);
  }
}

export class FakeWorker extends Side implements WorkerLike {
  terminated = false;
  readonly loads: LoadRequest[] = [];
  readonly analyses: { call: string; request: AnalyseRequest }[] = [];
  readonly cancelled: string[] = [];

  constructor(script: FakeScript) {
    super();
    const inside = new Side();
    this.peer = inside;
    inside.peer = this;
    const streams = new Map<string, ScriptStep<LoadItem | AnalyseItem>[]>();
    const next = async (call: string) => {
      const step = streams.get(call)?.shift() ?? 'end';
      if (step instanceof Promise) await step;
      else if (step === 'hang') await new Promise(() => {});
      else if (step === 'throw') throw new TypeError('scripted');
      else if (step === 'crash') {
        this.emitError('scripted crash');
        await new Promise(() => {});
      } else if (step !== 'end') return { done: false as const, value: step };
      if (!(step instanceof Promise)) return { done: true as const };
      return next(call);
    };
    const api: DetectorApi = {
      openLoad: async (call, request) => {
        this.loads.push(request);
        streams.set(call, [...(script.load ?? [{ kind: 'ready' as const, info: FAKE_INFO }])]);
      },
      openAnalyse: async (call, _image, request) => {
        this.analyses.push({ call, request });
        streams.set(call, [...(script.analyse ?? [])]);
      },
      nextLoad: async (call) => (await next(call)) as Awaited<ReturnType<DetectorApi['nextLoad']>>,
      nextAnalyse: async (call) => (await next(call)) as Awaited<ReturnType<DetectorApi['nextAnalyse']>>,
      cancel: async (call) => {
        this.cancelled.push(call);
        if (!script.deaf)
          streams.set(call, [{ kind: 'failed', error: appError('CANCELLED', 'by the page') }]);
      },
      selfTest: async () => ok(FAKE_INFO.selfTest),
      dispose: async () => {},
    };
    expose(api, inside);
  }

  /** What the browser does when the worker's script fails. */
  emitError(message: string): void {
    this.dispatch(Object.assign(new Event('error'), { message }));
  }

  terminate(): void {
    this.terminated = true;
    if (this.peer) this.peer.peer = null;
    this.peer = null;
  }
}
