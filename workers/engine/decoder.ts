/** The language model of nano: embeddings, one decoder graph, steps over immutable caches. */
import { Tensor } from 'onnxruntime-web/webgpu';
import type { DtypeSet, Manifest } from '../../src/contract';
import { EngineError } from './engine';
import { KvCache } from './kv';
import type { Session } from './sessions';
import { floats, integers, join, run, take } from './tensors';

export interface StepResult {
  /** Logits of the last position, [V]. */
  readonly logits: Float32Array;
  readonly cache: KvCache;
}

/** What one run gives. */
interface Appended {
  /** Logits of the last positions, as many as the graph keeps, [K * V]. */
  readonly kept: Float32Array;
  readonly cache: KvCache;
}

/** Two ends of one sequence. */
export interface ForkResult {
  /** Behind the first part: where branches begin. */
  readonly fork: StepResult;
  /** Logits of the last position of the tail, [V]. */
  readonly logits: Float32Array;
}

/** Index of the largest value. */
export function argmax(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) > (values[best] as number)) best = i;
  return best;
}

/** Softmax probability of one entry. */
export function probabilityOf(logits: ArrayLike<number>, index: number): number {
  const top = logits[argmax(logits)] as number;
  let sum = 0;
  for (let i = 0; i < logits.length; i++) sum += Math.exp((logits[i] as number) - top);
  return Math.exp((logits[index] as number) - top) / sum;
}

/** Steps that every WebGPU computes right; see {@link Decoder.longestStep}. */
export const SHORT_STEP = 16;

export class Decoder {
  /**
   * Tokens appended by one run; longer steps are cut. ORT's flash attention is wrong from some 17 new tokens on where a
   * GPU's subgroups are small (SwiftShader: 4 lanes; onnxruntime#26064 and pull 28520 tell of others), and right below.
   */
  longestStep = Number.POSITIVE_INFINITY;

  private constructor(
    private readonly session: Session,
    /** [V * d]: looked up here, which saves a session run a token. */
    private readonly table: Float32Array,
    readonly width: number,
    private readonly empty: KvCache,
  ) {}

  /** Reads all embeddings out of the `embed_tokens` graph, which is released by the caller afterwards. */
  static async open(
    session: Session,
    embed: Session,
    vocabulary: number,
    kvType: DtypeSet['kvType'],
  ): Promise<Decoder> {
    const ids = Array.from({ length: vocabulary }, (_, i) => i);
    const { inputs_embeds } = await run(embed, { input_ids: integers(ids, [1, vocabulary]) }, [
      'inputs_embeds',
    ]);
    const tensors: Record<string, Tensor> = {};
    for (const input of session.inputMetadata) {
      if (!input.name.startsWith('past_key_values.') || !input.isTensor) continue;
      const [, heads, , side] = input.shape;
      if (typeof heads !== 'number' || typeof side !== 'number') {
        throw new EngineError('INTERNAL', `${input.name} has no fixed size`);
      }
      const data = kvType === 'float16' ? new Uint16Array(0) : new Float32Array(0);
      tensors[input.name] = new Tensor(kvType, data as Float32Array, [1, heads, 0, side]);
    }
    return new Decoder(session, inputs_embeds, inputs_embeds.length / vocabulary, new KvCache(0, tensors));
  }

  /** Embeddings [T * d] of ids; places of `image` are filled from `features` [n * d] in order. */
  embed(ids: readonly number[], image = -1, features: Float32Array = new Float32Array(0)): Float32Array {
    const d = this.width;
    const out = new Float32Array(ids.length * d);
    let used = 0;
    ids.forEach((id, i) => {
      if (id === image) out.set(features.subarray(used++ * d, used * d), i * d);
      else out.set(this.table.subarray(id * d, (id + 1) * d), i * d);
    });
    if (used * d !== features.length)
      throw new EngineError('INTERNAL', 'image tokens and features do not match');
    return out;
  }

  /** Appends T embeddings to a cache, which stays as it was; the new cache belongs to the caller. */
  async step(embeddings: Float32Array, past: KvCache = this.empty): Promise<StepResult> {
    const part = this.longestStep * this.width;
    let at: Appended | null = null;
    for (let from = 0; from < embeddings.length; from += part) {
      const next: Appended = await this.#append(
        embeddings.subarray(from, from + part),
        at?.cache ?? past,
      ).finally(() => at?.cache.dispose());
      at = next;
    }
    if (!at) throw new EngineError('INTERNAL', 'a step of no tokens');
    return { logits: this.#last(at.kept), cache: at.cache };
  }

  /**
   * Appends `embeddings`, and `tail` as a branch behind them. Where the caches lie in the CPU's memory both go through the
   * graph in one run, which reads the weights once, and the tail is cut off the cache; on a GPU they are two runs.
   */
  async fork(embeddings: Float32Array, tail: Float32Array, past: KvCache): Promise<ForkResult> {
    if (!past.copyable || this.longestStep !== Number.POSITIVE_INFINITY) {
      const fork = await this.step(embeddings, past);
      try {
        const { logits, cache } = await this.step(tail, fork.cache);
        cache.dispose();
        return { fork, logits };
      } catch (error) {
        fork.cache.dispose();
        throw error;
      }
    }
    const { kept, cache } = await this.#append(join([embeddings, tail]), past);
    try {
      const vocabulary = this.table.length / this.width;
      const count = tail.length / this.width;
      const before = kept.length - (1 + count) * vocabulary;
      if (before < 0) throw new EngineError('INTERNAL', 'the decoder keeps too few logits for a tail');
      return {
        fork: { logits: kept.slice(before, before + vocabulary), cache: cache.upTo(cache.length - count) },
        logits: this.#last(kept),
      };
    } finally {
      cache.dispose();
    }
  }

  #last(kept: Float32Array): Float32Array {
    return kept.slice(kept.length - this.table.length / this.width);
  }

  async #append(embeddings: Float32Array, past: KvCache): Promise<Appended> {
    const count = embeddings.length / this.width;
    const length = past.length + count;
    const inputs_embeds = floats(embeddings.slice(), [1, count, this.width]);
    const attention_mask = integers(new Array<number>(length).fill(1), [1, length]);
    const outputs = await this.session.run({ inputs_embeds, attention_mask, ...past.feeds() });
    inputs_embeds.dispose();
    attention_mask.dispose();
    const cache = KvCache.fromOutputs(length, outputs);
    try {
      // The graph gives those of the last few positions (training/fakehr1/decoder/export_decoder.py, KEPT_LOGITS).
      return { kept: take(outputs, 'logits'), cache };
    } catch (error) {
      cache.dispose();
      throw error;
    } finally {
      outputs.logits?.dispose();
    }
  }

  async dispose(): Promise<void> {
    this.empty.dispose();
    await this.session.release();
  }
}

/** Raw logit(fake) - logit(real) at an answer position. */
export function languageLogit(
  logits: Float32Array,
  id: Readonly<Record<keyof Manifest['prompt']['tokens'], number>>,
): number {
  return (logits[id.fake] as number) - (logits[id.real] as number);
}
