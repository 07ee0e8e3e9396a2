/** Where a bundle runs: which device, which dtype set, and why not the better one. */
import type { Device, DtypeSet, LoadRequest, Manifest } from '../../src/contract';
import { EngineError } from './engine';

/** What the browser offers; a value, so that the choice can be tested without a GPU. */
export interface Gpu {
  readonly shaderF16: boolean;
  /** A CPU pretending to be a GPU: correct, and far slower than WASM. */
  readonly software: boolean;
  /** Subgroups of so few lanes that ORT's long attention steps go wrong (decoder.ts). */
  readonly smallSubgroups: boolean;
}

/** Lanes of a subgroup up to which that is known. */
const SMALL_SUBGROUP = 4;

export interface Choice {
  readonly device: Device;
  readonly dtype: DtypeSet;
  readonly fallbackReason: string | null;
  /** Start with short steps; longer ones would only fail the self-test. */
  readonly shortSteps: boolean;
}

/** The adapter's facts, or why there is none. Never throws. */
export async function probeGpu(): Promise<Gpu | string> {
  if (!('gpu' in navigator) || !navigator.gpu) return 'this browser has no WebGPU';
  try {
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) return 'WebGPU found no graphics adapter';
    const { isFallbackAdapter, subgroupMinSize } = adapter.info;
    return {
      shaderF16: adapter.features.has('shader-f16'),
      software: isFallbackAdapter,
      smallSubgroups: subgroupMinSize <= SMALL_SUBGROUP,
    };
  } catch (error) {
    return `WebGPU failed: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** First set of the manifest that fits; the manifest lists the preferred ones first. */
function pick(manifest: Manifest, device: Device, shaderF16: boolean): DtypeSet | undefined {
  return manifest.dtypes.find((set) => set.device === device && (shaderF16 || !set.needsShaderF16));
}

/** Throws NO_DEVICE where the asked device cannot run the bundle. */
export function chooseDevice(manifest: Manifest, asked: LoadRequest['device'], gpu: Gpu | string): Choice {
  let reason: string | null = null;
  if (asked !== 'wasm') {
    if (typeof gpu === 'string') reason = gpu;
    else if (asked === 'auto' && gpu.software)
      reason = 'the only WebGPU adapter is a software one, slower than WebAssembly';
    else {
      const dtype = pick(manifest, 'webgpu', gpu.shaderF16);
      if (dtype) return { device: 'webgpu', dtype, fallbackReason: null, shortSteps: gpu.smallSubgroups };
      reason = 'the bundle has no files for this WebGPU adapter';
    }
    if (asked === 'webgpu') throw new EngineError('NO_DEVICE', reason);
  }
  const dtype = pick(manifest, 'wasm', false);
  if (!dtype) throw new EngineError('NO_DEVICE', 'the bundle has no files for WebAssembly');
  return { device: 'wasm', dtype, fallbackReason: reason, shortSteps: false };
}
