/** Opens a nano bundle: device, sessions, warm-up, self-test. */
import type { Bundle, Graph, LoadItem } from '../../src/contract';
import { openScan } from '../image/scan';
import { Decoder, SHORT_STEP } from './decoder';
import { type Choice, chooseDevice, probeGpu } from './device';
import { breathe, type Engine, EngineError, type Loader } from './engine';
import { fetchKernels } from './kernel';
import { KernelTrunk } from './kernel-trunk';
import { Nano } from './nano';
import { Prompt } from './prompt';
import { binaryFile, configureRuntime, openSession, type Session, textFile } from './sessions';
import { GraphTrunk, type Trunk } from './trunk';
import { Eyes } from './vision';

/** Version of the image maths in workers/image. */
const PREPROCESSING = 1;

/** In the order of opening. The small ones that only move a few numbers stay on the CPU: a GPU round trip costs more. */
const GRAPHS: readonly { readonly graph: Graph; readonly onCpu: boolean }[] = [
  { graph: 'embed_tokens', onCpu: true },
  { graph: 'decoder_model_merged', onCpu: false },
  { graph: 'crop_encoder', onCpu: true },
  { graph: 'vision_encoder', onCpu: true },
  { graph: 'trunk', onCpu: false },
];

async function choose(request: Parameters<Loader>[0]): Promise<Choice> {
  const { manifest } = request.bundle;
  if (manifest.family !== 'nano') throw new EngineError('MODEL_MISSING', `no engine for ${manifest.family}`);
  if (manifest.preprocessing.version !== PREPROCESSING) {
    throw new EngineError('MODEL_MISSING', `the bundle wants image maths ${manifest.preprocessing.version}`);
  }
  const gpu = request.device === 'wasm' ? 'not asked for' : await probeGpu();
  return chooseDevice(manifest, request.device, gpu);
}

/** The trunk in the kernel where the dtype has its layout, else in its graph. */
async function openTrunk(
  bundle: Bundle,
  { dtype }: Choice,
  session: Session | undefined,
  threads: number,
): Promise<Trunk> {
  const layout = dtype.kernel;
  if (!layout) {
    if (!session) throw new EngineError('MODEL_MISSING', `${dtype.id} has no trunk`);
    return new GraphTrunk(session);
  }
  const [modules, packed, rest] = await Promise.all([
    fetchKernels(),
    binaryFile(bundle, layout.packed),
    binaryFile(bundle, layout.rest),
  ]);
  return KernelTrunk.open(modules, layout, packed, rest, threads);
}

/**
 * Progress, then `ready`. Throws {@link EngineError}: NO_DEVICE where WebGPU cannot open the graphs, SELF_TEST_FAILED
 * where it computes something else; the host then starts a fresh worker on WASM.
 */
export const loadNano: Loader = async function* (request, signal): AsyncGenerator<LoadItem, Engine> {
  const started = performance.now();
  const { bundle } = request;
  const { manifest } = bundle;
  const choice = await choose(request);
  const { device, dtype } = choice;
  const threads = self.crossOriginIsolated ? Math.max(1, Math.floor(request.threads)) : 1;
  configureRuntime(threads);

  const prompt = new Prompt(
    manifest,
    await textFile(bundle, 'tokenizer.json'),
    await textFile(bundle, 'tokenizer_config.json'),
  );
  const sessions: Partial<Record<Graph, Session>> = {};
  const graphs = GRAPHS.filter(({ graph }) => dtype.graphs[graph] !== undefined);
  for (const [done, { graph, onCpu }] of graphs.entries()) {
    yield { kind: 'progress', phase: 'sessions', done, total: graphs.length };
    await breathe(signal);
    try {
      sessions[graph] = await openSession(bundle, dtype, graph, onCpu ? 'wasm' : device);
    } catch (error) {
      if (device === 'wasm') throw error;
      throw new EngineError('NO_DEVICE', `WebGPU cannot open ${graph}: ${String(error)}`);
    }
  }
  const { trunk, ...opened } = sessions as Record<Exclude<Graph, 'trunk'>, Session> & { trunk?: Session };

  yield { kind: 'progress', phase: 'warm-up', done: 0, total: 1 };
  const decoder = await Decoder.open(
    opened.decoder_model_merged,
    opened.embed_tokens,
    prompt.vocabularySize,
    dtype.kvType,
  );
  await opened.embed_tokens.release();
  const eyes = new Eyes(
    await openTrunk(bundle, choice, trunk, threads),
    { vision: opened.vision_encoder, crop: opened.crop_encoder },
    manifest,
  );
  if (choice.shortSteps) decoder.longestStep = SHORT_STEP;
  const scan = await openScan();
  const parts = { manifest, choice, threads, prompt, eyes, decoder, scan };
  let nano = await Nano.warmUp(parts);

  yield { kind: 'progress', phase: 'self-test', done: 0, total: 1 };
  await breathe(signal);
  // Also compiles the pipelines and touches the memory that the first picture will use.
  let selfTest = await nano.selfTest();
  if (!selfTest.passed && device === 'webgpu' && !choice.shortSteps) {
    await breathe(signal);
    decoder.longestStep = SHORT_STEP;
    nano.forget();
    nano = await Nano.warmUp(parts);
    selfTest = await nano.selfTest();
  }
  if (!selfTest.passed) {
    const { maxDifference, tolerance } = selfTest;
    throw new EngineError('SELF_TEST_FAILED', `${device} ${dtype.id} is off by ${maxDifference}`, {
      device,
      maxDifference,
      tolerance,
    });
  }
  yield { kind: 'ready', info: nano.finish(selfTest, performance.now() - started) };
  return nano;
};
