/**
 * ONNX Runtime sessions of one dtype set, opened from Blobs. The only module that configures the runtime.
 *
 * A failed create or run can leave the runtime unusable: whoever gets an error gives the whole worker up.
 */

import glueUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.mjs?url';
import wasmUrl from 'onnxruntime-web/ort-wasm-simd-threaded.asyncify.wasm?url';
import * as ort from 'onnxruntime-web/webgpu';
import type { Bundle, Device, DtypeSet, Graph } from '../../src/contract';
import { EngineError } from './engine';

/** One graph: feeds by input name to outputs by output name. Narrow, so that tests can stand in for it. */
export interface Session {
  /** names: the outputs wanted; without, all of them. */
  run(
    feeds: Readonly<Record<string, ort.Tensor>>,
    names?: readonly string[],
  ): Promise<Readonly<Record<string, ort.Tensor>>>;
  release(): Promise<void>;
  readonly inputMetadata: readonly ort.InferenceSession.ValueMetadata[];
}

/** Points the runtime at our own origin and sets its threads. Has no effect after the first session. */
export function configureRuntime(threads: number): void {
  ort.env.wasm.wasmPaths = { wasm: wasmUrl, mjs: glueUrl };
  ort.env.wasm.numThreads = threads;
  ort.env.wasm.proxy = false;
  ort.env.logLevel = 'error';
}

function file(bundle: Bundle, path: string): Blob {
  const blob = bundle.files.get(path);
  if (!blob) throw new EngineError('MODEL_MISSING', `the bundle has no file ${path}`);
  return blob;
}

/** A file of the bundle, whole. */
export function binaryFile(bundle: Bundle, path: string): Promise<ArrayBuffer> {
  return file(bundle, path).arrayBuffer();
}

/** Small file as text. */
export function textFile(bundle: Bundle, path: string): Promise<string> {
  return file(bundle, path).text();
}

/** Opens one graph. The key-value outputs of a WebGPU decoder stay on the GPU. */
export async function openSession(
  bundle: Bundle,
  dtype: DtypeSet,
  graph: Graph,
  device: Device,
): Promise<Session> {
  const path = dtype.graphs[graph];
  if (path === undefined) throw new EngineError('MODEL_MISSING', `${dtype.id} has no graph ${graph}`);
  const model = new Uint8Array(await file(bundle, path).arrayBuffer());
  // Names of caches and of external files are read with a text search of the protobuf, where they stand as plain ASCII.
  const text = new TextDecoder('latin1').decode(model);
  const kv: Record<string, 'gpu-buffer'> = {};
  if (device === 'webgpu' && graph === 'decoder_model_merged') {
    for (const [name] of text.matchAll(/present\.\d+\.(?:key|value)/g)) kv[name] = 'gpu-buffer';
  }
  const externalData = Object.entries(dtype.externalData)
    .filter(([location]) => text.includes(location))
    .map(([location, at]) => ({ path: location, data: file(bundle, at) }));
  const session = await ort.InferenceSession.create(model, {
    executionProviders: [device],
    externalData,
    logSeverityLevel: 3,
    ...(Object.keys(kv).length > 0 ? { preferredOutputLocation: kv } : {}),
  });
  return session as unknown as Session;
}
