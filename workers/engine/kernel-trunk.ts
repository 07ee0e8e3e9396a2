/**
 * The frozen trunk on WASM: six blocks of CLIP ViT-B/16, in our own kernel (kernel/assembly, docs/decisions/0009). Owns the kernel's
 * memory and lanes; knows nothing of what is read from the states.
 */
import type { KernelLayout } from '../../src/contract';
import type { Rgb8 } from '../image/pixels';
import { halves } from './half';
import { type Kernel, openKernel, startLanes } from './kernel';
import { join } from './tensors';
import { type Seen, TOKENS, type Trunk, WIDTH } from './trunk';

/** Views that its memory holds. */
const MOST_VIEWS = 2;
const WIDE = 3072;
/** Bytes of a float32. */
const FLOAT = 4;
/** Weights that share a scale. */
const BLOCK = 32;
/** Outputs and inputs of a block's products: q, k, v, o, up, down. */
const PRODUCTS = [
  [WIDTH, WIDTH],
  [WIDTH, WIDTH],
  [WIDTH, WIDTH],
  [WIDTH, WIDTH],
  [WIDE, WIDTH],
  [WIDTH, WIDE],
] as const;
/** Lengths of a block's vectors, in the kernel's order: norm1, biases of q, k, v, o, norm2, biases of up and down. */
const VECTORS = [WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, WIDTH, WIDE, WIDTH] as const;

export class KernelTrunk implements Trunk {
  private constructor(
    private readonly kernel: Kernel,
    private readonly memory: WebAssembly.Memory,
    private readonly layout: KernelLayout,
    private lanes: readonly Worker[],
  ) {}

  /**
   * Fills the kernel's memory. modules: builds, of which the quickest here is taken. packed, rest: the files of the bundle that `layout` names. threads: lanes in all.
   * Throws RangeError where a file is shorter than the layout says.
   */
  static async open(
    modules: readonly WebAssembly.Module[],
    layout: KernelLayout,
    packed: ArrayBuffer,
    rest: ArrayBuffer,
    threads: number,
  ): Promise<KernelTrunk> {
    const { kernel, memory, module } = await openKernel(modules);
    const put = (at: number, values: ArrayLike<number>) =>
      new Float32Array(memory.buffer, at, values.length).set(values);
    const bytes = new Uint8Array(memory.buffer);
    layout.products.forEach(({ codes, scales }, i) => {
      const which = i % PRODUCTS.length;
      const [outputs, inputs] = PRODUCTS[which] as (typeof PRODUCTS)[number];
      const half = (outputs * inputs) / 2;
      bytes.set(new Uint8Array(packed, codes, half), kernel.staging());
      bytes.set(new Uint8Array(packed, scales, (outputs * inputs * 2) / BLOCK), kernel.staging() + half);
      kernel.pack((i - which) / PRODUCTS.length, which);
    });
    put(kernel.mean(), layout.mean);
    put(kernel.deviation(), layout.deviation);
    put(kernel.places(), halves(rest, layout.places, TOKENS * WIDTH));
    put(kernel.classToken(), halves(rest, layout.classToken, WIDTH));
    layout.norm.forEach((at, i) => {
      put(kernel.firstNorm() + i * WIDTH * FLOAT, halves(rest, at, WIDTH));
    });
    const patches = halves(rest, layout.patches, WIDTH * WIDTH);
    for (let channel = 0; channel < WIDTH; channel++) {
      put(kernel.staging(), patches.subarray(channel * WIDTH, (channel + 1) * WIDTH));
      kernel.packPatch(channel);
    }
    layout.vectors.forEach((vectors, block) => {
      let to = kernel.vectors(block);
      vectors.forEach((at, i) => {
        const length = VECTORS[i] as number;
        put(to, halves(rest, at, length));
        to += length * FLOAT;
      });
    });
    return new KernelTrunk(kernel, memory, layout, await startLanes(module, memory, threads - 1));
  }

  /** Blocks this thread until the views are computed. */
  async look(views: readonly Rgb8[]): Promise<Seen> {
    const states = this.#compute(views.slice(0, MOST_VIEWS));
    const rows = new Float32Array(this.memory.buffer, this.kernel.stream(), TOKENS * WIDTH).slice();
    return { rows, states: join([states, await this.states(views.slice(MOST_VIEWS))]) };
  }

  async states(views: readonly Rgb8[]): Promise<Float32Array> {
    const parts: Float32Array[] = [];
    for (let at = 0; at < views.length; at += MOST_VIEWS)
      parts.push(this.#compute(views.slice(at, at + MOST_VIEWS)));
    return join(parts);
  }

  #compute(views: readonly Rgb8[]): Float32Array {
    const { kernel, layout } = this;
    let to = kernel.pixels();
    for (const view of views) {
      new Uint8Array(this.memory.buffer, to, view.length).set(view);
      to += view.length;
    }
    this.#run(views.length);
    const blocks = layout.vectors.length;
    const all = new Float32Array(this.memory.buffer, kernel.states(), views.length * blocks * 2 * WIDTH);
    const states = new Float32Array(views.length * layout.state.length * WIDTH);
    views.forEach((_, view) => {
      layout.state.forEach(({ of, block }, part) => {
        const from = ((view * blocks + block) * 2 + (of === 'token' ? 0 : 1)) * WIDTH;
        states.set(all.subarray(from, from + WIDTH), (view * layout.state.length + part) * WIDTH);
      });
    });
    return states;
  }

  /** A browser short of memory may end a lane: then this thread goes on alone. */
  #run(views: number): void {
    try {
      this.kernel.look(views, 1 + this.lanes.length);
    } catch (error) {
      if (this.lanes.length === 0) throw error;
      this.#endLanes();
      this.kernel.reset();
      this.kernel.look(views, 1);
    }
  }

  #endLanes(): void {
    for (const lane of this.lanes) lane.terminate();
    this.lanes = [];
  }

  async dispose(): Promise<void> {
    this.#endLanes();
  }
}
