import { Tensor } from 'onnxruntime-web/webgpu';
import { describe, expect, it } from 'vitest';
import { argmax, Decoder, probabilityOf, SHORT_STEP } from './decoder';
import type { Session } from './sessions';

const WIDTH = 2;
const VOCABULARY = 5;
/** Last positions whose logits the graph gives. */
const KEPT = 3;

/**
 * A decoder that sums: its cache holds every embedding it saw, its logits are the number of tokens seen and the sum of
 * their first components. Counts tensors that are alive.
 */
function summing() {
  const lengths: number[] = [];
  const alive = new Set<Tensor>();
  const track = (tensor: Tensor) => {
    alive.add(tensor);
    const dispose = tensor.dispose.bind(tensor);
    tensor.dispose = () => {
      alive.delete(tensor);
      dispose();
    };
    return tensor;
  };
  const session: Session = {
    inputMetadata: [
      { name: 'past_key_values.0.key', isTensor: true, type: 'float32', shape: [1, 1, 'past', WIDTH] },
    ] as unknown as Session['inputMetadata'],
    async run(feeds) {
      const embeds = feeds.inputs_embeds as Tensor;
      const past = feeds['past_key_values.0.key'] as Tensor;
      const count = embeds.dims[1] as number;
      const seen = [...(past.data as Float32Array), ...(embeds.data as Float32Array)];
      expect(feeds.attention_mask?.dims).toEqual([1, seen.length / WIDTH]);
      lengths.push(count);
      const positions = Math.min(count, KEPT);
      const logits = new Float32Array(positions * VOCABULARY);
      for (let k = 0; k < positions; k++) {
        const length = seen.length / WIDTH - positions + 1 + k;
        logits[k * VOCABULARY] = length;
        logits[k * VOCABULARY + 1] = seen
          .filter((_, i) => i % WIDTH === 0 && i < length * WIDTH)
          .reduce((a, b) => a + b, 0);
      }
      return {
        logits: track(new Tensor('float32', logits, [1, positions, VOCABULARY])),
        'present.0.key': track(
          new Tensor('float32', Float32Array.from(seen), [1, 1, seen.length / WIDTH, WIDTH]),
        ),
      };
    },
    release: async () => undefined,
  };
  const embed: Session = {
    inputMetadata: [],
    async run() {
      const table = Float32Array.from({ length: VOCABULARY * WIDTH }, (_, i) => i);
      return { inputs_embeds: new Tensor('float32', table, [1, VOCABULARY, WIDTH]) };
    },
    release: async () => undefined,
  };
  return { lengths, alive, open: () => Decoder.open(session, embed, VOCABULARY, 'float32') };
}

describe('Decoder', () => {
  it('looks tokens up and fills image places with features', async () => {
    const decoder = await summing().open();
    expect([...decoder.embed([3, 1, 0], 1, Float32Array.of(70, 71))]).toEqual([6, 7, 70, 71, 0, 1]);
    expect(() => decoder.embed([3, 1], 1, new Float32Array(4))).toThrow('do not match');
  });

  it('forks: two branches of one base do not see each other, and nothing is left behind', async () => {
    const { open, alive } = summing();
    const decoder = await open();
    const base = await decoder.step(decoder.embed([1, 2]));
    const left = await decoder.step(decoder.embed([3]), base.cache);
    left.cache.dispose();
    const right = await decoder.step(decoder.embed([4]), base.cache);
    expect([...left.logits.slice(0, 2)]).toEqual([3, 2 + 4 + 6]);
    expect([...right.logits.slice(0, 2)]).toEqual([3, 2 + 4 + 8]);
    expect(right.cache.length).toBe(3);
    right.cache.dispose();
    base.cache.dispose();
    expect(alive.size).toBe(0);
  });

  it('cuts long steps where it must, to the same result', async () => {
    const { open, lengths, alive } = summing();
    const decoder = await open();
    const ids = Array.from({ length: 40 }, (_, i) => i % VOCABULARY);
    const whole = await decoder.step(decoder.embed(ids));
    decoder.longestStep = SHORT_STEP;
    const cut = await decoder.step(decoder.embed(ids));
    expect(lengths).toEqual([40, 16, 16, 8]);
    expect(cut.logits).toEqual(whole.logits);
    whole.cache.dispose();
    cut.cache.dispose();
    expect(alive.size).toBe(0);
  });

  it('takes a branch along in one run where the caches can be copied, in two where not, to the same result', async () => {
    const { open, lengths, alive } = summing();
    const decoder = await open();
    const base = await decoder.step(decoder.embed([1, 2]));
    const [body, tail] = [decoder.embed([3, 0, 4]), decoder.embed([2, 1])];
    const once = await decoder.fork(body, tail, base.cache);
    decoder.longestStep = SHORT_STEP;
    const twice = await decoder.fork(body, tail, base.cache);
    expect(lengths).toEqual([2, 5, 3, 2]);
    expect([...once.logits.slice(0, 2)]).toEqual([7, 2 + 4 + 6 + 0 + 8 + 4 + 2]);
    expect(once.logits).toEqual(twice.logits);
    expect(once.fork.logits).toEqual(twice.fork.logits);
    const after = await decoder.step(decoder.embed([1]), once.fork.cache);
    expect([...after.logits.slice(0, 2)]).toEqual([6, 2 + 4 + 6 + 0 + 8 + 2]);
    for (const { cache } of [after, once.fork, twice.fork, base]) cache.dispose();
    expect(alive.size).toBe(0);
  });

  it('refuses a branch that is longer than the logits it would need', async () => {
    const { open, alive } = summing();
    const decoder = await open();
    const base = await decoder.step(decoder.embed([1]));
    await expect(decoder.fork(decoder.embed([2]), decoder.embed([1, 1, 1]), base.cache)).rejects.toThrow(
      'too few logits',
    );
    base.cache.dispose();
    expect(alive.size).toBe(0);
  });

  it('makes an error of a logit that is no number, and lets go of the cache', async () => {
    const { open, alive } = summing();
    const decoder = await open();
    await expect(decoder.step(Float32Array.of(Number.NaN, 0))).rejects.toThrow('not finite');
    expect(alive.size).toBe(0);
  });
});

describe('logits', () => {
  it('finds the largest and its probability, also where exp would overflow', () => {
    expect(argmax([1, 5, 5, 2])).toBe(1);
    expect(probabilityOf([1000, 1000, Number.NEGATIVE_INFINITY], 0)).toBe(0.5);
  });
});
