/** Entry of the detector worker. Wiring only: calls to streams, streams to items, anything thrown to `failed`. */
import { expose } from 'comlink';
import {
  type AnalyseItem,
  appError,
  type CallId,
  type DetectorApi,
  err,
  type LoadItem,
  ok,
  type Step,
} from '../src/contract';
import { type Engine, toAppError } from './engine/engine';
import { loadNano } from './engine/load';
import { Streams } from './streams';

let engine: Engine | null = null;
const device = () => (engine ? engine.info.device : null);

const loads = new Streams<LoadItem>((error) => ({ kind: 'failed', error: toAppError(error, 'webgpu') }));
const analyses = new Streams<AnalyseItem>((error) => ({
  kind: 'failed',
  error: toAppError(error, device()),
}));

const api: DetectorApi = {
  async openLoad(call: CallId, request) {
    loads.open(call, async function* (signal) {
      engine = yield* loadNano(request, signal);
    });
  },
  async openAnalyse(call: CallId, image, request) {
    const loaded = engine;
    analyses.open(call, async function* (signal) {
      if (loaded) yield* loaded.analyse(image, request, signal);
      else yield { kind: 'failed', error: appError('MODEL_MISSING', 'no model is loaded') };
    });
  },
  nextLoad: (call): Promise<Step<LoadItem>> => loads.next(call),
  nextAnalyse: (call): Promise<Step<AnalyseItem>> => analyses.next(call),
  async cancel(call) {
    loads.cancel(call);
    analyses.cancel(call);
  },
  async selfTest() {
    if (!engine) return err(appError('MODEL_MISSING', 'no model is loaded'));
    try {
      return ok(await engine.selfTest());
    } catch (error) {
      return err(toAppError(error, device()));
    }
  },
  async dispose() {
    const loaded = engine;
    engine = null;
    await loaded?.dispose();
  },
};

expose(api);
