/** Entry of one further lane of the kernel: a thread that computes its share of every look. See engine/kernel-trunk.ts. */
import type { Kernel } from './engine/kernel';

/** What a lane is given to begin with. */
export interface LaneStart {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** 1 and up; lane 0 is the detector worker itself. */
  readonly lane: number;
}

self.onmessage = async ({ data }: MessageEvent<LaneStart>) => {
  const { exports } = await WebAssembly.instantiate(data.module, { env: { memory: data.memory } });
  self.postMessage('ready');
  // Never returns: between looks it sleeps in the kernel, and it ends with the worker that started it.
  (exports as unknown as Kernel).serve(data.lane);
};
