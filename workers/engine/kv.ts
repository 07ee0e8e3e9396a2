/**
 * The key-value cache of the decoder as an immutable value: a step makes a new one and leaves the old one as it was,
 * so any cache can be the base of several branches. Whoever made a cache disposes it; a branch never touches its base.
 */
import type { Tensor } from 'onnxruntime-web/webgpu';

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

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const tensor of Object.values(this.tensors)) tensor.dispose();
  }
}
