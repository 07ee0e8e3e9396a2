/** The kernel as compiled from kernel/assembly: its exports, which of its builds fits this browser and machine, and its lanes. */
import dotUrl from '../../kernel/dist/dot.wasm?url';
import plainUrl from '../../kernel/dist/plain.wasm?url';
import relaxedUrl from '../../kernel/dist/relaxed.wasm?url';
import type { LaneStart } from '../lane';
import laneUrl from '../lane?worker&url';

/** Exports of kernel/assembly/index.ts. Addresses are bytes in the shared memory. */
export interface Kernel {
  pixels(): number;
  staging(): number;
  places(): number;
  classToken(): number;
  firstNorm(): number;
  mean(): number;
  deviation(): number;
  states(): number;
  stream(): number;
  vectors(block: number): number;
  end(): number;
  pack(block: number, which: number): void;
  packPatch(channel: number): void;
  /** A few million multiplications, to be timed; before the memory is filled. */
  trial(): void;
  /** Lays down what the loops read; before anything else. */
  begin(): void;
  setPatience(ms: number): void;
  reset(): void;
  /** Throws WebAssembly.RuntimeError where a lane is lost. */
  look(views: number, lanes: number): void;
  serve(lane: number): void;
}

/** 64 KiB pages of the kernel's memory; MOST_PAGES of kernel/build.mjs allows no more. */
const PAGES = 640;
/** A lane that has not come up by then is done without, ms. */
const LANE_PATIENCE = 10_000;

/** A stage takes a tenth of a second at most; three times this in vain, and a lane is lost, ms. */
const STAGE_PATIENCE = 5000;

/** The smallest module with an instruction of relaxed SIMD (i16x8.relaxed_dot_i8x16_i7x16_s). */
const RELAXED_PROBE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 15, 1, 13, 0, 65, 0, 253, 15, 65, 0,
  253, 15, 253, 146, 2, 11,
]);

/** Whether this browser has relaxed SIMD; without it the kernel computes the same integers, about three times as slowly. */
export const hasRelaxedSimd = (): boolean => WebAssembly.validate(RELAXED_PROBE);

/**
 * The builds of the kernel that this browser can run. With relaxed SIMD there are two: which is quicker depends on the machine
 * (kernel/assembly/product.ts; `npm run bench-kernel`), and a page cannot ask which machine it is. Throws where one cannot be had or compiled.
 */
export async function fetchKernels(): Promise<WebAssembly.Module[]> {
  const urls = hasRelaxedSimd() ? [relaxedUrl, dotUrl] : [plainUrl];
  return Promise.all(
    urls.map(async (url) => {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`the kernel: status ${response.status}`);
      return WebAssembly.compile(await response.arrayBuffer());
    }),
  );
}

/** Long enough for the browser to compile the loop well, which it does beside the first rounds, ms. */
const TRIAL = 80;
/** A later build has to be so much quicker than the first: the clock is coarse and the machine busy. */
const CLEARLY = 0.9;

/** Which of the kernels multiplies quickest, by the best of its rounds. */
export function quickest(kernels: readonly Pick<Kernel, 'trial'>[], now = () => performance.now()): number {
  if (kernels.length < 2) return 0;
  const best = kernels.map(() => Number.POSITIVE_INFINITY);
  for (const end = now() + TRIAL; now() < end; ) {
    kernels.forEach((kernel, i) => {
      const start = now();
      kernel.trial();
      best[i] = Math.min(best[i] as number, now() - start);
    });
  }
  return best.reduce((kept, ms, i) => (ms < CLEARLY * (best[kept] as number) ? i : kept), 0);
}

export interface Opened {
  readonly kernel: Kernel;
  readonly memory: WebAssembly.Memory;
  /** What the kernel is an instance of. */
  readonly module: WebAssembly.Module;
}

/** The quickest of these builds in this thread, over a memory of its own. */
export async function openKernel(modules: readonly WebAssembly.Module[]): Promise<Opened> {
  const memory = new WebAssembly.Memory({ initial: PAGES, maximum: PAGES, shared: true });
  const kernels: Kernel[] = [];
  for (const module of modules) {
    const { exports } = await WebAssembly.instantiate(module, { env: { memory } });
    kernels.push(exports as unknown as Kernel);
  }
  // Constants and addresses are the same in all of them.
  kernels[0]?.begin();
  const which = quickest(kernels);
  const [kernel, module] = [kernels[which], modules[which]];
  if (!kernel || !module) throw new RangeError('no build of the kernel');
  if (kernel.end() > memory.buffer.byteLength)
    throw new RangeError('the kernel wants more memory than it has');
  kernel.setPatience(STAGE_PATIENCE);
  return { kernel, memory, module };
}

/** As in src/lib/browser.ts: a script of another origin starts by way of a Blob that imports it. */
function spawnLane(): Worker {
  const address = new URL(laneUrl, import.meta.url);
  const options = { type: 'module', name: 'fake-hr1-lane' } as const;
  if (address.origin === self.location.origin)
    return new Worker(new URL('../lane.ts', import.meta.url), { type: 'module', name: 'fake-hr1-lane' });
  const line = new Blob([`import ${JSON.stringify(address.href)};`], { type: 'text/javascript' });
  return new Worker(URL.createObjectURL(line), options);
}

/** Starts lanes 1 to `count`; those that come up serve from then on. Lanes are numbered without gaps. */
export async function startLanes(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  count: number,
): Promise<Worker[]> {
  const lanes: Worker[] = [];
  for (let lane = 1; lane <= count; lane++) {
    const worker = spawnLane();
    const ready = await new Promise<boolean>((resolve) => {
      worker.onmessage = () => resolve(true);
      worker.onerror = () => resolve(false);
      setTimeout(resolve, LANE_PATIENCE, false);
      worker.postMessage({ module, memory, lane } satisfies LaneStart);
    });
    if (!ready) {
      worker.terminate();
      break;
    }
    lanes.push(worker);
  }
  return lanes;
}
