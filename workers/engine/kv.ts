/**
 * The key-value cache of the decoder as an immutable value: a step makes a new one and leaves the old one as it was,
 * so any cache can be the base of several branches. Whoever made a cache disposes it; a branch never touches its base.
 */
import { Tensor } from 'onnxruntime-web/webgpu';

export class KvCache {
  #disposed = false;

  /** `tensors` by input name, `past_key_values.N.key` / `.value`, each [1, kv_heads, length, head_dim]. */
  constructor(
    readonly length: number,
    private readonly tensors: Readonly<Record<string, Tensor>>,
  ) {}

  /** Takes the `present.*` outputs of a decoder run as its own. */
  static fromOutputs(length: number, outputs: Readonly<Record<string, Tensor>>): KvCache {
    const tensors: Record<string, Tensor> = {};
    for (const [name, tensor] of Object.entries(outputs)) {
      if (name.startsWith('present.')) tensors[name.replace('present.', 'past_key_values.')] = tensor;
    }
    return new KvCache(length, tensors);
  }

  feeds(): Readonly<Record<string, Tensor>> {
    if (this.#disposed) throw new Error('key-value cache used after it was disposed');
    return this.tensors;
  }

  /** True: the tensors are plain single-precision memory, which {@link upTo} can copy out of. */
  get copyable(): boolean {
    return Object.values(this.feeds()).every((t) => t.location === 'cpu' && t.data instanceof Float32Array);
  }

  /** A copy of the first `length` positions, as if no more had been appended; this cache stays as it is. */
  upTo(length: number): KvCache {
    const tensors = Object.entries(this.feeds()).map(([name, tensor]): [string, Tensor] => {
      const [batch, heads, , side] = tensor.dims as [number, number, number, number];
      const from = tensor.data as Float32Array;
      const data = new Float32Array(heads * length * side);
      for (let head = 0; head < heads; head++) {
        const start = head * this.length * side;
        data.set(from.subarray(start, start + length * side), head * length * side);
      }
      return [name, new Tensor('float32', data, [batch, heads, length, side])];
    });
    return new KvCache(length, Object.fromEntries(tensors));
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const tensor of Object.values(this.tensors)) tensor.dispose();
  }
}
