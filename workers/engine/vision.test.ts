/** Which views the eyes have computed, and what goes into which graph; the graphs themselves are scripted. */
import { Tensor } from 'onnxruntime-web/webgpu';
import { describe, expect, it } from 'vitest';
import { makeManifest } from '../../src/weights/fixture';
import type { Rgb8 } from '../image/pixels';
import { synthetic } from '../image/synthetic';
import { makeViews } from '../image/views';
import type { Session } from './sessions';
import { TOKENS, type Trunk, WIDTH } from './trunk';
import { Eyes } from './vision';

/** Numbers of a state here; the real ones have 2304. */
const STATE = 3;
/** Width of a feature. */
const FEATURE = 2;

/** A trunk that numbers the views in the order in which it is asked for them: state = [n, n, n]. */
class Counting implements Trunk {
  readonly asked: Rgb8[] = [];
  async states(views: readonly Rgb8[]) {
    return Float32Array.from(
      views.flatMap((view) => new Array<number>(STATE).fill(this.asked.push(view) - 1)),
    );
  }
  async look(views: readonly Rgb8[]) {
    return { rows: new Float32Array(TOKENS * WIDTH), states: await this.states(views) };
  }
  async dispose() {}
}

const graph = (compute: (feeds: Readonly<Record<string, Tensor>>) => Record<string, number[]>): Session => ({
  run: async (feeds) =>
    Object.fromEntries(
      Object.entries(compute(feeds)).map(([name, values]) => [
        name,
        new Tensor('float32', Float32Array.from(values), [values.length]),
      ]),
    ),
  release: async () => {},
  inputMetadata: [],
});

const data = (tensor: Tensor | undefined) => [...((tensor as Tensor).data as Float32Array)];
/** Compared as objects: value by value would take seconds. */
const same = (a: readonly Rgb8[], b: readonly Rgb8[]) =>
  a.length === b.length && a.every((view, i) => view === b[i]);

function eyes() {
  const trunk = new Counting();
  const sessions = {
    vision: graph(({ states }) => ({
      image_features: new Array<number>(17 * FEATURE).fill(-1),
      global_logit: [Math.max(...data(states))],
      kind_logits: [0],
      category_logits: [0],
    })),
    crop: graph(({ states }) => {
      const views = data(states).filter((_, i) => i % STATE === 0);
      return { crop_features: views.flatMap((n) => [n, n]), crop_logits: views.map((n) => n / 10) };
    }),
  };
  const manifest = makeManifest([]);
  return { trunk, eyes: new Eyes(trunk, sessions, manifest) };
}

describe('Eyes', () => {
  it('look at the whole view and the first crop at once, and at three more crops when the model thinks', async () => {
    const { trunk, eyes: model } = eyes();
    const views = makeViews(synthetic(5, 900, 700));
    const fast = await model.fast(views);
    expect(same(trunk.asked, [views.whole, views.crop(0)])).toBe(true);
    // The global branch is given both views, the crop head the crop alone.
    expect([...fast.features.slice(-FEATURE)]).toEqual([1, 1]);
    expect(fast.features).toHaveLength(18 * FEATURE);
    expect([...fast.cropLogits]).toEqual([Math.fround(0.1)]);

    const slow = await model.slow(views, fast, new AbortController().signal);
    expect(same(trunk.asked.slice(2), [views.crop(1), views.crop(2), views.crop(3)])).toBe(true);
    expect([...slow.features]).toEqual([2, 2, 3, 3, 4, 4]);
    expect([...slow.cropLogits]).toEqual([0.1, 0.2, 0.3, 0.4].map(Math.fround));
    expect([fast.detectorLogit, slow.detectorLogit]).toEqual([1, 1]);
  });

  it('compute equal places once', async () => {
    const { trunk, eyes: model } = eyes();
    const views = makeViews(synthetic(5, 224, 224));
    const fast = await model.fast(views);
    const slow = await model.slow(views, fast, new AbortController().signal);
    expect(trunk.asked).toHaveLength(2);
    expect([...slow.cropLogits]).toEqual(new Array(4).fill(Math.fround(0.1)));
  });

  it('stop between two crops when they are told to', async () => {
    const { trunk, eyes: model } = eyes();
    const views = makeViews(synthetic(5, 900, 700));
    const fast = await model.fast(views);
    await expect(model.slow(views, fast, AbortSignal.abort())).rejects.toThrow();
    expect(trunk.asked).toHaveLength(2);
  });
});
